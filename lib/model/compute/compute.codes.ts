import type { IssueCodeTable } from '../issue-code-table';

/** Issues with the namespaces of computes and with instance types. */
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
} as const satisfies IssueCodeTable;
