import { attachIssues } from '../../../lib/model/compute/attach.rules';
import { resolveKubernetesCompute } from '../../../lib/model/compute/resolve-kubernetes-compute';
import { roleAssignments } from '../../../lib/model/compute/role-assignments';
import { deferred } from '../../../lib/model/deferred';
import type { PlatformComputeSpec } from '../../../lib/model/platform/azureml-platform';
import { azureMLPlatformIssues } from '../../../lib/model/platform/azureml-platform.rules';
import { platformAttachments } from '../../../lib/model/platform/platform-attachments';
import { AKS_ID, PRINCIPALS, testId, workspaceOf } from '../../support/attach';
import { platformWith } from '../../support/platform';

const CLUSTER = { resourceId: AKS_ID, subscriptionId: '11111111-2222-4333-8444-555555555555', location: 'eastus' };
const IDENTITY = { kind: 'userAssigned', name: 'workspaces', principalId: PRINCIPALS[0] } as const;
const COMPUTES: readonly PlatformComputeSpec[] = [
  { name: 'jobs', workspace: { resourceGroup: 'rg-ml', name: 'vision' } },
  {
    name: 'more',
    workspace: {
      subscriptionId: '99999999-2222-4333-8444-555555555555',
      resourceGroup: 'rg-two',
      name: 'fraud',
      location: 'westeurope',
      identity: IDENTITY,
    },
    namespace: { name: 'fraud', quota: { pods: 10 } },
    identity: { kind: 'systemAssigned' },
    access: { readBlobs: { data: testId('Microsoft.Storage/storageAccounts', 'data') } },
    defaultInstanceType: 'small',
    description: 'jobs of the fraud team',
    disableLocalAuth: true,
    tags: { team: 'fraud' },
  },
];

describe('platformAttachments', () => {
  test('gives each compute the ids of its workspace and of the cluster', () => {
    const [, second] = COMPUTES;

    expect(platformAttachments(COMPUTES, CLUSTER)).toStrictEqual([
      resolveKubernetesCompute({
        name: 'jobs',
        workspaceResourceId: workspaceOf('vision'),
        resourceId: AKS_ID,
        computeLocation: 'eastus',
      }),
      resolveKubernetesCompute({
        name: 'more',
        workspaceResourceId: workspaceOf('fraud', 'rg-two').replace('11111111', '99999999'),
        resourceId: AKS_ID,
        location: 'westeurope',
        computeLocation: 'eastus',
        namespace: 'fraud',
        workspaceIdentity: IDENTITY,
        ...(second?.identity === undefined ? {} : { identity: second.identity }),
        ...(second?.access === undefined ? {} : { access: second.access }),
        defaultInstanceType: 'small',
        description: 'jobs of the fraud team',
        disableLocalAuth: true,
        tags: { team: 'fraud' },
      }),
    ]);
  });

  test('may be of a cluster that is known only at deployment', () => {
    const [id, subscriptionId] = [deferred('cluster id'), deferred('subscription')];
    const [jobs] = platformAttachments(COMPUTES, { resourceId: id, subscriptionId });

    expect(jobs?.resourceId).toBe(id);
    expect(jobs?.workspaceResourceId).toContain(`/subscriptions/${subscriptionId}/resourceGroups/rg-ml/`);
    expect(jobs).not.toHaveProperty('computeLocation');
  });

  test('give the roles and the warnings of the whole platform', () => {
    const attachments = platformAttachments(COMPUTES, CLUSTER);

    expect(roleAssignments({ kind: 'aks' }, attachments).map(({ key }) => key)).toStrictEqual([
      'workspaces:reader:cluster',
      'workspaces:extensionContributor:cluster',
      'workspaces:clusterAdmin:cluster',
      'rg-two/fraud/more:blobReader:storage/data',
    ]);
    expect(attachIssues({ kind: 'aks' }, attachments)).toStrictEqual([]);
  });

  test('are checked with the platform', () => {
    const issuesOf = (computes: readonly PlatformComputeSpec[]): unknown =>
      azureMLPlatformIssues(platformWith({ computes, nodePools: undefined, openShift: undefined })).ofWhole.map(
        ({ code, path }) => [code, path.slice(0, 3)],
      );

    expect(issuesOf(COMPUTES)).toStrictEqual([
      ['platform/instance-type-unknown', ['computes', 1, 'defaultInstanceType']],
    ]);
    expect(issuesOf(COMPUTES.map((one) => ({ ...one, identity: { kind: 'userAssigned' } }) as never))).toContainEqual([
      'spec/required',
      ['computes', 0, 'identity'],
    ]);
  });
});
