import * as grpc from '@grpc/grpc-js';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb.js';
import { Struct, type JavaScriptValue } from 'google-protobuf/google/protobuf/struct_pb.js';
import { EngineService } from '@pulumi/pulumi/proto/engine_grpc_pb.js';
import {
  GetRootResourceResponse,
  RequirePulumiVersionResponse,
  SetRootResourceResponse,
  type LogRequest,
  type SetRootResourceRequest,
} from '@pulumi/pulumi/proto/engine_pb.js';
import { InvokeResponse } from '@pulumi/pulumi/proto/provider_pb.js';
import { ResourceMonitorService } from '@pulumi/pulumi/proto/resource_grpc_pb.js';
import {
  RegisterPackageResponse,
  RegisterResourceResponse,
  SupportsFeatureResponse,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  type ResourceInvokeRequest,
  type SupportsFeatureRequest,
} from '@pulumi/pulumi/proto/resource_pb.js';
import { registrationOf, type Registration } from './registration';
import { SECRET, shown, SIGNATURE } from './wire-values';

export type { Registration } from './registration';

/** A message that the program logged. */
export interface LogEntry {
  readonly severity: 'debug' | 'info' | 'warning' | 'error';
  readonly message: string;
  readonly urn: string;
}

type State = Readonly<Record<string, unknown>>;

/** What stands in for the providers. */
export interface ProviderAnswers {
  /**
   * What a provider adds to the inputs of a resource.
   * @default - nothing
   */
  readonly state?: (resource: Registration) => State | undefined;
  /**
   * The id that a provider gives a resource.
   * @default - made of its name
   */
  readonly id?: (resource: Registration) => string | undefined;
  /**
   * What a function of a provider returns.
   * @default - nothing
   */
  readonly invoke?: (token: string, args: State) => State;
}

/** What the engine is told about the run. */
export interface RunOptions extends ProviderAnswers {
  /** @default false */
  readonly preview?: boolean;
}

/**
 * With output values, inputs would arrive wrapped; without secrets, they would arrive in clear. Without specifications of
 * aliases the SDK itself says which aliases a child has from its parents.
 */
const UNSUPPORTED: readonly string[] = ['outputValues', 'aliasSpecs'];

const SEVERITIES = ['debug', 'info', 'warning', 'error'] as const;

/** The engine as far as a program sees it, over gRPC on the loopback: it records what is registered. */
export class FakeEngine {
  public readonly resources: Registration[] = [];
  public readonly logs: LogEntry[] = [];
  public readonly invokes: { readonly token: string; readonly args: State }[] = [];
  /** How often it was asked for something. */
  public requests = 0;
  public stopped = false;
  readonly #server = new grpc.Server({ 'grpc.max_receive_message_length': 400 * 1024 * 1024 });
  #root = '';

  public constructor(
    public readonly project: string,
    public readonly stack: string,
    private readonly options: RunOptions,
  ) {}

