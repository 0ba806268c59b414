import type { AttachedCluster } from '../../../lib/model/compute/attached-cluster';
import { attachIssues } from '../../../lib/model/compute/attach.rules';
import type { COMPUTE_CODES } from '../../../lib/model/compute/compute.codes';
import { computeNamespaceIssues, computeNamespaceSetIssues } from '../../../lib/model/compute/compute-namespace.rules';
import { instanceTypeIssues, instanceTypeSetIssues } from '../../../lib/model/compute/instance-type.rules';
import type { KubernetesComputeSpec } from '../../../lib/model/compute/kubernetes-compute';
import { kubernetesComputeIssues } from '../../../lib/model/compute/kubernetes-compute.rules';
import { resolveKubernetesCompute } from '../../../lib/model/compute/resolve-kubernetes-compute';
import { workspaceNameIssues } from '../../../lib/model/compute/workspace-names.rules';
import { AKS_ID, ARC_ID, COMPUTE, OTHER_SUBSCRIPTION, PRINCIPALS, RELAY_ID, testId, workspaceOf } from '../attach';
import { casesOf, changesOf, type IssueCases } from './issue-case';

const namespace = changesOf(computeNamespaceIssues, { name: 'ml-jobs' });
const compute = changesOf(kubernetesComputeIssues, COMPUTE);

const AMOUNTS = { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } };
const instanceType = casesOf(([requests, limits]: readonly [object, object]) => {
  const resources = { requests: { ...AMOUNTS.requests, ...requests }, limits: { ...AMOUNTS.limits, ...limits } };
  return instanceTypeIssues({ name: 'small', resources });
});

type Attachment = readonly [cluster: AttachedCluster, ...computes: readonly Partial<KubernetesComputeSpec>[]];
const attachment = casesOf(([cluster, ...computes]: Attachment) =>
  attachIssues(
    cluster,
    computes.map((one) => resolveKubernetesCompute({ ...COMPUTE, ...one })),
  ),
);

const REGISTRY = testId('Microsoft.ContainerRegistry/registries', 'images');
const OTHER_REGISTRY = testId('Microsoft.ContainerRegistry/registries', 'other');
const USER_ASSIGNED = {
  kind: 'userAssigned',
  name: 'jobs',
  resourceId: testId('Microsoft.ManagedIdentity/userAssignedIdentities', 'jobs'),
} as const;
const WORKSPACE = { kind: 'userAssigned', name: 'workspaces', principalId: PRINCIPALS[0] } as const;
const access = { registries: { images: REGISTRY } };
const own = (id: string): Partial<KubernetesComputeSpec> => ({
  identity: { kind: 'systemAssigned' },
  access: { registries: { images: id } },
});
const workspaces = (count: number): Partial<KubernetesComputeSpec>[] =>
  Array.from({ length: count }, (_, n) => ({ workspaceResourceId: workspaceOf(`workspace${String(n)}`) }));
const elsewhere = workspaceOf('vision').replace(/^\/subscriptions\/[^/]+/, OTHER_SUBSCRIPTION);
const LIMIT_RANGE = { default: { cpu: '1', memory: '1Gi' } };

