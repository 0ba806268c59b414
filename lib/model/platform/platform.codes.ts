import type { IssueCodeTable } from '../issue-code-table';

/** Issues between the parts of one cluster. */
export const PLATFORM_CODES = {
  'platform/pods-without-pool': {
    severity: 'error',
    summary: 'no node pool admits these pods, which stay pending',
    fix: 'add a pool without taints that they do not tolerate, or widen the isolation of one',
    source: 'Kubernetes: a pod runs only where it tolerates every NoSchedule and NoExecute taint',
  },
  'platform/router-needs-three-nodes': {
    severity: 'error',
    summary: 'the three replicas of azureml-fe do not find three nodes',
    fix: 'give the pools that admit the pods of the extension three nodes together, or set inferenceRouterHA to false',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension: inferenceRouterHA',
  },
  'platform/instance-type-selects-nothing': {
    severity: 'error',
    summary: 'no node pool has the labels that the instance type selects',
    fix: 'select labels of one of the pools, or add them to a pool',
    source: 'Kubernetes: a node selector matches labels exactly',
  },
  'platform/instance-type-too-large': {
    severity: 'error',
    summary: 'no node that the instance type selects can hold what it requests',
    fix: 'lower the requests, or select a pool of larger nodes',
    source: 'Azure ML refuses such jobs: instance type larger than any node',
  },
  'platform/instance-type-unreachable': {
    severity: 'warning',
    summary: 'no workload of the computes described may run on the nodes that the instance type selects',
    fix: 'check the isolation of the pools against the computes',
    source: 'the amlarc taints of the nodes name other workspaces or computes',
  },
  'platform/namespace-shared': {
    severity: 'warning',
    summary: 'computes of two workspaces share a namespace, and so every volume, quota and permission in it',
    fix: 'give each workspace a namespace of its own',
    source: 'Azure ML mounts every labelled claim of the namespace into every job there',
  },
  'platform/namespace-id-taken': {
    severity: 'error',
    summary: 'the namespace azureml finds no place in the chart, where another construct has its id',
    fix: 'give the other construct an id other than azureml-namespace, or use another chart',
    source:
      'ids are unique in their scope, and that of the namespace, which comes along, is part of the public contract',
  },
  'platform/namespace-described-twice': {
    severity: 'error',
    summary: 'two computes describe the same namespace',
    fix: 'describe it with the first compute and give the second one its name alone',
    source: 'a namespace has one quota and one set of labels',
  },
  'platform/compute-duplicate': {
    severity: 'error',
    summary: 'a workspace has two computes of the same name',
    fix: 'rename one of them',
    source: 'computes are children of their workspace',
  },
  'platform/instance-type-unknown': {
    severity: 'warning',
    summary: 'the default instance type of the compute is not among those that are described',
    fix: 'describe it in instanceTypes, or make sure that it is in the cluster before jobs run',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types',
  },
  'platform/volume-outside-computes': {
    severity: 'warning',
    summary: 'no compute of this cluster is known to use the namespace of the volume',
    fix: 'put the volume into the namespace of a compute',
    source: 'Azure ML mounts a claim into the jobs of its own namespace alone',
  },
  'platform/pod-security-against-grant': {
    severity: 'error',
    summary: 'the namespace enforces a pod security level that the privileged workloads of OpenShift break',
    fix: 'enforce nothing in the namespace, or privileged',
    source: 'the workloads run with the privileged security context constraint',
  },
  'platform/grant-outside-computes': {
    severity: 'warning',
    summary: 'no compute of this cluster is known to use the namespace of the grant',
    fix: 'name the namespace of a compute, or describe it with a ComputeNamespace',
    source: 'the grant is for the service account that the workloads of a compute run as',
  },
  'platform/compute-without-grant': {
    severity: 'warning',
    summary: 'OpenShift refuses the workloads in the namespace, for which the cluster has no grant',
    fix: 'add the namespace to computeNamespaces of the OpenShiftSccGrant',
    source: 'learn.microsoft.com/azure/machine-learning/reference-kubernetes: the account of each compute namespace',
  },
  'platform/openshift-on-aks': {
    severity: 'error',
    summary: 'AKS is not OpenShift, and knows no security context constraints',
    fix: 'leave openShift out, or give cluster.kind arc: OpenShift clusters are connected through Azure Arc',
    source: 'the extension is installed on AKS and on clusters that are connected through Azure Arc',
  },
  'platform/openshift-without-grants': {
    severity: 'warning',
    summary: 'the cluster is OpenShift, and its description grants the extension nothing there',
    fix: 'describe openShift, unless the grants are made elsewhere',
    source:
      'learn.microsoft.com/azure/machine-learning/reference-kubernetes: the accounts that need the privileged constraint',
  },
  'platform/openshift-elsewhere': {
    severity: 'warning',
    summary: 'permissions of OpenShift are described for a cluster of another distribution',
    fix: 'leave openShift out, or correct cluster.distribution',
    source: 'security context constraints are a kind of OpenShift alone',
  },
  'platform/ingress-without-inference': {
    severity: 'error',
    summary: 'the ingress leads to azureml-fe, which the extension does not install',
    fix: 'describe enableInference with the service type ClusterIP and allowInsecureConnections: true, or leave the ingress out',
    source: 'azureml-fe comes with enableInference alone',
  },
  'platform/ingress-router': {
    severity: 'error',
    summary: 'azureml-fe is not as the ingress in front of it needs it',
    fix: 'give enableInference inferenceRouterServiceType ClusterIP and allowInsecureConnections: true, or leave the ingress out',
    source:
      'learn.microsoft.com/azure/machine-learning/reference-kubernetes: azureml-fe behind nginx or Application Gateway',
  },
  'platform/bundled-nginx': {
    severity: 'error',
    summary: 'the extension brings an nginx along that has the class of the ingress, other than the ingress says',
    fix: "set enableInference.nginxIngressController to 'k8s.io/amlarc-ingress-nginx', and leave bundledNginx out: it follows",
    source:
      'learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-kubernetes-extension: nginxIngress.controller',
  },
  'platform/router-secret-differs': {
    severity: 'error',
    summary: 'HTTPS of azureml-fe names another Secret than the one that routerTls describes',
    fix: 'leave sslSecret out: it follows from routerTls',
    source: 'the name of the Secret changes with each renewal of the certificate',
  },
  'platform/validation-against-scale-from-zero': {
    severity: 'warning',
    summary: 'jobs are refused that are larger than every node that is ready, and there is a GPU pool without nodes',
    fix: 'leave skipResourceValidation out: it follows from the node pools',
    source: 'github.com/microsoft/physical-ai-toolchain: amloperator.skipResourceValidation',
  },
  'platform/volcano-against-scale-from-zero': {
    severity: 'warning',
    summary: 'the plugins overcommit and proportion of Volcano keep jobs waiting for GPU nodes that nothing asks for',
    fix: 'apply a ConfigMap with volcanoScaleFromZeroConfig() and name it in enableTraining.volcanoSchedulerConfigMap',
    source: 'github.com/microsoft/physical-ai-toolchain: both plugins count the nodes that are ready',
  },
  'platform/extension-name-differs': {
    severity: 'error',
    summary: 'two parts of the cluster name different extensions',
    fix: 'give the same extensionName everywhere; a cluster has one Azure ML extension',
    source: 'the namespace azureml is adopted by one Helm release, after which service accounts are named',
  },
  'platform/ingress-with-router-secret': {
    severity: 'error',
    summary: 'the ingress refers to the TLS secret of azureml-fe, whose type and keys it cannot read',
    fix: 'make an IngressTlsSecret for it: type kubernetes.io/tls, keys tls.crt and tls.key',
    source: 'Application Gateway serves plain HTTP and nginx a self-signed certificate then, both without a word',
  },
  'platform/secret-made-twice': {
    severity: 'error',
    summary: 'the ingress has cert-manager write a certificate into the Secret that an IngressTlsSecret makes',
    fix: 'leave https.certManager out and the IngressTlsSecret in, or the other way round',
    source: 'cert-manager replaces certificate and key in the Secret, and whatever makes it puts its own pair back',
  },
  'platform/certificate-requested-twice': {
    severity: 'warning',
    summary: 'the ingress and an IngressTlsSecret have cert-manager make the same certificate',
    fix: 'leave https.certManager out and the IngressTlsSecret in, or the other way round',
    source:
      'cert-manager makes a Certificate for the ingress, of the same name; the two overwrite or refuse each other',
  },
  'platform/secret-in-description': {
    severity: 'error',
    summary: 'the description holds a secret, which is never written down',
    fix: 'refer to a secret store, a secret provider class or an existing Secret instead',
    source: 'a description is kept in files and repositories',
  },
} as const satisfies IssueCodeTable;
