import { Server, ServerCredentials, status, type handleUnaryCall } from '@grpc/grpc-js';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb';
import * as messages from '@pulumi/pulumi/proto/provider_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { Difference } from './differences';
import type { Diff, Provider, ResourceCall } from './provider';
import { propertiesOf, structOf } from './wire';

/** Serves a provider to the engine that started this program: the port is the first line of its output. */
export function serve(provider: Provider): void {
  const server = new Server({ 'grpc.max_receive_message_length': 2 ** 26 });
  server.addService(ResourceProviderService, { ...lifecycle(provider), ...resources(provider) });
  server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    process.stdout.write(`${String(port)}\n`);
  });
}

function lifecycle(provider: Provider) {
  return {
    getPluginInfo: unary(() => new PluginInfo().setVersion(provider.version)),
    checkConfig: unary((request: messages.CheckRequest) => new messages.CheckResponse().setInputs(request.getNews())),
    diffConfig: unary((request: messages.DiffRequest) => {
      const diff = provider.diffConfig?.(propertiesOf(request.getOlds()), propertiesOf(request.getNews()));
      return diff === undefined ? new messages.DiffResponse() : diffMessage(diff);
    }),
    configure: unary((request: messages.ConfigureRequest) => {
      provider.configure(propertiesOf(request.getArgs()));
      return new messages.ConfigureResponse()
        .setAcceptsecrets(provider.acceptsSecrets)
        .setSupportspreview(true)
        .setSupportsAutonamingConfiguration(false);
    }),
    invoke: unary(async (request: messages.InvokeRequest) =>
      new messages.InvokeResponse().setReturn(
        structOf(await provider.invoke(request.getTok(), propertiesOf(request.getArgs()))),
      ),
    ),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
  };
}

function resources(provider: Provider) {
  return {
    check: unary((request: messages.CheckRequest) => {
      const old = request.hasOlds() ? propertiesOf(request.getOlds()) : undefined;
      const checked = provider.check({ ...callOf(request), old, inputs: propertiesOf(request.getNews()) });
      const failures = (checked.failures ?? []).map((reason) => new messages.CheckFailure().setReason(reason));
      return new messages.CheckResponse().setInputs(structOf(checked.inputs)).setFailuresList(failures);
    }),
    diff: unary((request: messages.DiffRequest) =>
      diffMessage(
        provider.diff({ ...callOf(request), state: oldOf(request), inputs: propertiesOf(request.getNews()) }),
      ),
    ),
    create: unary(async (request: messages.CreateRequest) => {
      const inputs = propertiesOf(request.getProperties());
      const created = await provider.create({ ...callOf(request), inputs, preview: request.getPreview() });
      return new messages.CreateResponse().setId(created.id).setProperties(structOf(created.outputs));
    }),
    read: unary(async (request: messages.ReadRequest) => {
      const [inputs, outputs] = [propertiesOf(request.getInputs()), propertiesOf(request.getProperties())];
      const found = await provider.read({ ...callOf(request), state: { id: request.getId(), inputs, outputs } });
      if (found === undefined) return new messages.ReadResponse();
      const response = new messages.ReadResponse().setId(found.id);
      return response.setInputs(structOf(found.inputs)).setProperties(structOf(found.outputs));
    }),
    update: unary(async (request: messages.UpdateRequest) => {
      const inputs = propertiesOf(request.getNews());
      const call = { ...callOf(request), state: oldOf(request), inputs, preview: request.getPreview() };
      return new messages.UpdateResponse().setProperties(structOf(await provider.update(call)));
    }),
    delete: unary(async (request: messages.DeleteRequest) => {
      const [inputs, outputs] = [propertiesOf(request.getOldInputs()), propertiesOf(request.getProperties())];
      await provider.delete({ ...callOf(request), state: { id: request.getId(), inputs, outputs } });
      return new Empty();
    }),
  };
}

function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, respond) => {
    const answered = Promise.resolve(call.request).then(answer);
    answered.then(
      (response) => {
        respond(null, response);
      },
      (error: unknown) => {
        respond({ code: status.UNKNOWN, message: error instanceof Error ? error.message : String(error) });
      },
    );
  };
}

// urn:pulumi:stack::project::parent-type$type::name
function callOf(request: { getUrn(): string }): ResourceCall {
  const urn = request.getUrn();
  const [, , types = '', ...name] = urn.split('::');
  return { urn, type: types.split('$').at(-1) ?? '', name: name.join('::') };
}

function oldOf(request: messages.DiffRequest | messages.UpdateRequest) {
  return {
    id: request.getId(),
    inputs: propertiesOf(request.getOldInputs()),
    outputs: propertiesOf(request.getOlds()),
  };
}

function diffMessage({ differences, replacing, deleteBeforeReplace }: Diff): messages.DiffResponse {
  const { DiffChanges } = messages.DiffResponse;
  const response = new messages.DiffResponse()
    .setChanges(differences.length === 0 ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
    .setDiffsList([...new Set(differences.map(({ path }) => path[0] ?? ''))])
    .setReplacesList([...new Set(replacing.map(({ path }) => path[0] ?? ''))])
    .setDeletebeforereplace(deleteBeforeReplace)
    .setHasdetaileddiff(true);
  for (const difference of differences) {
    const kind = kindOf(difference, replacing.includes(difference));
    response
      .getDetaileddiffMap()
      .set(difference.path.join('.'), new messages.PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response;
}

function kindOf({ kind }: Difference, replaces: boolean): messages.PropertyDiff.Kind {
  const { Kind } = messages.PropertyDiff;
  if (kind === 'add') return replaces ? Kind.ADD_REPLACE : Kind.ADD;
  if (kind === 'delete') return replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
  return replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
}
