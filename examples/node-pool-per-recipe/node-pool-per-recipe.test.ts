import {
  admission,
  extensionTolerations,
  extensionTolerationSettings,
  resolveNodePool,
  type PodClass,
  type ResolvedNodePool,
} from 'azureml-kubernetes';
import { AzureMLPlatform, diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { Testing } from 'cdk8s';
import { RECIPES_PLATFORM } from './platform';

const app = Testing.app();
const { charts } = new AzureMLPlatform(app, 'recipes', RECIPES_PLATFORM);
const pools = Object.entries(RECIPES_PLATFORM.nodePools ?? {}).map(([name, pool]) =>
  resolveNodePool({ ...pool, name }),
);
const tolerations = extensionTolerations(pools);

function workload(workspace: string, compute: string): PodClass {
  return { kind: 'workload', resourceGroup: 'rg-ml', workspace, compute };
}

/** The names of the pools that a class of pods may run on. */
function poolsFor(pod: PodClass): string[] {
  const extra = pod.kind === 'other' ? [] : tolerations[pod.kind];
  return pools.filter(({ taints }: ResolvedNodePool) => admission(taints, pod, extra).admitted).map(({ name }) => name);
}

describe('one node pool per recipe', () => {
  test('gives each class of pods its pools', () => {
    expect(poolsFor({ kind: 'extensionSystem' })).toStrictEqual(['shared', 'extension']);
    expect(poolsFor(workload('fraud', 'scoring'))).toStrictEqual(['shared', 'jobs', 'fraud', 'scoring']);
    expect(poolsFor(workload('fraud', 'training'))).toStrictEqual(['shared', 'jobs', 'fraud']);
    expect(poolsFor(workload('churn', 'training'))).toStrictEqual(['shared', 'jobs']);
    expect(poolsFor({ kind: 'other' })).toStrictEqual([]);
  });

  test('opens the spot nodes for workloads, by settings of the extension', () => {
    expect(extensionTolerationSettings(tolerations)).toStrictEqual({
      'workLoadToleration[0].key': 'kubernetes.azure.com/scalesetpriority',
      'workLoadToleration[0].operator': 'Equal',
      'workLoadToleration[0].value': 'spot',
      'workLoadToleration[0].effect': 'NoSchedule',
    });
  });

  test('brings workloads to a pool by an instance type', () => {
    expect(Testing.synth(charts['after-extension'])).toMatchObject(
      ['shared', 'jobs', 'fraud', 'scoring'].map((pool) => ({
        kind: 'InstanceType',
        metadata: { name: `on-${pool}` },
        spec: { nodeSelector: { 'kubernetes.azure.com/agentpool': pool } },
      })),
    );
  });

  test('has nothing to warn about', () => {
    expect(diagnosticsOf(app)).toStrictEqual([]);
  });

  test('is written as it was', () => {
    expect(app.synthYaml()).toMatchSnapshot();
  });
});
