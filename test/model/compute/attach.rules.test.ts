import { attachIssues } from '../../../lib/model/compute/attach.rules';
import { needsTrustedAccess, type AttachedCluster } from '../../../lib/model/compute/attached-cluster';
import { resolveKubernetesCompute } from '../../../lib/model/compute/resolve-kubernetes-compute';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import {
  AKS_ID,
  ARC_ID,
  COMPUTE,
  OTHER_SUBSCRIPTION,
  PRINCIPALS,
  RELAY_ID,
  testId,
  workspaceOf,
} from '../../support/attach';

const WORKSPACE = { kind: 'userAssigned', name: 'ml-workspaces', principalId: PRINCIPALS[0] } as const;
const REGISTRY = testId('Microsoft.ContainerRegistry/registries', 'images');
const OWN = { identity: { kind: 'systemAssigned' }, access: { registries: { images: REGISTRY } } } as const;
const NEEDED =
  'cluster: the workspace reaches the cluster through Trusted Access only; attach after the extension is there, and look with "az aks trustedaccess rolebinding list" whether the binding appeared [compute/trusted-access-needed]';

function messages(cluster: AttachedCluster, ...changes: readonly object[]): string[] {
  const computes = changes.map((one) => resolveKubernetesCompute({ ...COMPUTE, ...one }));
  return attachIssues(cluster, computes).map(formatIssue);
}

describe('attachIssues', () => {
  test('finds nothing wrong with an ordinary cluster', () => {
    expect(messages({ kind: 'aks' }, {}, { name: 'more', workspaceIdentity: WORKSPACE })).toStrictEqual([]);
    expect(messages({ kind: 'arc', relayNamespaceId: RELAY_ID }, { resourceId: ARC_ID })).toStrictEqual([]);
    expect(
      messages({ kind: 'arc', relayNamespaceId: deferred('relay') }, { resourceId: deferred('id') }),
    ).toStrictEqual([]);
  });

  test('fails on facts of the wrong type', () => {
    expect(messages({ kind: 'arc', relayNamespaceId: AKS_ID })).toStrictEqual([
      expect.stringMatching(/^cluster\.relayNamespaceId: .*\[azure\/resource-type\]$/),
    ]);
    expect(messages({ kind: 'aks', apiServer: 'hidden' } as unknown as AttachedCluster)).toStrictEqual([
      expect.stringMatching(/^cluster\.apiServer: .*\[spec\/choice\]$/),
    ]);
    expect(messages({ kind: 'arc', localAccounts: false } as unknown as AttachedCluster)).toStrictEqual([
      expect.stringMatching(/^cluster\.localAccounts: .*\[spec\/unknown-property\]$/),
    ]);
  });

  test('puts its issues where the description has cluster and computes', () => {
    const computes = [resolveKubernetesCompute({ ...COMPUTE, resourceId: ARC_ID })];
    const paths = { cluster: ['access'], computes: ['computes'] };

    expect(attachIssues({ kind: 'aks', localAccounts: false }, computes, paths).map(({ path }) => path)).toStrictEqual([
      ['computes', 0, 'resourceId'],
      ['access'],
    ]);
    expect(attachIssues({ kind: 'arc', relayNamespaceId: '' }, [], paths).map(({ path }) => path)).toStrictEqual([
      ['access', 'relayNamespaceId'],
    ]);
  });

  test('fails on a cluster of the other kind, and on a second cluster', () => {
    const other = testId('Microsoft.ContainerService/managedClusters', 'other');

    expect(messages({ kind: 'aks' }, { resourceId: ARC_ID })).toStrictEqual([
      `[0].resourceId: the id belongs to a cluster of the other kind (received "${ARC_ID}", expected a cluster of kind aks); give the kind that the id says: managedClusters is aks, connectedClusters is arc [compute/cluster-kind-differs]`,
    ]);
    expect(messages({ kind: 'aks' }, {}, { name: 'more', resourceId: other })).toStrictEqual([
      `[1].resourceId: the computes attach different clusters (received "${other}", expected ${AKS_ID}); describe each cluster with its computes by itself [compute/cluster-differs]`,
    ]);
    expect(messages({ kind: 'aks' }, {}, { name: 'more', resourceId: deferred('cluster') })).toStrictEqual([]);
  });

  test('fails on two principals of one name', () => {
    const other = { ...WORKSPACE, principalId: PRINCIPALS[1] };

    expect(
      messages({ kind: 'aks' }, { workspaceIdentity: WORKSPACE }, { name: 'more', workspaceIdentity: other }),
    ).toStrictEqual([
      '[1]: two identities of different principals have the same name (received "ml-workspaces"); give each identity a name of its own; the same name is the same identity [compute/principal-differs]',
    ]);
  });

  test('fails on two computes of one name whose workspaces are not known', () => {
    const [one, other] = [deferred('one'), deferred('other')];
    const fix = 'rename one of the computes: their workspaces are known only at deployment [compute/principal-differs]';

    expect(
      messages({ kind: 'aks' }, { ...OWN, workspaceResourceId: one }, { ...OWN, workspaceResourceId: other }),
    ).toStrictEqual([`[1]: two identities of different principals have the same name (received "jobs"); ${fix}`]);
    expect(
      messages({ kind: 'aks' }, { ...OWN, workspaceResourceId: one }, { ...OWN, workspaceResourceId: one }),
    ).toStrictEqual([]);
  });

  test('fails on two resources of one name', () => {
    const other = testId('Microsoft.ContainerRegistry/registries', 'other');

    expect(
      messages({ kind: 'aks' }, OWN, { ...OWN, name: 'more', access: { registries: { images: other } } }),
    ).toStrictEqual([
      '[1].access: two resources of different ids have the same name (received "registry/images"); give each resource a name of its own; the same name is the same resource [compute/scope-differs]',
    ]);
  });

  test('warns when the relay is not known and somebody has to own it', () => {
    expect(messages({ kind: 'arc' }, { resourceId: ARC_ID, workspaceIdentity: WORKSPACE })).toStrictEqual([
      'cluster.relayNamespaceId: the identity of the workspace has to own the relay of the cluster, and the relay is not known here; give relayNamespaceId, or assign "Azure Relay Owner" elsewhere before the cluster is attached [compute/relay-scope-required]',
    ]);
    expect(messages({ kind: 'arc' }, { resourceId: ARC_ID })).toStrictEqual([]);
  });
});

