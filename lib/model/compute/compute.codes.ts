import type { IssueCodeTable } from '../issue-code-table';

const ATTACH = 'learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace';
const TRUSTED_ACCESS = 'learn.microsoft.com/azure/aks/trusted-access-feature';

/** Issues with the namespaces of computes, with instance types, and with attaching a cluster. */
export const COMPUTE_CODES = {
  'compute/namespace-reserved': {
    severity: 'error',
    summary: 'the namespace belongs to Kubernetes or to the extension and is not created here',
    fix: 'choose a namespace of its own for the compute; one that exists already needs no ComputeNamespace',
    source: 'default, kube-* and openshift* exist in a cluster; azureml is created for the extension',
  },
  'compute/pod-security-order': {
    severity: 'warning',
    summary: 'the namespace warns or audits at a laxer level than it enforces, which never says anything',
    fix: 'leave the level out, or choose a stricter one than the enforced',
    source: 'Kubernetes Pod Security Standards: privileged, baseline, restricted',
  },
  'compute/quota-empty': {
    severity: 'error',
    summary: 'the quota limits nothing',
    fix: 'give at least one amount, or leave the quota out',
    source: 'Kubernetes ResourceQuota',
  },
  'compute/quota-without-defaults': {
    severity: 'warning',
    summary: 'the quota demands an amount from every pod, and nothing gives it to pods that do not say one',
    fix: 'give limitRange.default and limitRange.defaultRequest for the same resource',
    source: 'Kubernetes refuses pods without a request or limit for a resource that a quota counts',
  },
  'compute/quota-requests-above-limits': {
    severity: 'error',
    summary: 'the quota allows higher requests than limits, but requests never exceed limits',
    fix: 'raise the amount in limits or lower the one in requests',
    source: 'Kubernetes: a request is at most the limit',
  },
  'compute/limit-range-order': {
    severity: 'error',
    summary: 'the amounts of the limit range contradict each other',
    fix: 'keep min <= defaultRequest <= default <= max',
    source: 'Kubernetes LimitRange validation',
  },
  'compute/limit-range-empty': {
    severity: 'error',
    summary: 'the limit range says nothing',
    fix: 'give at least one amount, or leave the limit range out',
    source: 'Kubernetes LimitRange',
  },
  'compute/instance-type-cpu': {
    severity: 'error',
    summary: 'the amount of CPU is not of the form that instance types take',
    fix: 'give millicores such as "500m" or a number of cores such as "2" or "0.5", more than zero, as text',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types',
  },
  'compute/instance-type-memory': {
    severity: 'error',
    summary: 'the amount of memory is not of the form that instance types take',
    fix: 'give a number with a suffix such as "1024Mi" or "4Gi", more than zero, as text',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types',
  },
  'compute/instance-type-request-above-limit': {
    severity: 'error',
    summary: 'the instance type requests more than its limit',
    fix: 'lower the request or raise the limit',
    source: 'Kubernetes: a request is at most the limit',
  },
  'compute/instance-type-gpu-in-requests': {
    severity: 'error',
    summary: 'a GPU stands in the requests of an instance type',
    fix: 'give the number of GPUs as limits.gpu alone',
    source:
      'learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types: GPUs are set in limits only',
  },
  'compute/instance-type-gpu-resource': {
    severity: 'error',
    summary: 'the text does not name an extended resource',
    fix: 'give the name that a device plugin advertises, domain included, such as nvidia.com/gpu',
    source: 'Kubernetes: names of extended resources have a domain other than kubernetes.io',
  },
  'compute/instance-type-other-gpu': {
    severity: 'warning',
    summary: 'the documentation knows GPUs as nvidia.com/gpu alone; whether Azure ML takes others is not known',
    fix: 'try a job with the instance type, or leave gpuResource out on nodes with NVIDIA GPUs',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types',
  },
  'compute/instance-type-mlflow': {
    severity: 'warning',
    summary: 'the instance type is too small for MLflow model deployments',
    fix: 'give limits of at least 2 cores and 4Gi where MLflow models are deployed',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types',
  },
  'compute/instance-type-duplicate': {
    severity: 'error',
    summary: 'two instance types of one cluster have the same name',
    fix: 'rename one of them: instance types are cluster-wide, whatever the compute',
    source: 'the InstanceType kind is cluster-scoped',
  },
  'compute/namespace-duplicate': {
    severity: 'error',
    summary: 'the namespace is made twice in one cluster',
    fix: 'keep one ComputeNamespace; several computes may share its name',
    source: 'Kubernetes names are unique in a cluster',
  },
  'compute/name-start': {
    severity: 'warning',
    summary: 'the name of the compute does not start with a letter, which not every tool takes',
    fix: 'start the name with a letter',
    source: 'the rules of the studio for names of computes; no document says them for Kubernetes computes',
  },
  'compute/instance-types-map': {
    severity: 'error',
    summary: 'instance types are not defined on the compute',
    fix: 'define them as InstanceType objects, which are there for every compute of the cluster',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types',
  },
  'compute/principal-id': {
    severity: 'error',
    summary: 'the text is not the object id of a service principal',
    fix: 'give the GUID, as "az identity show --query principalId" gives it; it is not the client id',
    source: 'Azure role assignments name principals by their object ids',
  },
  'compute/access-without-identity': {
    severity: 'error',
    summary: 'the compute has access to resources and no identity that could use it',
    fix: 'give the compute an identity, systemAssigned or userAssigned',
    source: ATTACH,
  },
  'compute/principal-required': {
    severity: 'error',
    summary: 'roles have to be assigned to the identity of the compute, and its principal is not known',
    fix: 'give principalId, as "az identity show --query principalId" gives it',
    source: 'Azure role assignments name principals by their object ids',
  },
  'compute/principal-differs': {
    severity: 'error',
    summary: 'two identities of different principals have the same name',
    fix: 'give each identity a name of its own; the same name is the same identity',
    source: 'each role is assigned once to a principal for a scope',
  },
  'compute/scope-differs': {
    severity: 'error',
    summary: 'two resources of different ids have the same name',
    fix: 'give each resource a name of its own; the same name is the same resource',
    source: 'each role is assigned once to a principal for a scope',
  },
  'compute/cluster-differs': {
    severity: 'error',
    summary: 'the computes attach different clusters',
    fix: 'describe each cluster with its computes by itself',
    source: 'the roles are assigned for one cluster',
  },
  'compute/workspace-differs': {
    severity: 'error',
    summary: 'the names belong to another workspace than the id',
    fix: 'give the names that the id of the workspace has, or leave them out',
    source: 'a compute is made in the workspace of these names',
  },
  'compute/cluster-kind-differs': {
    severity: 'error',
    summary: 'the id belongs to a cluster of the other kind',
    fix: 'give the kind that the id says: managedClusters is aks, connectedClusters is arc',
    source: ATTACH,
  },
  'compute/relay-scope-required': {
    severity: 'warning',
    summary: 'the identity of the workspace has to own the relay of the cluster, and the relay is not known here',
    fix: 'give relayNamespaceId, or assign "Azure Relay Owner" elsewhere before the cluster is attached',
    source: ATTACH,
  },
  'compute/trusted-access-needed': {
    severity: 'warning',
    summary: 'the workspace reaches the cluster through Trusted Access only',
    fix: 'attach after the extension is there, and look with "az aks trustedaccess rolebinding list" whether the binding appeared',
    source: `${TRUSTED_ACCESS}; Azure/AML-Kubernetes docs/azureml-aks-ta-support.md`,
  },
  'compute/trusted-access-cloud': {
    severity: 'warning',
    summary: 'the workspace reaches the cluster through Trusted Access only, which this cloud does not have',
    fix: 'keep local accounts enabled and the API server reachable',
    source: 'Azure/AML-Kubernetes docs/azureml-aks-ta-support.md: public cloud only',
  },
  'compute/trusted-access-subscription': {
    severity: 'warning',
    summary: 'the workspace is in another subscription than the cluster, where Trusted Access does not reach',
    fix: 'use a workspace in the subscription of the cluster, or a cluster that needs no Trusted Access',
    source: 'Azure/AML-Kubernetes docs/azureml-aks-ta-support.md: the same subscription',
  },
  'compute/trusted-access-limit': {
    severity: 'warning',
    summary: 'a cluster has at most 8 bindings of Trusted Access, one for each workspace',
    fix: 'attach the cluster to at most 8 workspaces',
    source: TRUSTED_ACCESS,
  },
  'compute/api-server-private': {
    severity: 'warning',
    summary: 'the API server has a private name only, where Trusted Access does not reach it either',
    fix: 'give the private cluster a public name (public FQDN), or connect it through Azure Arc',
    source: 'Azure/AML-Kubernetes docs/azureml-aks-ta-support.md: private clusters with a public FQDN',
  },
} as const satisfies IssueCodeTable;
