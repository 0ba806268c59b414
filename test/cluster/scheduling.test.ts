import fc from 'fast-check';
import {
  admission,
  parseTaint,
  resolveDevicePlugin,
  resolveNodeIsolation,
  TAINT_EFFECTS,
  type DevicePluginSpec,
  type NodeIsolationSpec,
  type Taint,
  type TolerationSpec,
} from 'azureml-kubernetes';
import { kubectlTaintArguments, kubectlUntaintArguments } from 'azureml-kubernetes/az';
import { renderDevicePlugin, renderTaints } from 'azureml-kubernetes/manifests';
import { KubeClient } from '../support/cluster/client';
import { kubectl } from '../support/cluster/kubectl';
import type { KubeObject } from '../support/cluster/objects';
import { addNodes, clearScheduling, nodesOfDaemonSet, place, taintsOf } from '../support/cluster/scheduling';
import { ADMITTED_BY_TAINT, RECIPES, SAMPLE_PODS, type SamplePod } from '../support/scheduling';

const client = new KubeClient();

/** Pods to be tried on a node with some taints. */
interface Trial {
  readonly taints: readonly Taint[];
  readonly pods: readonly (SamplePod & { readonly extra: readonly TolerationSpec[] })[];
}

const EVERY_POD = Object.values(SAMPLE_PODS).map((pod) => ({ ...pod, extra: [] }));

const TAINT_TRIALS: readonly Trial[] = ADMITTED_BY_TAINT.flatMap(({ taint }) =>
  TAINT_EFFECTS.map((effect) => ({ taints: [parseTaint(`${taint}:${effect}`)], pods: EVERY_POD })),
);

const RECIPE_TRIALS: readonly Trial[] = RECIPES.flatMap(({ isolation }) =>
  TAINT_EFFECTS.map((effect) => ({ taints: resolveNodeIsolation({ ...isolation, effect }).taints, pods: EVERY_POD })),
);

const SOME_TAINTS = [
  ...ADMITTED_BY_TAINT.map(({ taint }) => taint),
  'ml.azure.com/workspace=churn',
  'kubernetes.azure.com/scalesetpriority=spot',
  'sku=gpu',
  'dedicated',
].flatMap((taint) => TAINT_EFFECTS.map((effect) => parseTaint(`${taint}:${effect}`)));