describe('Trusted Access', () => {
  test.each([
    [{ localAccounts: false }, true],
    [{ authorizedIpRanges: true }, true],
    [{ apiServer: 'privateWithPublicName' }, true],
    [{ apiServer: 'private' }, true],
    [{ localAccounts: true, authorizedIpRanges: false, apiServer: 'public' }, false],
    [{}, false],
  ] as const)('with %j is needed: %j', (facts, needed) => {
    expect(needsTrustedAccess({ kind: 'aks', ...facts })).toBe(needed);
    expect(needsTrustedAccess({ kind: 'arc' })).toBe(false);
  });

  test('is warned about where an attachment depends on it', () => {
    expect(messages({ kind: 'aks', localAccounts: false }, {})).toStrictEqual([NEEDED]);
    expect(messages({ kind: 'aks', authorizedIpRanges: true }, { workspaceResourceId: deferred('id') })).toStrictEqual([
      NEEDED,
    ]);
  });

  test('is not there in other clouds', () => {
    expect(messages({ kind: 'aks', localAccounts: false, cloud: 'china' }, {})).toStrictEqual([
      'cluster.cloud: the workspace reaches the cluster through Trusted Access only, which this cloud does not have (received "china"); keep local accounts enabled and the API server reachable [compute/trusted-access-cloud]',
    ]);
    expect(messages({ kind: 'aks', cloud: 'usGovernment' }, {})).toStrictEqual([]);
  });

  test('does not reach a private API server without a public name', () => {
    expect(messages({ kind: 'aks', apiServer: 'private' }, {})).toStrictEqual([
      'cluster.apiServer: the API server has a private name only, where Trusted Access does not reach it either; give the private cluster a public name (public FQDN), or connect it through Azure Arc [compute/api-server-private]',
    ]);
  });

  test('does not reach into another subscription', () => {
    const workspaceResourceId = workspaceOf('vision').replace(/^\/subscriptions\/[^/]+/, OTHER_SUBSCRIPTION);

    expect(messages({ kind: 'aks', localAccounts: false }, { workspaceResourceId })).toStrictEqual([
      NEEDED,
      '[0].workspaceResourceId: the workspace is in another subscription than the cluster, where Trusted Access does not reach (received "99999999-2222-4333-8444-555555555555", expected 11111111-2222-4333-8444-555555555555); use a workspace in the subscription of the cluster, or a cluster that needs no Trusted Access [compute/trusted-access-subscription]',
    ]);
    expect(messages({ kind: 'aks' }, { workspaceResourceId })).toStrictEqual([]);
  });

  test('binds at most eight workspaces', () => {
    const workspaces = (count: number): object[] =>
      Array.from({ length: count }, (_, n) => ({ workspaceResourceId: workspaceOf(`workspace${String(n)}`) }));

    expect(messages({ kind: 'aks', localAccounts: false }, ...workspaces(8), ...workspaces(8))).toStrictEqual([NEEDED]);
    expect(messages({ kind: 'aks', localAccounts: false }, ...workspaces(9))).toStrictEqual([
      NEEDED,
      'cluster: a cluster has at most 8 bindings of Trusted Access, one for each workspace (received 9, expected at most 8); attach the cluster to at most 8 workspaces [compute/trusted-access-limit]',
    ]);
  });
});