  /** Starts listening and returns the address. */
  public async start(): Promise<string> {
    this.#server.addService(ResourceMonitorService, this.#monitor());
    this.#server.addService(EngineService, this.#engine());
    const credentials = grpc.ServerCredentials.createInsecure();
    const port = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync('127.0.0.1:0', credentials, (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    return `127.0.0.1:${String(port)}`;
  }

  public stop(): void {
    this.stopped = true;
    this.#server.forceShutdown();
  }

  #monitor(): grpc.UntypedServiceImplementation {
    return {
      supportsFeature: this.#answer((request: SupportsFeatureRequest) => {
        const response = new SupportsFeatureResponse();
        response.setHassupport(!UNSUPPORTED.includes(request.getId()));
        return response;
      }),
      registerResource: this.#answer((request: RegisterResourceRequest) => this.#register(request)),
      registerResourceOutputs: this.#answer((request: RegisterResourceOutputsRequest) => {
        const resource = this.resources.find(({ urn }) => urn === request.getUrn());
        if (resource !== undefined) resource.outputs = shown(dataOf(request.getOutputs())) as State;
        return new Empty();
      }),
      invoke: this.#answer((request: ResourceInvokeRequest) => this.#invoke(request)),
      registerPackage: this.#answer(() => {
        const response = new RegisterPackageResponse();
        response.setRef('00000000-0000-0000-0000-000000000000');
        return response;
      }),
      registerResourceHook: this.#answer(() => new Empty()),
      signalAndWaitForShutdown: this.#answer(() => new Empty()),
    };
  }

  #engine(): grpc.UntypedServiceImplementation {
    return {
      log: this.#answer((request: LogRequest) => {
        const severity = SEVERITIES[request.getSeverity()];
        this.logs.push({ severity, message: request.getMessage(), urn: request.getUrn() });
        return new Empty();
      }),
      getRootResource: this.#answer(() => {
        const response = new GetRootResourceResponse();
        response.setUrn(this.#root);
        return response;
      }),
      setRootResource: this.#answer((request: SetRootResourceRequest) => {
        this.#root = request.getUrn();
        return new SetRootResourceResponse();
      }),
      requirePulumiVersion: this.#answer(() => new RequirePulumiVersionResponse()),
    };
  }

  #invoke(request: ResourceInvokeRequest): InvokeResponse {
    const token = request.getTok();
    const args = shown(dataOf(request.getArgs())) as State;
    this.invokes.push({ token, args });
    const response = new InvokeResponse();
    response.setReturn(structOf(this.options.invoke?.(token, args) ?? {}));
    return response;
  }

  #register(request: RegisterResourceRequest): RegisterResourceResponse {
    const inputs = dataOf(request.getObject());
    const urn = this.#urnOf(request.getParent(), request.getType(), request.getName());
    const resource = registrationOf(request, urn, shown(inputs) as State);
    const known = new Set(this.resources.map(({ urn }) => urn));
    if (known.has(resource.urn)) throw new Error(`duplicate resource ${resource.urn}`);
    for (const urn of [resource.parent, ...resource.dependsOn]) {
      if (urn !== '' && !known.has(urn)) throw new Error(`unknown resource ${urn}`);
    }
    this.resources.push(resource);
    const response = new RegisterResourceResponse();
    response.setUrn(resource.urn);
    if (resource.custom) response.setId(this.#idOf(resource));
    response.setObject(structOf(this.#stateOf(resource, inputs)));
    return response;
  }

  #idOf(resource: Registration): string {
    if (this.options.preview === true) return '';
    return this.options.id?.(resource) ?? `${resource.name}-id`;
  }

  #stateOf(resource: Registration, inputs: State): State {
    const state: Record<string, unknown> = { ...inputs, ...this.options.state?.(resource) };
    for (const name of resource.additionalSecretOutputs.filter((one) => one in state)) {
      const value = state[name];
      const isSecret = typeof value === 'object' && value !== null && SIGNATURE in value;
      if (!isSecret) state[name] = { [SIGNATURE]: SECRET, value };
    }
    return state;
  }

  #answer<Request, Response>(handle: (request: Request) => Response): grpc.handleUnaryCall<Request, Response> {
    return (call, callback) => {
      this.requests += 1;
      try {
        callback(null, handle(call.request));
      } catch (error) {
        callback({ code: grpc.status.UNKNOWN, message: String(error) });
      }
    };
  }

  #urnOf(parent: string, type: string, name: string): string {
    const parentType = parent.split('::')[2] ?? '';
    const qualified = ['', 'pulumi:pulumi:Stack'].includes(parentType) ? type : `${parentType}$${type}`;
    return `urn:pulumi:${this.stack}::${this.project}::${qualified}::${name}`;
  }
}

function dataOf(struct: Struct | undefined): State {
  return struct?.toJavaScript() ?? {};
}

function structOf(data: State): Struct {
  return Struct.fromJavaScript(data as Readonly<Record<string, JavaScriptValue>>);
}
