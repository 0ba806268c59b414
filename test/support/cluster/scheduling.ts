import { KubeClient } from './client';
import type { KubeObject } from './objects';
import { request } from './request';
import { givenAccess } from './server';
import { waitFor } from './wait';

/** A node without a machine: the scheduler places pods on it, and nothing runs. */
export interface FakeNode {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints: readonly object[];
}

/** A pod that can go to one node alone. */
export interface HeldPod {
  readonly name: string;
  readonly node: string;
  readonly tolerations: readonly object[];
}

/** What the scheduler said of a pod. */
export interface Placement {
  readonly placed: boolean;
  readonly message: string;
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly message?: string;
}

const NAMESPACE = 'scheduling';
const NODE_LABEL = 'test.azureml-kubernetes/node';
const CANARY = 'canary';
const AT_ONCE = 16;
const RESOURCES = { cpu: '1000', memory: '1000Gi', pods: '1000' };

const client = new KubeClient();

/** Creates nodes that are ready, with just these taints, and waits until the scheduler knows them. */
export async function addNodes(nodes: readonly FakeNode[]): Promise<void> {
  await inParallel(nodes, addNode);
  // The scheduler hears of nodes in the order of their changes: when it uses the last one, it knows all others.
  await addNode({ name: CANARY, taints: [] });
  await client.ensureNamespace(NAMESPACE);
  const pod = await client.create(manifestOf({ name: CANARY, node: CANARY, tolerations: [] }));
  await client.waitUntil(pod, 'placed', (live) => placementOf(live).some(([, { placed }]) => placed));
}

/** The taints of a node as they are. */
export async function taintsOf(name: string): Promise<unknown> {
  const node = await client.get({ apiVersion: 'v1', kind: 'Node', metadata: { name } });
  return (node['spec'] as { taints?: unknown }).taints ?? [];
}

/** Creates the pods at once and waits until the scheduler has spoken about each. */
export async function place(pods: readonly HeldPod[]): Promise<ReadonlyMap<string, Placement>> {
  const names = new Set(pods.map(({ name }) => name));
  await inParallel(pods, async (pod) => {
    await client.create(manifestOf(pod));
  });
  return waitFor(`a word of the scheduler on ${String(pods.length)} pods`, async () => {
    const said = (await list(`/api/v1/namespaces/${NAMESPACE}/pods`))
      .flatMap(placementOf)
      .filter(([name]) => names.has(name));
    return said.length === pods.length ? new Map(said) : undefined;
  });
}

/** The nodes that the pods of a DaemonSet went to, sorted, as soon as they are so many and it wants no others. */
export async function nodesOfDaemonSet(daemonSet: KubeObject, count: number): Promise<readonly string[]> {
  const { namespace = '', name } = daemonSet.metadata;
  const read = async (): Promise<{ readonly wanted: unknown; readonly nodes: readonly string[] }> => {
    const { metadata, status } = await client.get(daemonSet);
    const { observedGeneration, desiredNumberScheduled } = status as Readonly<Record<string, number>>;
    const pods = (await list(`/api/v1/namespaces/${namespace}/pods`)).filter(({ metadata: { ownerReferences } }) =>
      (ownerReferences as { uid: string }[] | undefined)?.some(({ uid }) => uid === metadata['uid']),
    );
    const nodes = pods.flatMap(({ spec }) => (spec as { nodeName?: string }).nodeName ?? []);
    return { wanted: observedGeneration === metadata['generation'] && desiredNumberScheduled, nodes: nodes.sort() };
  };
  return waitFor(
    `${String(count)} pods of ${name}`,
    async () => {
      const { wanted, nodes } = await read();
      return wanted === count && nodes.length === count ? nodes : undefined;
    },
    async () => JSON.stringify(await read()),
  );
}

/** Deletes the nodes and the pods that were placed, and waits until they are gone. */
export async function clearScheduling(...namespaces: readonly string[]): Promise<void> {
  const collections = [NAMESPACE, ...namespaces].map((namespace) => `/api/v1/namespaces/${namespace}/pods`);
  await waitFor('no pods and nodes', async () => {
    // Without a kubelet nobody else ends a pod that has a node.
    for (const path of collections) await call('DELETE', `${path}?gracePeriodSeconds=0`);
    await call('DELETE', `/api/v1/nodes?labelSelector=${encodeURIComponent(NODE_LABEL)}`);
    const left = await Promise.all([...collections, '/api/v1/nodes'].map(list));
    return left.flat().length === 0 ? true : undefined;
  });
}

async function addNode({ name, labels, taints }: FakeNode): Promise<void> {
  const metadata = { name, labels: { ...labels, [NODE_LABEL]: name } };
  await client.create({ apiVersion: 'v1', kind: 'Node', metadata });
  const conditions = [{ type: 'Ready', status: 'True' }];
  await merge(`/api/v1/nodes/${name}/status`, { status: { capacity: RESOURCES, allocatable: RESOURCES, conditions } });
  // After creation, as admission marks a new node as not ready, which nobody takes back here.
  await merge(`/api/v1/nodes/${name}`, { spec: { taints } });
}

function manifestOf({ name, node, tolerations }: HeldPod): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      containers: [{ name: 'main', image: 'registry.contoso.com/none' }],
      nodeSelector: { [NODE_LABEL]: node },
      tolerations,
    },
  };
}

function placementOf({ metadata, status }: KubeObject): [string, Placement][] {
  const { conditions = [] } = (status ?? {}) as { conditions?: readonly Condition[] };
  const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
  if (scheduled === undefined) return [];
  return [[metadata.name, { placed: scheduled.status === 'True', message: scheduled.message ?? '' }]];
}

async function list(path: string): Promise<KubeObject[]> {
  return ((await call('GET', path)) as { items: KubeObject[] }).items;
}

async function merge(path: string, patch: object): Promise<void> {
  await call('PATCH', path, { type: 'application/merge-patch+json', text: JSON.stringify(patch) });
}

async function call(
  method: 'GET' | 'PATCH' | 'DELETE',
  path: string,
  body?: { readonly type: string; readonly text: string },
): Promise<unknown> {
  const { status, text } = await request(givenAccess(), { method, path, ...(body && { body }) });
  if (status >= 300) throw new Error(`${method} ${path}: ${String(status)} ${text}`);
  return JSON.parse(text);
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
