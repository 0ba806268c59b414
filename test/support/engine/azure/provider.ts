import type { Cloud, CloudResource } from '../cloud';
import { differencesBetween } from '../provider/differences';
import type { Provider, ResourceCall, ResourceState } from '../provider/provider';
import type { Properties } from '../provider/wire';
import { versionOf } from '../provider/version';
import { invoke } from './functions';
import type { Installation } from './installation';
import { automaticName, idOf, pathInputs } from './names';
import { previewOutputs } from './preview';
import { inputsAmong, pathInputsOf, resourceTypeOf } from './resource-types';
import { answerOf, put } from './service';

/** The subscription of the configuration; the library's descriptions in the tests use the same. */
const DEFAULT_SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

/** Set where a name was made up: such a resource may be there twice while it is replaced. */
const CREATE_BEFORE_DELETE = '__createBeforeDelete';

/**
 * Behaves as azure-native does where it matters to a program. Unless another source is said, what it does was read in
 * provider/pkg/provider/provider.go of github.com/pulumi/pulumi-azure-native, in the function of the same name.
 */
export class AzureNative implements Provider {
  readonly name = 'azure-native';
  readonly version = versionOf('@pulumi/azure-native');

  /** Its Configure does not say that it accepts secrets: the engine sends clear values, and marks what comes back. */
  readonly acceptsSecrets = false;

  private subscriptionId = DEFAULT_SUBSCRIPTION;

  constructor(
    private readonly cloud: Cloud,
    private readonly installation: Installation,
  ) {}

  configure(config: Properties): void {
    const { subscriptionId } = config;
    if (typeof subscriptionId === 'string') this.subscriptionId = subscriptionId;
  }

  check({ urn, type: token, name, old, inputs }: Parameters<Provider['check']>[0]) {
    const type = resourceTypeOf(token);
    const key = type.name.input;
    const kept = inputs[key] ?? old?.[key];
    const named = kept ?? automaticName({ auto: type.name.auto, seed: urn, logicalName: name });
    const madeUp =
      inputs[key] === undefined && (old?.[CREATE_BEFORE_DELETE] ?? (kept === undefined && type.name.auto !== 'copy'));
    const checked: Properties = {
      ...inputs,
      [key]: named,
      ...(madeUp === true && { [CREATE_BEFORE_DELETE]: true }),
      azureApiVersion: inputs['azureApiVersion'] ?? type.apiVersion,
    };
    const missing = pathInputsOf(type).filter((input) => checked[input] === undefined);
    return { inputs: checked, failures: missing.map((input) => `missing required property '${input}'`) };
  }

  /** Compares inputs with inputs: what Azure fills in is never a difference. */
  diff({ type: token, state, inputs }: Parameters<Provider['diff']>[0]) {
    const type = resourceTypeOf(token);
    const differences = differencesBetween(state.inputs, inputs).filter(({ path }) => path[0] !== CREATE_BEFORE_DELETE);
    const immutable = [...pathInputsOf(type), ...type.forceNew];
    const replacing = differences.filter(({ path }) => immutable.includes(path[0] ?? ''));
    const deleteBeforeReplace = replacing.length > 0 && state.inputs[CREATE_BEFORE_DELETE] !== true;
    return { differences, replacing, deleteBeforeReplace };
  }

  async create({ urn, type: token, inputs, preview }: Parameters<Provider['create']>[0]) {
    const type = resourceTypeOf(token);
    if (preview) return { id: '', outputs: previewOutputs(inputs, type) };
    const id = idOf(type, inputs, this.subscriptionId);
    if (this.cloud.find(id) !== undefined) throw new Error(`cannot create already existing resource '${id}'`);
    const created = this.put('create', { urn, type: token, name: '' }, id, inputs);
    try {
      await this.installation.install(created);
    } catch (error) {
      // azure-native keeps a resource that failed half-way, and updates it next time; here it is created next time.
      this.cloud.remove(id);
      throw error;
    }
    return { id, outputs: this.outputsOf(created) };
  }

  async update({ urn, type: token, state, inputs, preview }: Parameters<Provider['update']>[0]) {
    const type = resourceTypeOf(token);
    if (!preview)
      return Promise.resolve(this.outputsOf(this.put('update', { urn, type: token, name: '' }, state.id, inputs)));
    const { name, location } = state.outputs;
    return {
      ...previewOutputs(inputs, type),
      ...(name !== undefined && { name }),
      ...(location !== undefined && { location }),
    };
  }

  /**
   * Inputs change only by what changed in Azure since the last operation: what Azure fills in at creation is in the old
   * outputs already. Without old inputs (an import) they are taken from the id and the answer.
   */
  async read({ type: token, state }: Parameters<Provider['read']>[0]): Promise<ResourceState | undefined> {
    const type = resourceTypeOf(token);
    const found = this.cloud.find(state.id);
    if (found === undefined) return Promise.resolve(undefined);
    const outputs = this.outputsOf(found);
    if (Object.keys(state.inputs).length === 0) {
      return { id: found.id, outputs, inputs: { ...inputsAmong(type, outputs), ...pathInputs(type, found.id) } };
    }
    const [before, after] = [inputsAmong(type, state.outputs), inputsAmong(type, outputs)];
    const changed = new Set(differencesBetween(before, after).map(({ path }) => path[0] ?? ''));
    const changes = Object.fromEntries([...changed].map((key) => [key, after[key]]));
    return { id: found.id, outputs, inputs: { ...state.inputs, ...changes } };
  }

  /**
   * Sends a DELETE with the API version and nothing else: for a compute that leaves out `underlyingResourceAction`, which
   * the API's description calls required. The service takes that and removes what it keeps; what is attached stays, as
   * the recording Test_MachineLearning_Workspaces_CRUD.yaml of github.com/Azure/azure-service-operator shows for an
   * attached virtual machine. A resource that is gone is no error. What lies within a resource goes with it.
   */
  async delete({ urn, state }: Parameters<Provider['delete']>[0]): Promise<void> {
    this.cloud.accept('delete', state.id, urn);
    for (const resource of this.cloud.within(state.id)) {
      this.cloud.remove(resource.id);
      await this.installation.uninstall(resource);
      await this.installation.remove(resource);
    }
  }

  invoke(token: string, args: Properties): Promise<Properties> {
    return Promise.resolve(invoke(this.cloud, token, args, this.subscriptionId));
  }

  private put(call: 'create' | 'update', { urn, type }: ResourceCall, id: string, inputs: Properties): CloudResource {
    this.cloud.accept(call, id, urn);
    const outside = new Set([...pathInputsOf(resourceTypeOf(type)), 'azureApiVersion', CREATE_BEFORE_DELETE]);
    if (type === 'azure-native:authorization:RoleAssignment') outside.delete('scope');
    const body = Object.fromEntries(Object.entries(inputs).filter(([key]) => !outside.has(key)));
    return put(this.cloud, { id, type, body, existing: this.cloud.find(id) });
  }

  private outputsOf(resource: CloudResource): Properties {
    const { apiVersion, settable, readOnly } = resourceTypeOf(resource.type);
    const outputs = { ...answerOf(this.cloud, resource), azureApiVersion: apiVersion };
    return Object.fromEntries(Object.entries(outputs).filter(([key]) => key in settable || key in readOnly));
  }
}
