/** The roles of the children of each component; `<…>` stands for any text. */
export const ROLES = {
  AgentPool: ['agentPool'],
  AksCluster: ['managedCluster'],
  AzureMLExtension: [
    'extension',
    'relayNamespace',
    'hybridConnection',
    'hybridConnectionAuthorizationRule',
    'logAnalyticsWorkspace',
    'role:<key>',
  ],
  // The options of the parts of a platform are those of components.
  AzureMLPlatform: [],
  ComputeNamespace: ['resource', 'quota', 'limitRange'],
  DevicePlugin: ['resource'],
  ExtensionNamespace: ['resource'],
  IngressTlsSecret: ['resource'],
  InstanceType: ['resource'],
  JobDataVolume: ['claim', 'persistentVolume'],
  KubernetesCompute: ['compute', 'role:<key>'],
  NfsMountConfig: ['resource'],
  OpenShiftSccGrant: ['resource', 'namespace', 'securityContextConstraints', 'clusterRole', 'roleBinding-<namespace>'],
  RouterTlsSecret: ['resource', 'namespace'],
  ScoringIngress: ['resource'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of the class of a component that is described. */
export type ComponentKind = keyof typeof ROLES;

/** The token of the type of a component. */
export function componentType(kind: ComponentKind | 'ChartObjects'): string {
  return `azureml-kubernetes:index:${kind}`;
}
