import type { ClusterSpec } from 'azureml-kubernetes';
import type { ArmFunction } from './arm-evaluator';
import { CERTIFICATE, PRIVATE_KEY } from './certificates';

const GROUP = '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml';
const CLUSTER_IDS = {
  aks: `${GROUP}/providers/Microsoft.ContainerService/managedClusters/ml`,
  arc: `${GROUP}/providers/Microsoft.Kubernetes/connectedClusters/ml`,
  provisioned: `${GROUP}/providers/Microsoft.HybridContainerService/provisionedClusters/ml`,
};

/** The connection string of a relay that a deployment made. */
export const CONNECTION = 'Endpoint=sb://relay;SharedAccessKey=live';

/** What Azure Resource Manager reads while it deploys. */
export const LIVE_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  resourceId: (type) => type ?? '',
  listKeys: () => ({ primaryConnectionString: CONNECTION }),
};

/** The deferred values of random deployments; those of secrets that were known are what they were. */
export function deployedValues(cluster: ClusterSpec): (name: string) => string {
  const values: Readonly<Record<string, string>> = {
    cluster: CLUSTER_IDS[cluster.kind],
    location: 'EastUS2',
    host: 'ml.contoso.com',
    certificate: CERTIFICATE,
    key: PRIVATE_KEY,
    sslCertificate: CERTIFICATE,
    sslKey: PRIVATE_KEY,
    relayConnectionString: 'Endpoint=sb://own',
    ownSecret: 's3cr3t',
    secret: 'tls',
    version: '1.1.88',
    label: 'x',
    relay: `${GROUP}/providers/Microsoft.Relay/namespaces/own`,
  };
  return (name) => values[name] ?? `value-of-${name}`;
}
