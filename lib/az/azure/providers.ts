import { CLUSTER_KINDS, type ClusterKind } from '../../model/azure/cluster';

const ALWAYS = ['Microsoft.KubernetesConfiguration', 'Microsoft.MachineLearningServices'] as const;

/**
 * The resource providers that a subscription has to have registered.
 * @param kind - the kind of the cluster
 * @param relay - whether an Azure Relay is created
 * @see https://learn.microsoft.com/azure/aks/deploy-extensions-az-cli
 */
export function requiredProviders(kind: ClusterKind, relay: boolean): readonly string[] {
  return [CLUSTER_KINDS[kind].provider, ...ALWAYS, ...(relay ? ['Microsoft.Relay'] : [])];
}

/** The arguments of the command that registers a provider and waits for it, the program itself left out. */
export function providerRegisterArguments(provider: string, subscriptionId: string): string[] {
  return ['provider', 'register', '--namespace', provider, '--subscription', subscriptionId, '--wait'];
}

/** The arguments that print whether a provider is registered: `Registered`. */
export function providerStateArguments(provider: string, subscriptionId: string): string[] {
  return [
    ...['provider', 'show', '--namespace', provider, '--subscription', subscriptionId],
    ...['--query', 'registrationState', '--output', 'tsv'],
  ];
}