const SOME_TOLERATIONS: readonly TolerationSpec[] = [
  { operator: 'Equal', key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule' },
  { operator: 'Exists', key: 'sku' },
  { operator: 'Equal', key: 'sku', value: 'cpu' },
  { operator: 'Equal', key: 'dedicated' },
  { operator: 'Exists', effect: 'NoExecute' },
  { operator: 'Exists', key: 'ml.azure.com/amlarc-system', effect: 'NoSchedule' },
];

const PODS_A_NODE = 6;

const randomTrial: fc.Arbitrary<Trial> = fc.record({
  taints: fc.uniqueArray(fc.constantFrom(...SOME_TAINTS), {
    maxLength: 3,
    selector: ({ key, effect }) => `${key}:${effect}`,
  }),
  pods: fc.array(
    fc
      .record({
        pod: fc.constantFrom(...EVERY_POD),
        extra: fc.subarray([...SOME_TOLERATIONS], { maxLength: 3 }),
      })
      .map(({ pod, extra }) => ({ ...pod, extra })),
    { minLength: PODS_A_NODE, maxLength: PODS_A_NODE },
  ),
});

const RANDOM_TRIALS = fc.sample(randomTrial, { numRuns: 60, seed: 1 });

/** What the scheduler does with each pod of the trials, and what the library says, as lines that compare well. */
async function outcomes(trials: readonly Trial[]): Promise<{ readonly real: string[]; readonly said: string[] }> {
  await addNodes(trials.map(({ taints }, index) => ({ name: `node-${String(index)}`, taints: renderTaints(taints) })));
  const tries = trials.flatMap(({ taints, pods }, index) =>
    pods.map(({ title, pod, tolerations, extra }, number) => ({
      title: `${title} with ${JSON.stringify(extra)} on ${JSON.stringify(taints)}`,
      held: {
        name: `pod-${String(index)}-${String(number)}`,
        node: `node-${String(index)}`,
        tolerations: [...tolerations, ...extra],
      },
      admitted: admission(taints, pod, extra).admitted,
    })),
  );
  const placements = await place(tries.map(({ held }) => held));
  return {
    real: tries.map(({ title, held }) => `${title}: ${answer(placements.get(held.name)?.placed)}`),
    said: tries.map(({ title, admitted }) => `${title}: ${answer(admitted)}`),
  };
}

function answer(yes: boolean | undefined): string {
  return yes === true ? 'placed' : 'refused';
}

function count(lines: readonly string[], word: string): number {
  return lines.filter((line) => line.endsWith(word)).length;
}

describe('the scheduler', () => {
  afterEach(() => clearScheduling());

  test('places and refuses pods as the truth table says, for each taint and effect', async () => {
    const { real, said } = await outcomes(TAINT_TRIALS);
    expect(real).toStrictEqual(said);
    expect(real).toHaveLength(6 * 3 * EVERY_POD.length);
  });

  test('places and refuses pods as the library says, for each recipe and effect', async () => {
    const { real, said } = await outcomes(RECIPE_TRIALS);
    expect(real).toStrictEqual(said);
    expect(real).toHaveLength(5 * 3 * EVERY_POD.length);
  });

  test('places and refuses pods as the library says, for random mixes of taints and pods', async () => {
    const { real, said } = await outcomes(RANDOM_TRIALS);
    expect(real).toStrictEqual(said);
    expect(count(real, 'placed')).toBeGreaterThan(100);
    expect(count(real, 'refused')).toBeGreaterThan(100);
    expect(real.length).toBeGreaterThanOrEqual(300);
  });

  test('names the taint as the reason', async () => {
    await addNodes([{ name: 'node', taints: renderTaints(resolveNodeIsolation({ kind: 'overall' }).taints) }]);
    const pod = (await place([{ name: 'pod', node: 'node', tolerations: [] }])).get('pod');
    expect(pod?.placed).toBe(false);
    expect(pod?.message).toContain('untolerated taint');
  });
});

describe('the device plugin', () => {
  const isolations: readonly NodeIsolationSpec[] = RECIPES.flatMap(({ isolation }) =>
    TAINT_EFFECTS.map((effect) => ({ ...isolation, effect })),
  );
  const nodes = isolations.map((isolation) => ({
    name: `${isolation.kind}-${isolation.effect ?? ''}`.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    taints: renderTaints(resolveNodeIsolation(isolation).taints),
  }));
  // The test's own nodes: one without taints, and the one by which it is known that the scheduler knows them all.
  const others = ['canary', 'untainted'];
  const all = [...nodes.map(({ name }) => name), ...others].sort();
  const open = all.filter((name) => others.includes(name) || name.endsWith('-prefer-no-schedule'));

  beforeAll(() => addNodes([...nodes, { name: 'untainted', taints: [] }]));

  afterAll(() => clearScheduling('kube-system'));

  const nodesOf = async (plugin: DevicePluginSpec, count: number): Promise<readonly string[]> => {
    const manifest = renderDevicePlugin(resolveDevicePlugin(plugin)) as unknown as KubeObject;
    await client.apply(manifest);
    try {
      return await nodesOfDaemonSet(manifest, count);
    } finally {
      await client.remove([manifest]);
    }
  };

  test('runs on the nodes of every recipe that it is told of', async () => {
    await expect(nodesOf({ name: 'with-recipes', isolations }, all.length)).resolves.toStrictEqual(all);
  });

  test('stays away from the nodes of recipes that it is not told of', async () => {
    await expect(nodesOf({}, open.length)).resolves.toStrictEqual(open);
  });
});

describe('kubectl taint', () => {
  const { taints } = resolveNodeIsolation({
    kind: 'computeTarget',
    resourceGroup: 'rg',
    workspace: 'ws1',
    compute: 'c1',
  });
  const other = resolveNodeIsolation({ kind: 'computeTarget', resourceGroup: 'rg', workspace: 'ws2', compute: 'c1' });
  const all = { labels: { pool: 'jobs' } };

  beforeEach(() => addNodes(['one', 'two'].map((name) => ({ name, labels: { pool: 'jobs' }, taints: [] }))));

  afterEach(() => clearScheduling());

  test('gives a node the taints, again and with other values too, and takes them off', async () => {
    kubectl(...kubectlTaintArguments({ name: 'one' }, taints));
    kubectl(...kubectlTaintArguments({ name: 'one' }, taints));
    await expect(taintsOf('one')).resolves.toStrictEqual(expect.arrayContaining(renderTaints(taints)));
    await expect(taintsOf('two')).resolves.toStrictEqual([]);

    kubectl(...kubectlTaintArguments({ name: 'one' }, other.taints));
    await expect(taintsOf('one')).resolves.toStrictEqual(expect.arrayContaining(renderTaints(other.taints)));
    await expect(taintsOf('one')).resolves.toHaveLength(taints.length);

    kubectl(...kubectlUntaintArguments({ name: 'one' }, other.taints));
    await expect(taintsOf('one')).resolves.toStrictEqual([]);
  });

  test('gives all nodes with some labels a taint without a value, and takes it off', async () => {
    const team = [parseTaint('team:NoExecute')];
    kubectl(...kubectlTaintArguments(all, team));
    await expect(Promise.all(['one', 'two'].map(taintsOf))).resolves.toStrictEqual([
      renderTaints(team),
      renderTaints(team),
    ]);

    kubectl(...kubectlUntaintArguments(all, team));
    await expect(Promise.all(['one', 'two'].map(taintsOf))).resolves.toStrictEqual([[], []]);
  });
});
