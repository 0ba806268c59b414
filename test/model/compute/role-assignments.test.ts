import fc from 'fast-check';
import type { AttachedCluster } from '../../../lib/model/compute/attached-cluster';
import { attachIssues } from '../../../lib/model/compute/attach.rules';
import type { KubernetesComputeSpec } from '../../../lib/model/compute/kubernetes-compute';
import { resolveKubernetesCompute } from '../../../lib/model/compute/resolve-kubernetes-compute';
import { roleAssignments, type RoleAssignment } from '../../../lib/model/compute/role-assignments';
import { ROLE_DEFINITIONS } from '../../../lib/model/compute/role-definitions';
import { isGuid } from '../../../lib/model/azure/guid';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { AKS_ID, ARC_ID, COMPUTE, PRINCIPALS, RELAY_ID, testId, workspaceOf } from '../../support/attach';

const AKS: AttachedCluster = { kind: 'aks' };
const ARC: AttachedCluster = { kind: 'arc', relayNamespaceId: RELAY_ID };
const WORKSPACE = { kind: 'userAssigned', name: 'ml-workspaces', principalId: PRINCIPALS[0] } as const;
const IDENTITY = {
  kind: 'userAssigned',
  name: 'ml-jobs',
  resourceId: testId('Microsoft.ManagedIdentity/userAssignedIdentities', 'ml-jobs'),
  principalId: PRINCIPALS[1],
} as const;
const REGISTRY = testId('Microsoft.ContainerRegistry/registries', 'images');
const STORAGE = testId('Microsoft.Storage/storageAccounts', 'data');

function assignments(cluster: AttachedCluster, ...changes: readonly object[]): readonly RoleAssignment[] {
  return roleAssignments(
    cluster,
    changes.map((one) => resolveKubernetesCompute({ ...COMPUTE, ...one })),
  );
}

function keys(cluster: AttachedCluster, ...changes: readonly object[]): string[] {
  return assignments(cluster, ...changes).map(({ key }) => key);
}

describe('the roles of a workspace', () => {
  test('are the business of the service when its identity is system-assigned', () => {
    expect(assignments(AKS, {}, { name: 'more' })).toStrictEqual([]);
    expect(assignments(ARC, { resourceId: ARC_ID, workspaceIdentity: { kind: 'systemAssigned' } })).toStrictEqual([]);
  });

  test('are three on AKS when its identity is user-assigned', () => {
    const principal = { kind: 'given', name: 'ml-workspaces', principalId: PRINCIPALS[0] };
    const scope = {
      name: 'cluster',
      resourceId: AKS_ID,
      type: 'Microsoft.ContainerService/managedClusters',
      subscriptionId: '11111111-2222-4333-8444-555555555555',
      resourceGroup: 'rg-ml',
      resourceName: 'ml',
    };
    const principalType = 'ServicePrincipal';
    const when = 'before-attach';

    expect(assignments(AKS, { workspaceIdentity: WORKSPACE })).toStrictEqual([
      {
        key: 'ml-workspaces:reader:cluster',
        principal,
        principalType,
        role: 'reader',
        roleDefinitionId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
        scope,
        when,
      },
      {
        key: 'ml-workspaces:extensionContributor:cluster',
        principal,
        principalType,
        role: 'extensionContributor',
        roleDefinitionId: '85cb6faf-e071-4c9b-8136-154b5a04f717',
        scope,
        when,
      },
      {
        key: 'ml-workspaces:clusterAdmin:cluster',
        principal,
        principalType,
        role: 'clusterAdmin',
        roleDefinitionId: '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8',
        scope,
        when,
      },
    ]);
  });

  test('are four with Azure Arc, one of them on the relay', () => {
    const [relay, ...others] = assignments(ARC, { resourceId: ARC_ID, workspaceIdentity: WORKSPACE });

    expect(relay?.scope).toMatchObject({ name: 'relay', resourceId: RELAY_ID, resourceName: 'edge-relay' });
    expect([relay, ...others].map((one) => one?.key)).toStrictEqual([
      'ml-workspaces:relayOwner:relay',
      'ml-workspaces:reader:cluster',
      'ml-workspaces:extensionContributor:cluster',
      'ml-workspaces:clusterAdmin:cluster',
    ]);
    expect(others.map(({ scope }) => scope.resourceId)).toStrictEqual([ARC_ID, ARC_ID, ARC_ID]);
  });

  test('leave the relay out when it is not known', () => {
    expect(keys({ kind: 'arc' }, { resourceId: ARC_ID, workspaceIdentity: WORKSPACE })).toHaveLength(3);
  });

  test('name the administrator of Azure RBAC where the cluster uses it', () => {
    expect(keys({ kind: 'aks', azureRbac: true }, { workspaceIdentity: WORKSPACE })).toStrictEqual([
      'ml-workspaces:reader:cluster',
      'ml-workspaces:extensionContributor:cluster',
      'ml-workspaces:rbacClusterAdmin:cluster',
    ]);
  });

  test.each([{ localAccounts: false }, { authorizedIpRanges: true }, { apiServer: 'privateWithPublicName' }] as const)(
    'have Contributor besides for Trusted Access: %j',
    (facts) => {
      expect(keys({ kind: 'aks', ...facts }, { workspaceIdentity: WORKSPACE })).toContain(
        'ml-workspaces:contributor:cluster',
      );
    },
  );
});

