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
import { SECRET, shown, SIGNATURE } from './wire-values';

/** A resource as the program registered it. */
export interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent: string;
  readonly provider: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly aliases: readonly unknown[];
  readonly protect: boolean | undefined;
  readonly retainOnDelete: boolean | undefined;
  /** What the program says about it; `undefined` leaves it to the provider. */
  readonly deleteBeforeReplace: boolean | undefined;
  readonly replaceWith: readonly string[];
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly importId: string;
  readonly deletedWith: string;
  /** What `registerOutputs` said about a component. */
  outputs?: Readonly<Record<string, unknown>>;
}

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

const SEVERITIES = ['debug', 'info', 'warning', 'error'] as const;

/** The engine as far as a program sees it, over gRPC on the loopback: it records what is registered. */
export class FakeEngine {
  public readonly resources: Registration[] = [];
  public readonly logs: LogEntry[] = [];
  public readonly invokes: { readonly token: string; readonly args: State }[] = [];
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
    this.#server.forceShutdown();
  }

  #monitor(): grpc.UntypedServiceImplementation {
    return {
      supportsFeature: answer((request: SupportsFeatureRequest) => {
        const response = new SupportsFeatureResponse();
        // With output values, inputs would arrive wrapped; without secrets, they would arrive in clear.
        response.setHassupport(request.getId() !== 'outputValues');
        return response;
      }),
      registerResource: answer((request: RegisterResourceRequest) => this.#register(request)),
      registerResourceOutputs: answer((request: RegisterResourceOutputsRequest) => {
        const resource = this.resources.find(({ urn }) => urn === request.getUrn());
        if (resource !== undefined) resource.outputs = shown(dataOf(request.getOutputs())) as State;
        return new Empty();
      }),
      invoke: answer((request: ResourceInvokeRequest) => this.#invoke(request)),
      registerPackage: answer(() => {
        const response = new RegisterPackageResponse();
        response.setRef('00000000-0000-0000-0000-000000000000');
        return response;
      }),
      registerResourceHook: answer(() => new Empty()),
      signalAndWaitForShutdown: answer(() => new Empty()),
    };
  }

  #engine(): grpc.UntypedServiceImplementation {
    return {
      log: answer((request: LogRequest) => {
        const severity = SEVERITIES[request.getSeverity()];
        this.logs.push({ severity, message: request.getMessage(), urn: request.getUrn() });
        return new Empty();
      }),
      getRootResource: answer(() => {
        const response = new GetRootResourceResponse();
        response.setUrn(this.#root);
        return response;
      }),
      setRootResource: answer((request: SetRootResourceRequest) => {
        this.#root = request.getUrn();
        return new SetRootResourceResponse();
      }),
      requirePulumiVersion: answer(() => new RequirePulumiVersionResponse()),
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
    const resource = this.#registrationOf(request, inputs);
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

  #registrationOf(request: RegisterResourceRequest, inputs: State): Registration {
    return {
      urn: this.#urnOf(request.getParent(), request.getType(), request.getName()),
      type: request.getType(),
      name: request.getName(),
      custom: request.getCustom(),
      parent: request.getParent(),
      provider: request.getProvider(),
      inputs: shown(inputs) as State,
      dependsOn: request.getDependenciesList(),
      propertyDependencies: Object.fromEntries(
        request
          .getPropertydependenciesMap()
          .toArray()
          .map(([key, value]) => [key, (value as unknown as readonly [string[]])[0]]),
      ),
      aliases: request.getAliasesList().map((alias) => alias.toObject()),
      protect: request.getProtect(),
      retainOnDelete: request.getRetainondelete(),
      deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
      replaceWith: request.getReplaceWithList(),
      ignoreChanges: request.getIgnorechangesList(),
      replaceOnChanges: request.getReplaceonchangesList(),
      additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
      importId: request.getImportid(),
      deletedWith: request.getDeletedwith(),
    };
  }

  #urnOf(parent: string, type: string, name: string): string {
    const parentType = parent.split('::')[2] ?? '';
    const qualified = ['', 'pulumi:pulumi:Stack'].includes(parentType) ? type : `${parentType}$${type}`;
    return `urn:pulumi:${this.stack}::${this.project}::${qualified}::${name}`;
  }
}

function answer<Request, Response>(handle: (request: Request) => Response): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    try {
      callback(null, handle(call.request));
    } catch (error) {
      callback({ code: grpc.status.UNKNOWN, message: String(error) });
    }
  };
}

function dataOf(struct: Struct | undefined): State {
  return struct?.toJavaScript() ?? {};
}

function structOf(data: State): Struct {
  return Struct.fromJavaScript(data as Readonly<Record<string, JavaScriptValue>>);
}
