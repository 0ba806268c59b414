import type { SecretValue } from '../secret';

/** What the Azure CLI reads from the cluster resource. Text that only flows through may be deferred. */
export interface CliCluster {
  /** The type as it is typed: `managedClusters`, `connectedClusters`, `provisionedClusters`, in any letter case. */
  readonly type: string;
  /** The name of the cluster; a literal where a relay, service bus or workspace is named after it. */
  readonly name: string;
  /** The resource group of the cluster; a literal under the same condition. */
  readonly resourceGroup: string;
  /** The subscription of the cluster; a literal under the same condition. */
  readonly subscriptionId: string;
  /** The region, in any letter case. */
  readonly location: string;
  /** The Azure id of the cluster. */
  readonly resourceId: string;
  /**
   * How many nodes the cluster has, all pools together.
   * @default - not known: the settings for small clusters are left out
   */
  readonly nodes?: number | null;
  /**
   * The node count of every pool of an AKS cluster; their sum counts instead of `nodes`.
   * @default - `nodes` counts
   */
  readonly pools?: readonly (number | null)[] | null;
  /**
   * The Kubernetes distribution that the cluster resource reports, for example `openshift`.
   * @default - not known
   */
  readonly distribution?: string | null;
}

/** Whether a resource in Azure exists and can be read by whoever runs the command. */
export type AzureResourceState = 'present' | 'absent' | 'forbidden';

/** The resources beside the cluster that the Azure CLI looks for, and what Azure answers about them. */
export interface CliAzure {
  /**
   * The relay namespace with its hybrid connection.
   * @default 'absent'
   */
  readonly relay?: AzureResourceState;
  /**
   * The service bus namespace.
   * @default 'absent'
   */
  readonly serviceBus?: AzureResourceState;
  /**
   * The Log Analytics workspace.
   * @default 'absent'
   */
  readonly logAnalytics?: AzureResourceState;
  /**
   * The connection string of the relay found or created.
   * @default - the deferred secret `relay-connection-string`
   */
  readonly relayConnectionString?: SecretValue;
  /**
   * The connection string of the service bus found or created.
   * @default - the deferred secret `service-bus-connection-string`
   */
  readonly serviceBusConnectionString?: SecretValue;
  /**
   * The shared key of the workspace found or created.
   * @default - the deferred secret `log-analytics-shared-key`
   */
  readonly logAnalyticsSharedKey?: SecretValue;
  /**
   * The customer id of the workspace found or created.
   * @default - the deferred value `log-analytics-customer-id`
   */
  readonly logAnalyticsCustomerId?: string;
}

/**
 * Settings as they are typed or stand in a settings file: text, but also booleans, numbers and null. `undefined`
 * counts as not given.
 */
export type CliSettings = Readonly<Record<string, unknown>>;

/** What an install and an update have in common. */
export interface CliInput {
  /** The cluster as Azure describes it. */
  readonly cluster: CliCluster;
  /**
   * Readable settings.
   * @default - none
   */
  readonly settings?: CliSettings | null;
  /**
   * Protected settings, as `SecretValue` or as text.
   * @default - none
   */
  readonly protected?: CliSettings | null;
  /**
   * The release train.
   * @default - `stable` when the extension is created, unchanged when it is updated
   */
  readonly releaseTrain?: string | null;
  /**
   * The pinned version.
   * @default - the newest of the train
   */
  readonly version?: string | null;
  /**
   * Whether Azure upgrades minor versions by itself.
   * @default - what the service decides
   */
  readonly autoUpgradeMinorVersion?: boolean | null;
  /**
   * The resources beside the cluster.
   * @default - none of them exists
   */
  readonly azure?: CliAzure;
  /**
   * The content of the files that `sslCertPemFile` and `sslKeyPemFile` name, by path.
   * @default - no file can be read
   */
  readonly files?: Readonly<Record<string, string | SecretValue>>;
}

/** What `az k8s-extension create` is given, and what it would read. */
export interface CliCreateInput extends CliInput {
  /**
   * The scope of the installation.
   * @default - the cluster
   */
  readonly scope?: string | null;
  /**
   * The domain of the router, for clouds in which `<location>.cloudapp.azure.com` is wrong. The Azure CLI has no such
   * option: it overwrites a setting `domain`.
   * @default - the setting `doamin` as the Azure CLI spells it, otherwise `<location>.cloudapp.azure.com`
   */
  readonly domain?: string;
}

/** What `az k8s-extension update` is given, and what it would read. */
export interface CliUpdateInput extends CliInput {
  /**
   * The readable settings stored with the extension.
   * @default - none
   */
  readonly original?: CliSettings | null;
  /**
   * The answer to the question about what the update interrupts, `yes flag` when it was given beforehand.
   * @default 'yes flag'
   */
  readonly answer?: 'yes' | 'no' | 'yes flag';
}
