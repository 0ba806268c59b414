import { formatIssue } from '../../../lib/model/issues';
import type { AzureMLPlatformSpec } from '../../../lib/model/platform/azureml-platform';
import { azureMLPlatformIssues } from '../../../lib/model/platform/azureml-platform.rules';
import { resolveAzureMLPlatform } from '../../../lib/model/platform/resolve-azureml-platform';
import { AKS } from '../../support/extensions';

const TRAINING = { name: 'azureml', enableTraining: true };
const FROM_ZERO = { system: { minCount: 3 }, gpu: { gpus: 1, minCount: 0, maxCount: 4 } };

function platform(changes: object): AzureMLPlatformSpec {
  return {
    extension: TRAINING,
    computes: [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' } }],
    ...changes,
  } as AzureMLPlatformSpec;
}

function messages(changes: object): string[] {
  return azureMLPlatformIssues(platform(changes)).ofWhole.map(formatIssue);
}

describe('GPU pools that scale from zero', () => {
  test('let jobs wait for their nodes, and warn of the scheduler', () => {
    expect(messages({ nodePools: FROM_ZERO })).toStrictEqual([
      'extension.enableTraining.volcanoSchedulerConfigMap: the plugins overcommit and proportion of Volcano keep jobs waiting for GPU nodes that nothing asks for; apply a ConfigMap with volcanoScaleFromZeroConfig() and name it in enableTraining.volcanoSchedulerConfigMap [platform/volcano-against-scale-from-zero]',
    ]);
    expect(resolveAzureMLPlatform(platform({ nodePools: FROM_ZERO })).extension).toStrictEqual({
      name: 'azureml',
      enableTraining: { skipResourceValidation: true },
    });
  });

  test.each([{ volcanoSchedulerConfigMap: 'scale-from-zero' }, { installVolcano: false }])(
    'do not warn of a scheduler with a configuration of its own: %j',
    (enableTraining) => {
      expect(messages({ extension: { ...TRAINING, enableTraining }, nodePools: FROM_ZERO })).toStrictEqual([]);
    },
  );

  test('warn when jobs are refused that wait for them', () => {
    const enableTraining = { skipResourceValidation: false, volcanoSchedulerConfigMap: 'scale-from-zero' };
    expect(messages({ extension: { ...TRAINING, enableTraining }, nodePools: FROM_ZERO })).toStrictEqual([
      'extension.enableTraining.skipResourceValidation: jobs are refused that are larger than every node that is ready, and there is a GPU pool without nodes; leave skipResourceValidation out: it follows from the node pools [platform/validation-against-scale-from-zero]',
    ]);
  });

  test.each([
    { gpu: { gpus: 1, minCount: 1, maxCount: 4 } },
    { gpu: { gpus: 1, minCount: 0, maxCount: 0 }, system: {} },
    { cpu: { minCount: 0, maxCount: 4 } },
  ])('are no other pools: %j', (nodePools) => {
    expect(messages({ nodePools })).toStrictEqual([]);
    expect(resolveAzureMLPlatform(platform({ nodePools })).extension.enableTraining).toBe(true);
  });

  test('mean nothing without training', () => {
    const extension = {
      name: 'azureml',
      enableInference: { inferenceRouterServiceType: 'NodePort', allowInsecureConnections: true },
    };
    expect(messages({ extension, nodePools: FROM_ZERO })).toStrictEqual([]);
  });
});

describe('the settings of the extension about nodes', () => {
  test('tolerate what the pools ask for, besides what the description says', () => {
    const tolerations = {
      workload: [
        { operator: 'Exists', key: 'team' },
        { operator: 'Equal', key: 'sku', value: 'gpu', effect: 'NoSchedule' },
      ],
    };
    const nodePools = { system: {}, gpu: { gpus: 1, taints: ['sku=gpu:NoSchedule', 'owner=ml:NoExecute'] } };
    const { extension } = resolveAzureMLPlatform(platform({ extension: { ...TRAINING, tolerations }, nodePools }));
    expect(extension.tolerations).toStrictEqual({
      workload: [...tolerations.workload, { operator: 'Equal', key: 'owner', value: 'ml', effect: 'NoExecute' }],
    });
    expect(resolveAzureMLPlatform(platform({ nodePools: { system: {} } })).extension).toStrictEqual(TRAINING);
  });

  test('let workloads onto nodes that only they tolerate', () => {
    const nodePools = {
      system: { taints: ['CriticalAddonsOnly=true:NoSchedule'], toleratedBy: 'extensionSystem', minCount: 3 },
      jobs: { taints: ['team=ml:NoSchedule'], toleratedBy: 'nobody' },
    };
    const tolerations = { workload: [{ operator: 'Exists', key: 'team' }] };
    expect(messages({ nodePools })).toStrictEqual([
      expect.stringMatching(/^computes\[0\]: .*\[platform\/pods-without-pool\]$/),
    ]);
    expect(messages({ nodePools, extension: { ...TRAINING, tolerations } })).toStrictEqual([]);
  });

  test('fail when no pool has the labels of the node selector', () => {
    const nodeSelector = { 'contoso\\.com/purpose': 'ml' };
    const extension = { ...TRAINING, nodeSelector };
    expect(messages({ extension, nodePools: { jobs: {} } })[0]).toBe(
      'nodePools: no node pool admits these pods, which stay pending (received "pods of the extension: kept from jobs by the nodeSelector of the extension"); add a pool without taints that they do not tolerate, or widen the isolation of one [platform/pods-without-pool]',
    );
    expect(messages({ extension, nodePools: { jobs: { labels: { 'contoso.com/purpose': 'ml' } } } })).toStrictEqual([]);
  });

  test('fail on a version from before several pools could scale', () => {
    const upgrades = { kind: 'pinned', version: '1.1.26' };
    const scaling = { minCount: 1, maxCount: 3 };
    expect(messages({ extension: { ...TRAINING, upgrades }, nodePools: { a: scaling, b: scaling } })).toStrictEqual([
      'extension.upgrades.version: the pinned version does not have what the description uses (received "1.1.26", expected 1.1.28 or newer: autoscaling works with several node pools); pin a newer version, or leave out what it does not have [extension/release-too-old]',
    ]);
    expect(messages({ extension: { ...TRAINING, upgrades }, nodePools: { a: scaling, b: {} } })).toStrictEqual([]);
  });

  test('take one replica of azureml-fe on a cluster that is known to be small', () => {
    const extension = {
      name: 'azureml',
      enableInference: { inferenceRouterServiceType: 'NodePort', allowInsecureConnections: true },
    };
    const nodePools = { nodes: { maxCount: 2 } };
    expect(messages({ extension, nodePools, cluster: { ...AKS, nodeCount: 2 } })).toStrictEqual([]);
    expect(messages({ extension, nodePools, cluster: { ...AKS, nodeCount: 3 } })).toStrictEqual([
      expect.stringMatching(/\[platform\/router-needs-three-nodes\]$/),
    ]);
  });
});