export const COMPUTE_CASES = {
  'compute/namespace-reserved': namespace({ name: 'kube-system' }, { name: 'cube-system' }),
  'compute/pod-security-order': namespace(
    { podSecurity: { enforce: 'restricted', warn: 'baseline', audit: 'restricted' } },
    { podSecurity: { enforce: 'restricted', warn: 'restricted', audit: 'restricted' } },
  ),
  'compute/quota-empty': namespace({ quota: { requests: {} } }, { quota: { requests: { gpu: 1 } } }),
  'compute/quota-without-defaults': namespace(
    { quota: { limits: LIMIT_RANGE.default } },
    { quota: { limits: LIMIT_RANGE.default }, limitRange: LIMIT_RANGE },
  ),
  'compute/quota-requests-above-limits': namespace(
    { quota: { requests: { cpu: '3' }, limits: { cpu: '2' } }, limitRange: LIMIT_RANGE },
    { quota: { requests: { cpu: '2' }, limits: { cpu: '2' } }, limitRange: LIMIT_RANGE },
  ),
  'compute/limit-range-order': namespace(
    { limitRange: { min: { cpu: '2' }, default: { cpu: '1' } } },
    { limitRange: { min: { cpu: '1' }, default: { cpu: '1' } } },
  ),
  'compute/limit-range-empty': namespace({ limitRange: { max: {} } }, { limitRange: { max: { cpu: '1' } } }),
  'compute/instance-type-cpu': instanceType([{ cpu: '100u' }, {}], [{ cpu: '100m' }, {}]),
  'compute/instance-type-memory': instanceType([{ memory: '1.5Gi' }, {}], [{ memory: '1Gi' }, {}]),
  'compute/instance-type-request-above-limit': instanceType([{ cpu: '2001m' }, {}], [{ cpu: '2000m' }, {}]),
  'compute/instance-type-gpu-in-requests': instanceType([{ gpu: 1 }, { gpu: 1 }], [{}, { gpu: 1 }]),
  'compute/instance-type-gpu-resource': instanceType(
    [{}, { gpu: 1, gpuResource: 'gpu' }],
    [{}, { gpu: 1, gpuResource: 'nvidia.com/gpu' }],
  ),
  'compute/instance-type-other-gpu': instanceType(
    [{}, { gpu: 1, gpuResource: 'amd.com/gpu' }],
    [{}, { gpu: 1, gpuResource: 'nvidia.com/gpu' }],
  ),
  'compute/instance-type-mlflow': instanceType([{}, { cpu: '1' }], [{}, { cpu: '2' }]),
  'compute/instance-type-duplicate': casesOf(instanceTypeSetIssues)(
    [{ name: 'a' }, { name: 'a' }],
    [{ name: 'a' }, { name: 'b' }],
  ),
  'compute/namespace-duplicate': casesOf(computeNamespaceSetIssues)(
    [{ name: 'a' }, { name: 'a' }],
    [{ name: 'a' }, { name: 'b' }],
  ),
  'compute/name-start': compute({ name: '1jobs' }, { name: 'jobs1' }),
  'compute/instance-types-map': compute({ instanceTypes: { small: {} } }, { defaultInstanceType: 'small' }),
  'compute/principal-id': compute({ extensionPrincipalId: 'azureml' }, { extensionPrincipalId: PRINCIPALS[0] }),
  'compute/access-without-identity': compute({ access }, { access, identity: { kind: 'systemAssigned' } }),
  'compute/principal-required': compute(
    { access, identity: USER_ASSIGNED },
    { access, identity: { ...USER_ASSIGNED, principalId: PRINCIPALS[0] } },
  ),
  'compute/principal-differs': attachment(
    [
      { kind: 'aks' },
      { workspaceIdentity: WORKSPACE },
      { name: 'more', workspaceIdentity: { ...WORKSPACE, principalId: PRINCIPALS[1] } },
    ],
    [{ kind: 'aks' }, { workspaceIdentity: WORKSPACE }, { name: 'more', workspaceIdentity: WORKSPACE }],
  ),
  'compute/scope-differs': attachment(
    [{ kind: 'aks' }, own(REGISTRY), { name: 'more', ...own(OTHER_REGISTRY) }],
    [{ kind: 'aks' }, own(REGISTRY), { name: 'more', ...own(REGISTRY) }],
  ),
  'compute/cluster-differs': attachment(
    [{ kind: 'aks' }, {}, { name: 'more', resourceId: AKS_ID.replace(/ml$/, 'other') }],
    [{ kind: 'aks' }, {}, { name: 'more', resourceId: AKS_ID }],
  ),
  'compute/workspace-differs': casesOf((name: string) =>
    workspaceNameIssues({ resourceGroupName: 'RG-ml', name }, COMPUTE.workspaceResourceId, ['workspace']),
  )('fraud', 'Vision'),
  'compute/cluster-kind-differs': attachment(
    [{ kind: 'aks' }, { resourceId: ARC_ID }],
    [{ kind: 'arc' }, { resourceId: ARC_ID }],
  ),
  'compute/relay-scope-required': attachment(
    [{ kind: 'arc' }, { resourceId: ARC_ID, workspaceIdentity: WORKSPACE }],
    [
      { kind: 'arc', relayNamespaceId: RELAY_ID },
      { resourceId: ARC_ID, workspaceIdentity: WORKSPACE },
    ],
  ),
  'compute/trusted-access-needed': attachment(
    [{ kind: 'aks', localAccounts: false }, {}],
    [{ kind: 'aks', localAccounts: true }, {}],
  ),
  'compute/trusted-access-cloud': attachment(
    [{ kind: 'aks', localAccounts: false, cloud: 'china' }, {}],
    [{ kind: 'aks', localAccounts: true, cloud: 'china' }, {}],
  ),
  'compute/trusted-access-subscription': attachment(
    [{ kind: 'aks', localAccounts: false }, { workspaceResourceId: elsewhere }],
    [{ kind: 'aks', localAccounts: false }, { workspaceResourceId: workspaceOf('vision') }],
  ),
  'compute/trusted-access-limit': attachment(
    [{ kind: 'aks', localAccounts: false }, ...workspaces(9)],
    [{ kind: 'aks', localAccounts: false }, ...workspaces(8)],
  ),
  'compute/api-server-private': attachment(
    [{ kind: 'aks', apiServer: 'private' }, {}],
    [{ kind: 'aks', apiServer: 'privateWithPublicName' }, {}],
  ),
} satisfies IssueCases<typeof COMPUTE_CODES>;