describe('the roles of a compute', () => {
  const access = {
    registries: { images: REGISTRY },
    readBlobs: { data: STORAGE },
    writeBlobs: { scratch: STORAGE },
    highBusinessImpactStorage: { default: STORAGE },
  };

  test('follow from what it may do', () => {
    expect(keys(AKS, { identity: IDENTITY, access })).toStrictEqual([
      'ml-jobs:acrPull:registry/images',
      'ml-jobs:blobReader:storage/data',
      'ml-jobs:blobContributor:storage/scratch',
      'ml-jobs:storageContributor:storage/default',
    ]);
  });

  test('come after the compute when Azure makes its identity', () => {
    expect(
      assignments(AKS, { identity: { kind: 'systemAssigned' }, access: { registries: { images: REGISTRY } } }),
    ).toStrictEqual([
      {
        key: 'rg-ml/vision/jobs:acrPull:registry/images',
        principal: {
          kind: 'compute',
          name: 'rg-ml/vision/jobs',
          workspaceResourceId: workspaceOf('vision'),
          compute: 'jobs',
        },
        principalType: 'ServicePrincipal',
        role: 'acrPull',
        roleDefinitionId: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
        scope: {
          name: 'registry/images',
          resourceId: REGISTRY,
          type: 'Microsoft.ContainerRegistry/registries',
          subscriptionId: '11111111-2222-4333-8444-555555555555',
          resourceGroup: 'rg-ml',
          resourceName: 'images',
        },
        when: 'after-attach',
      },
    ]);
  });

  test('have a key also where the workspace is known only at deployment', () => {
    const workspaceResourceId = deferred('workspace');

    expect(
      keys(AKS, {
        workspaceResourceId,
        identity: { kind: 'systemAssigned' },
        access: { readBlobs: { data: STORAGE } },
      }),
    ).toStrictEqual(['jobs:blobReader:storage/data']);
  });

  test('are none without an identity', () => {
    expect(assignments(AKS, { identity: IDENTITY }, {})).toStrictEqual([]);
  });
});

