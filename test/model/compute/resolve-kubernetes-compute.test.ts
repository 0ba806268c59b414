import fc from 'fast-check';
import { computeResource } from '../../../lib/model/compute/compute-resource';
import type { KubernetesComputeSpec } from '../../../lib/model/compute/kubernetes-compute';
import { resolveKubernetesCompute } from '../../../lib/model/compute/resolve-kubernetes-compute';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { AKS_ID, COMPUTE, PRINCIPALS, testId, workspaceOf } from '../../support/attach';

const FULL: KubernetesComputeSpec = {
  ...COMPUTE,
  location: 'westeurope',
  computeLocation: 'eastus',
  namespace: 'ml-jobs',
  identity: { kind: 'systemAssigned' },
  access: { readBlobs: { data: testId('Microsoft.Storage/storageAccounts', 'data') } },
  workspaceIdentity: { kind: 'userAssigned', name: 'workspace', principalId: PRINCIPALS[0] },
  defaultInstanceType: 'cpu-small',
  description: 'jobs of the vision team',
  disableLocalAuth: true,
  tags: { team: 'vision' },
  extensionPrincipalId: PRINCIPALS[1],
  extensionInstanceReleaseTrain: 'Stable',
};

describe('resolveKubernetesCompute', () => {
  test('fills every default', () => {
    expect(resolveKubernetesCompute(COMPUTE)).toStrictEqual({
      name: 'jobs',
      workspaceResourceId: workspaceOf('vision'),
      resourceId: AKS_ID,
      namespace: 'default',
      access: { registries: {}, readBlobs: {}, writeBlobs: {}, highBusinessImpactStorage: {} },
      workspaceIdentity: { kind: 'systemAssigned' },
      tags: {},
      warnings: [],
    });
  });

  test('keeps what is given', () => {
    const access = { registries: {}, readBlobs: {}, writeBlobs: {}, highBusinessImpactStorage: {}, ...FULL.access };

    expect(resolveKubernetesCompute(FULL)).toStrictEqual({ ...FULL, access, warnings: [] });
  });

  test('puts ids into their proper letter case', () => {
    const resourceId = AKS_ID.replace('managedClusters', 'managedclusters').replace('resourceGroups', 'resourcegroups');

    const identityId = testId('Microsoft.ManagedIdentity/userAssignedIdentities', 'Jobs');
    const odd = identityId.replace('Microsoft.ManagedIdentity', 'microsoft.managedidentity');
    const identity = { kind: 'userAssigned', name: 'jobs', resourceId: odd, principalId: PRINCIPALS[0] } as const;

    expect(resolveKubernetesCompute({ ...COMPUTE, resourceId }).resourceId).toBe(AKS_ID);
    expect(resolveKubernetesCompute({ ...COMPUTE, identity }).identity).toStrictEqual({
      ...identity,
      resourceId: identityId,
    });
  });

  test('returns warnings, and fails on errors', () => {
    expect(resolveKubernetesCompute({ ...COMPUTE, name: '1jobs' }).warnings).toHaveLength(1);
    expect(() => resolveKubernetesCompute({ ...COMPUTE, name: '' })).toThrow(/^KubernetesCompute has 1 error:/);
  });
});

describe('computeResource', () => {
  test('is what Azure needs to know', () => {
    expect(computeResource(resolveKubernetesCompute(COMPUTE))).toStrictEqual({
      properties: { computeType: 'Kubernetes', resourceId: AKS_ID, properties: { namespace: 'default' } },
    });
  });

  test('holds everything that is given, and neither instance types nor connection strings', () => {
    expect(computeResource(resolveKubernetesCompute(FULL))).toStrictEqual({
      location: 'westeurope',
      tags: { team: 'vision' },
      properties: {
        computeType: 'Kubernetes',
        resourceId: AKS_ID,
        computeLocation: 'eastus',
        description: 'jobs of the vision team',
        disableLocalAuth: true,
        properties: {
          namespace: 'ml-jobs',
          defaultInstanceType: 'cpu-small',
          extensionPrincipalId: PRINCIPALS[1],
          extensionInstanceReleaseTrain: 'Stable',
        },
      },
    });
  });

  test('is the same with deferred values that are substituted afterwards', () => {
    const values = fc.record({
      location: fc.constantFrom('westeurope', 'eastus2'),
      workspace: fc.constantFrom('vision', 'fraud').map((name) => workspaceOf(name)),
      cluster: fc.constantFrom('a', 'b').map((name) => testId('Microsoft.ContainerService/managedClusters', name)),
      namespace: fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/),
      principal: fc.uuid(),
    });
    type Values = typeof values extends fc.Arbitrary<infer Value> ? Value : never;
    const resource = (given: Values): unknown => {
      const { location, workspace, cluster, namespace, principal } = given;
      const ids = { workspaceResourceId: workspace, resourceId: cluster, extensionPrincipalId: principal };
      return computeResource(resolveKubernetesCompute({ ...FULL, ...ids, location, namespace }));
    };

    fc.assert(
      fc.property(values, (known) => {
        const names = Object.keys(known) as (keyof Values)[];
        const later = Object.fromEntries(names.map((name) => [name, deferred(name)])) as Values;
        const substituted = substituteDeferredIn(resource(later), ({ name }) => known[name as keyof Values]);

        expect(substituted).toStrictEqual(resource(known));
      }),
    );
  });
});
