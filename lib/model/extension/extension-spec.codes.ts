import type { IssueCodeTable } from '../issue-code-table';

const DEPLOY_PAGE = 'learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension';
const CLUSTER_EXTENSIONS =
  'Microsoft.KubernetesConfiguration/extensions: releaseTrain, version and autoUpgradeMinorVersion';

/** Issues with the description of an extension. */
export const EXTENSION_SPEC_CODES = {
  'extension/nothing-enabled': {
    severity: 'error',
    summary: 'neither training nor online endpoints are enabled, so that the extension would do nothing',
    fix: 'set enableTraining to true, or describe enableInference, or both',
    source: 'the Azure CLI refuses it',
  },
  'extension/inference-choices': {
    severity: 'error',
    summary: 'online endpoints need choices that have no default',
    fix: 'give inferenceRouterServiceType, and either https or allowInsecureConnections: true',
    source: `${DEPLOY_PAGE}: inferenceRouterServiceType is required, HTTPS needs a certificate`,
  },
  'extension/https-or-insecure': {
    severity: 'error',
    summary: 'it is not said, or said twice, whether the endpoints use HTTPS',
    fix: 'give https with a certificate, or allowInsecureConnections: true for plain HTTP, and not both',
    source: `${DEPLOY_PAGE}: sslSecret, sslKeyPemFile and allowInsecureConnections`,
  },
  'extension/https-source': {
    severity: 'error',
    summary: 'the certificate is not given in one of the two ways',
    fix: 'give sslSecret alone, or certificate and key together',
    source: `${DEPLOY_PAGE}: sslSecret, or sslCertPemFile and sslKeyPemFile`,
  },
  'extension/internal-load-balancer': {
    severity: 'error',
    summary: 'there is no internal load balancer here',
    fix: 'remove internalLoadBalancerProvider; it works with the service type LoadBalancer on AKS',
    source: `${DEPLOY_PAGE}: internalLoadBalancerProvider is for AKS; the health check of the extension refuses others`,
  },
  'extension/internal-load-balancer-unused': {
    severity: 'warning',
    summary: 'a Service of type ClusterIP has no load balancer, so that its provider has no effect',
    fix: 'remove internalLoadBalancerProvider, or set inferenceRouterServiceType to LoadBalancer',
    source: 'the Azure CLI sends the setting all the same',
  },
  'extension/load-balancer-pending': {
    severity: 'warning',
    summary: 'clusters of this distribution have no load balancers by themselves, so that azureml-fe gets no address',
    fix: 'set inferenceRouterServiceType to NodePort or ClusterIP, or install a load balancer',
    source: `${DEPLOY_PAGE}: raw Kubernetes such as minikube and kind has none`,
  },
  'extension/router-needs-three-nodes': {
    severity: 'error',
    summary: 'three replicas of azureml-fe need three nodes',
    fix: 'set inferenceRouterHA to false, leave it out, or add nodes',
    source: `${DEPLOY_PAGE}: inferenceRouterHA needs at least three worker nodes`,
  },
  'extension/volcano-not-installed': {
    severity: 'error',
    summary: 'a scheduler configuration is given for a Volcano that the extension does not install',
    fix: 'remove volcanoSchedulerConfigMap and configure the existing Volcano itself, or set installVolcano to true',
    source: 'volcanoScheduler.schedulerConfigMap is read by the Volcano of the chart',
  },
  'extension/relay-on-aks': {
    severity: 'error',
    summary: 'AKS is reached without a relay',
    fix: 'remove relay; it is for clusters behind Azure Arc',
    source: 'release 1.1.5 of the extension: no relay on AKS',
  },
  'extension/nginx-unused': {
    severity: 'warning',
    summary: 'the extension brings no nginx along on this kind of cluster, so that its class has no effect',
    fix: 'remove nginxIngressController',
    source: 'the Azure CLI enables the bundled nginx on AKS alone',
  },
  'extension/train-with-version': {
    severity: 'error',
    summary: 'a release train means automatic upgrades, and a pinned version means none',
    fix: "give { kind: 'auto', releaseTrain } or { kind: 'pinned', version }",
    source: CLUSTER_EXTENSIONS,
  },
  'extension/release-too-old': {
    severity: 'error',
    summary: 'the pinned version does not have what the description uses',
    fix: 'pin a newer version, or leave out what it does not have',
    source: 'learn.microsoft.com/azure/machine-learning/reference-kubernetes, the table of releases',
  },
  'extension/node-selector-duplicate': {
    severity: 'error',
    summary: 'the node selector has the same key twice, once with escaped dots',
    fix: 'keep the one without backslashes; the library escapes dots',
    source: 'dots in the keys of settings separate levels, so that those in label keys are escaped',
  },
  'extension/setting-key': {
    severity: 'error',
    summary: 'the text cannot be the key of a setting',
    fix: 'use names joined by dots, [0] for positions of lists, and a backslash before a dot inside a name',
    source: 'the keys of settings follow the grammar of Helm --set',
  },
  'extension/setting-owned': {
    severity: 'error',
    summary: 'the setting has a property, or is derived from the description',
    fix: 'remove it from extraSettings and use the property',
    source: 'two places for one fact contradict each other sooner or later',
  },
  'extension/one-per-cluster': {
    severity: 'error',
    summary: 'a cluster has one extension of Azure Machine Learning only',
    fix: 'describe one extension for the cluster; it serves many computes and workspaces',
    source: 'the chart has a fixed namespace, azureml, and definitions for the whole cluster',
  },
} as const satisfies IssueCodeTable;