describe('several computes', () => {
  test('need each role once', () => {
    const shared = { workspaceIdentity: WORKSPACE, identity: IDENTITY, access: { registries: { images: REGISTRY } } };

    expect(
      keys(AKS, shared, { ...shared, name: 'more' }, { ...shared, workspaceResourceId: workspaceOf('fraud') }),
    ).toStrictEqual([
      'ml-workspaces:reader:cluster',
      'ml-workspaces:extensionContributor:cluster',
      'ml-workspaces:clusterAdmin:cluster',
      'ml-jobs:acrPull:registry/images',
    ]);
  });

  test('need each role once also when one principal or resource has two names', () => {
    const renamed = { ...IDENTITY, name: 'other', principalId: PRINCIPALS[1].toUpperCase() };

    expect(
      keys(
        AKS,
        { identity: IDENTITY, access: { registries: { images: REGISTRY } } },
        { name: 'more', identity: renamed, access: { registries: { mirror: REGISTRY.toUpperCase() } } },
      ),
    ).toStrictEqual(['ml-jobs:acrPull:registry/images']);
  });

  test('are for scopes in their proper letter case, in which names stay as they are', () => {
    const odd = (id: string): string =>
      id.replace(/\/providers\/.*\//, (type) => type.toLowerCase()).replace('resourceGroups', 'RESOURCEGROUPS');
    const access = { registries: { images: odd(REGISTRY) }, readBlobs: { data: odd(STORAGE) } };
    const relayNamespaceId = odd(testId('Microsoft.Relay/namespaces', 'Edge'));
    const compute = { resourceId: ARC_ID, workspaceIdentity: WORKSPACE, identity: IDENTITY, access };

    expect(assignments({ kind: 'arc', relayNamespaceId }, compute).map(({ scope }) => scope.resourceId)).toStrictEqual([
      testId('Microsoft.Relay/namespaces', 'Edge'),
      ARC_ID,
      ARC_ID,
      ARC_ID,
      REGISTRY,
      STORAGE,
    ]);
  });

  test('may share what is known only at deployment by its name', () => {
    const identity = (n: number): object => ({ ...IDENTITY, principalId: deferred(`principal ${String(n)}`) });
    const access = (n: number): object => ({ registries: { images: deferred(`registry ${String(n)}`) } });

    expect(
      keys(
        AKS,
        { identity: identity(1), access: access(1) },
        { name: 'more', identity: identity(2), access: access(2) },
      ),
    ).toStrictEqual(['ml-jobs:acrPull:registry/images']);
  });

  test('have identities of their own when Azure makes them', () => {
    const own = { identity: { kind: 'systemAssigned' }, access: { registries: { images: REGISTRY } } };

    expect(
      keys(AKS, own, { ...own, name: 'more' }, { ...own, workspaceResourceId: workspaceOf('vision', 'rg-two') }),
    ).toStrictEqual([
      'rg-ml/vision/jobs:acrPull:registry/images',
      'rg-ml/vision/more:acrPull:registry/images',
      'rg-two/vision/jobs:acrPull:registry/images',
    ]);
  });
});

describe('any computes', () => {
  const names = (kind: string): fc.Arbitrary<Record<string, string>> =>
    fc
      .dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), { maxKeys: 2 })
      .map((chosen) => Object.fromEntries(Object.entries(chosen).map(([name, id]) => [name, testId(kind, id)])));
  const principal = fc.record({ name: fc.constantFrom('one', 'two'), principalId: fc.constantFrom(...PRINCIPALS) });
  const compute: fc.Arbitrary<KubernetesComputeSpec> = fc.record({
    name: fc.constantFrom('jobs', 'more'),
    workspaceResourceId: fc.constantFrom('vision', 'fraud').map((name) => workspaceOf(name)),
    resourceId: fc.constant(AKS_ID),
    workspaceIdentity: fc.oneof(
      fc.constant({ kind: 'systemAssigned' } as const),
      principal.map((one) => ({ kind: 'userAssigned', ...one }) as const),
    ),
    identity: fc.oneof(
      fc.constant({ kind: 'systemAssigned' } as const),
      principal.map((one) => ({ ...IDENTITY, ...one })),
    ),
    access: fc.record({
      registries: names('Microsoft.ContainerRegistry/registries'),
      readBlobs: names('Microsoft.Storage/storageAccounts'),
      writeBlobs: names('Microsoft.Storage/storageAccounts'),
      highBusinessImpactStorage: names('Microsoft.Storage/storageAccounts'),
    }),
  });

  /** What Azure compares before it says that an assignment exists. */
  function inAzure({ principal: who, role, scope }: RoleAssignment): string {
    const id = who.kind === 'given' ? who.principalId : `${who.workspaceResourceId}/${who.compute}`;
    return [id, role, scope.resourceId].join(' ').toLowerCase();
  }

  test('get each role of each principal for each scope once, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(compute, { maxLength: 4 }), (specs) => {
        const computes = specs.map((spec) => resolveKubernetesCompute(spec));
        fc.pre(attachIssues(AKS, computes).length === 0);
        const together = roleAssignments(AKS, computes);
        const apart = computes.flatMap((one) => roleAssignments(AKS, [one]));

        expect(new Set(together.map(({ key }) => key)).size).toBe(together.length);
        expect(new Set(together.map(inAzure)).size).toBe(together.length);
        expect([...new Set(apart.map(inAzure))].sort()).toStrictEqual(together.map(inAzure).sort());
      }),
    );
  });
});

describe('rendering with deferred ids and substituting afterwards', () => {
  const ids = fc.record({
    workspace: fc.constantFrom('vision', 'fraud').map((name) => workspaceOf(name)),
    cluster: fc.constantFrom('a', 'b').map((name) => testId('Microsoft.ContainerService/managedClusters', name)),
    registry: fc.constantFrom('c', 'd').map((name) => testId('Microsoft.ContainerRegistry/registries', name, 'rg-two')),
    identity: fc.constantFrom('e', 'f').map((name) => testId('Microsoft.ManagedIdentity/userAssignedIdentities', name)),
    principal: fc.uuid(),
  });
  type Ids = typeof ids extends fc.Arbitrary<infer Value> ? Value : never;

  function rolesOf(given: Ids): readonly RoleAssignment[] {
    const { workspace: workspaceResourceId, cluster: resourceId, registry, identity, principal } = given;
    return assignments(AKS, {
      workspaceResourceId,
      resourceId,
      workspaceIdentity: { ...WORKSPACE, principalId: principal },
      identity: { ...IDENTITY, resourceId: identity, principalId: principal },
      access: { registries: { images: registry } },
    });
  }

  test('gives the same as substituting first', () => {
    fc.assert(
      fc.property(ids, (known) => {
        const later = Object.fromEntries(Object.keys(known).map((name) => [name, deferred(name)])) as Ids;
        const substituted = substituteDeferredIn(rolesOf(later), ({ name }) => known[name as keyof Ids]);

        expect(substituted).toStrictEqual(rolesOf(known));
      }),
    );
  });
});

describe('the roles', () => {
  test('are named by GUIDs, each another one', () => {
    const ids = Object.values(ROLE_DEFINITIONS).map(({ id }) => id);

    expect(ids.every(isGuid)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
