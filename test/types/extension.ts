import {
  productionGpuExtension,
  productionInferenceExtension,
  SecretValue,
  type ClusterSpec,
  type ExtensionSpec,
  type HttpsSpec,
  type UpgradesSpec,
} from 'azureml-kubernetes';

const name = 'azureml';
const facts = { location: 'westeurope' } as const;
const parts = { subscriptionId: 'guid', resourceGroup: 'rg', name: 'ml' } as const;
const key = SecretValue.of('pem');

export const complete: readonly ExtensionSpec[] = [
  { name, enableTraining: true },
  {
    name,
    enableTraining: {},
    enableInference: { inferenceRouterServiceType: 'NodePort', allowInsecureConnections: true },
  },
  {
    name,
    enableInference: {
      inferenceRouterServiceType: 'LoadBalancer',
      internalLoadBalancerProvider: 'azure',
      https: { sslCname: 'ml.contoso.com', certificate: 'pem', key },
    },
  },
];

export const clusters: readonly ClusterSpec[] = [
  { kind: 'aks', resourceId: 'id', ...facts, nodeCount: 3 },
  { kind: 'arc', ...parts, ...facts, distribution: 'openshift' },
];

// @ts-expect-error -- something has to be enabled
export const nothing: ExtensionSpec = { name };

// @ts-expect-error -- an extension that does nothing is refused
export const bothOff: ExtensionSpec = { name, enableTraining: false, enableInference: false };

// @ts-expect-error -- online endpoints have choices without default
export const inferenceAlone: ExtensionSpec = { name, enableInference: true };

export const noServiceType: ExtensionSpec = {
  name,
  // @ts-expect-error -- how azureml-fe is reached has to be said
  enableInference: { allowInsecureConnections: true },
};

export const noSecurity: ExtensionSpec = {
  name,
  // @ts-expect-error -- nothing is insecure by default
  enableInference: { inferenceRouterServiceType: 'ClusterIP' },
};

export const secureAndInsecure: ExtensionSpec = {
  name,
  enableInference: {
    inferenceRouterServiceType: 'ClusterIP',
    allowInsecureConnections: true,
    // @ts-expect-error -- either HTTPS or insecure
    https: { sslCname: 'ml.contoso.com', sslSecret: 'tls' },
  },
};

export const balancedNodePort: ExtensionSpec = {
  name,
  enableInference: {
    inferenceRouterServiceType: 'NodePort',
    // @ts-expect-error -- a NodePort has no load balancer
    internalLoadBalancerProvider: 'azure',
    allowInsecureConnections: true,
  },
};

// @ts-expect-error -- HTTPS needs a host
export const noHost: HttpsSpec = { sslSecret: 'tls' };

// @ts-expect-error -- a certificate needs its key
export const noKey: HttpsSpec = { sslCname: 'ml.contoso.com', certificate: 'pem' };

// @ts-expect-error -- a private key is a SecretValue, not a text
export const keyInClear: HttpsSpec = { sslCname: 'ml.contoso.com', certificate: 'pem', key: 'pem' };

// @ts-expect-error -- a Secret or a certificate, not both
export const twoSources: HttpsSpec = { sslCname: 'ml.contoso.com', sslSecret: 'tls', certificate: 'pem', key };

// @ts-expect-error -- a train means automatic upgrades
export const trainAndVersion: UpgradesSpec = { kind: 'pinned', version: '1.1.88', releaseTrain: 'stable' };

export const foreignVolcano: ExtensionSpec = {
  name,
  // @ts-expect-error -- an existing Volcano has its own configuration
  enableTraining: { installVolcano: false, volcanoSchedulerConfigMap: 'own' },
};

// @ts-expect-error -- the router belongs to online endpoints
export const misplaced: ExtensionSpec = { name, enableTraining: { inferenceRouterHA: true } };

export const secretInClear: ExtensionSpec = {
  name,
  enableTraining: true,
  // @ts-expect-error -- protected settings are secrets
  extraSettings: { protected: { own: 'text' } },
};

// @ts-expect-error -- a cluster is named by its id or by its parts
export const twoNames: ClusterSpec = { kind: 'aks', resourceId: 'id', ...parts, ...facts };

// @ts-expect-error -- AKS is its own distribution
export const aksDistribution: ClusterSpec = { kind: 'aks', ...parts, ...facts, distribution: 'openshift' };

// @ts-expect-error -- the location decides settings
export const noLocation: ClusterSpec = { kind: 'arc', ...parts };

// @ts-expect-error -- a preset for production asks when new releases come
export const undecided = productionInferenceExtension({
  name,
  https: { sslCname: 'ml.contoso.com', sslSecret: 'tls' },
});

// @ts-expect-error -- a preset for production asks for a certificate
export const unsecured = productionGpuExtension({ name, upgrades: { kind: 'auto' } });
