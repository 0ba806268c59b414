import { createHash } from 'node:crypto';
import { KubeClient } from '../../cluster/client';
import type { KubeObject, ObjectId } from '../../cluster/objects';
import type { Cloud } from '../cloud';
import { differencesBetween } from '../provider/differences';
import type { Provider, ResourceState } from '../provider/provider';
import { holdsSecret, marked, withoutMarks, type Properties } from '../provider/wire';
import { versionOf } from '../provider/version';
import { diffOfConfiguration } from './configuration';
import { replacingAmong, type Mutability } from './immutable-properties';
import { accessOf } from './kubeconfig';

/** Set where a name was made up. */
const AUTONAMED = 'pulumi.com/autonamed';

/**
 * Behaves as the provider for Kubernetes does where it matters to a program, on a real API server. What it does was read
 * in provider/pkg/provider/provider.go of github.com/pulumi/pulumi-kubernetes, in the function of the same name, and in
 * the documentation of server-side apply. Two things are stricter here: fields that the server does not know are errors,
 * and fields of another manager are not taken over.
 */
export class Kubernetes implements Provider {
  readonly name = 'kubernetes';
  readonly version = versionOf('@pulumi/kubernetes');
  readonly acceptsSecrets = true;

  private client: KubeClient | undefined;
  private mutable: Mutability = { secrets: false, configMaps: false };

  constructor(private readonly cloud: Cloud) {}

  configure(config: Properties): void {
    const { kubeconfig, enableSecretMutable, enableConfigMapMutable } = withoutMarks(config) as Properties;
    if (typeof kubeconfig === 'string') this.client = new KubeClient(accessOf(kubeconfig));
    this.mutable = { secrets: isTrue(enableSecretMutable), configMaps: isTrue(enableConfigMapMutable) };
  }

  diffConfig(before: Properties, after: Properties) {
    return diffOfConfiguration(withoutMarks(before) as Properties, withoutMarks(after) as Properties);
  }

  /** Names what has no name, and keeps the name that was made up before. */
  check({ type, name, urn, old, inputs }: Parameters<Provider['check']>[0]) {
    const failure = kindFailure(type);
    const { metadata, ...rest } = inputs as { metadata?: Properties };
    if (failure !== undefined) return { inputs, failures: [failure] };
    if (metadata?.['name'] !== undefined) return { inputs };
    const before = (withoutMarks(old) as { metadata?: Properties } | undefined)?.metadata;
    const made = before?.['name'] ?? `${name}-${suffixOf(urn)}`;
    const annotations = { ...(metadata?.['annotations'] as object | undefined), [AUTONAMED]: 'true' };
    return { inputs: { ...rest, metadata: { ...metadata, name: made, annotations } } };
  }

  /** Compares inputs with inputs; a named object has to go before one of the same name comes. */
  diff({ state, inputs }: Parameters<Provider['diff']>[0]) {
    const [before, after] = [withoutMarks(state.inputs) as KubeObject, withoutMarks(inputs) as KubeObject];
    const differences = differencesBetween(before, after);
    const replacing = replacingAmong(differences, `${after.apiVersion}/${after.kind}`, this.mutable);
    const sameName = idOf(before) === idOf(after);
    const named = (after.metadata as { annotations?: Properties }).annotations?.[AUTONAMED] === undefined;
    return { differences, replacing, deleteBeforeReplace: replacing.length > 0 && sameName && named };
  }

  async create({ urn, inputs, preview }: Parameters<Provider['create']>[0]) {
    const object = withoutMarks(inputs) as KubeObject;
    if (preview) return { id: '', outputs: inputs };
    this.cloud.accept('create', nameOf(object), urn);
    const live = await this.api().apply(object);
    return { id: idOf(object), outputs: outputsOf(inputs, live) };
  }

  async update({ urn, inputs, preview }: Parameters<Provider['update']>[0]) {
    const object = withoutMarks(inputs) as KubeObject;
    if (preview) return inputs;
    this.cloud.accept('update', nameOf(object), urn);
    return outputsOf(inputs, await this.api().apply(object));
  }

  /**
   * Inputs stay as they were sent, and outputs become the live object (parseLiveInputs): what somebody changed shows in
   * the refresh, and what somebody deleted is made anew by the next deployment.
   */
  async read({ state }: Parameters<Provider['read']>[0]): Promise<ResourceState | undefined> {
    const live = await this.api().find(withoutMarks(state.inputs) as KubeObject);
    return live && { ...state, outputs: outputsOf(state.inputs, live) };
  }

  /** Waits until the object is gone; one that is gone already is no error. */
  async delete({ urn, state }: Parameters<Provider['delete']>[0]): Promise<void> {
    const object = withoutMarks(state.inputs) as KubeObject;
    this.cloud.accept('delete', nameOf(object), urn);
    await this.api().remove([object]);
  }

  invoke(token: string): Promise<Properties> {
    return Promise.reject(new Error(`unknown Invoke type ${token}`));
  }

  private api(): KubeClient {
    if (this.client === undefined) throw new Error('configured Kubernetes cluster is unreachable: no kubeconfig');
    return this.client;
  }
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** The token of a kind has a group and a version: `kubernetes:core/v1:Secret`. Source: gvkFromURN. */
function kindFailure(token: string): string | undefined {
  const [, groupAndVersion = ''] = token.split(':');
  if (groupAndVersion.split('/').length === 2) return undefined;
  return `apiVersion does not have both a group and a version: "${groupAndVersion}"`;
}

function suffixOf(urn: string): string {
  return createHash('sha256').update(urn).digest('hex').slice(0, 8);
}

function idOf({ metadata }: ObjectId): string {
  return metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
}

function nameOf(object: ObjectId): string {
  return `${object.kind} ${idOf(object)}`;
}

/** The live object; the content of a Secret is secret always, everything else where the inputs are. */
function outputsOf(inputs: Properties, live: KubeObject): Properties {
  const metadata = Object.fromEntries(Object.entries(live.metadata).filter(([key]) => key !== 'managedFields'));
  const entries = Object.entries({ ...live, metadata }).map(([key, value]): [string, unknown] => {
    const hidden = (live.kind === 'Secret' && (key === 'data' || key === 'stringData')) || holdsSecret(inputs[key]);
    return [key, hidden ? marked(value) : value];
  });
  return Object.fromEntries(entries);
}
