/** A service account of workloads, as a federated credential of a managed identity names it. */
export interface FederatedCredential {
  readonly subject: string;
  readonly audience: 'api://AzureADTokenExchange';
}

/** The service accounts with which the workloads of a compute run. */
const SERVICE_ACCOUNTS = ['default', 'training'] as const;

/**
 * The federated credentials with which workloads of a compute act as a managed identity; the issuer is the OIDC issuer of
 * the cluster.
 * @param namespace - the namespace of the compute; may be known only at deployment
 * @see https://learn.microsoft.com/azure/aks/workload-identity-overview
 */
export function federatedCredentials(namespace: string): readonly FederatedCredential[] {
  return SERVICE_ACCOUNTS.map((account) => ({
    subject: `system:serviceaccount:${namespace}:${account}`,
    audience: 'api://AzureADTokenExchange',
  }));
}
