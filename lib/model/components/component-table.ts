import type { ByteQuantity, CpuQuantity } from '../quantity';
import type { SupportSourceName } from '../support/support-sources';
import type { RequestsAndLimits, ResourceQuantities } from './amounts';

/** Which feature of the extension a component belongs to. */
export const COMPONENT_GROUPS = {
  common: 'always',
  inference: 'with enableInference',
  training: 'with enableTraining',
} as const;

/** A group of {@link COMPONENT_GROUPS}. */
export type ComponentGroup = keyof typeof COMPONENT_GROUPS;

/** How many pods a component has. */
export const COMPONENT_SCALING = {
  single: 'one',
  node: 'one for each node',
  router: 'one, or three with inferenceRouterHA',
  deployment: 'one for each online deployment',
  hook: 'one, while the extension is installed, upgraded, rolled back or removed',
} as const;

/** A way of scaling of {@link COMPONENT_SCALING}. */
export type ComponentScaling = keyof typeof COMPONENT_SCALING;

/** What else a component depends on, besides its group, with the name of the setting. */
export const COMPONENT_SWITCHES = {
  installPromOp: 'with installPromOp',
  installVolcano: 'with installVolcano',
  nginxIngress: 'with nginxIngress.enabled, as on AKS',
  relay: 'with relayserver.enabled, as with Azure Arc',
  installDcgmExporter: 'with installDcgmExporter',
  installNvidiaDevicePlugin: 'with installNvidiaDevicePlugin',
} as const;

/** A name of {@link COMPONENT_SWITCHES}. */
export type ComponentSwitch = keyof typeof COMPONENT_SWITCHES;

/** A component that the extension runs in the cluster. */
export interface ComponentRow {
  readonly group: ComponentGroup;
  readonly kind: 'Deployment' | 'DaemonSet' | 'StatefulSet' | 'Pod' | 'sidecar';
  readonly scaling: ComponentScaling;
  /**
   * What else has to be on.
   * @default - nothing
   */
  readonly switch?: ComponentSwitch;
  /** What one pod of it takes: published amounts, what the user's deployment says, or nothing that is published. */
  readonly figures: RequestsAndLimits<ResourceQuantities> | 'userDefined' | 'unpublished';
  /**
   * The name of its object in the cluster, in which `{EXTENSION-NAME}` stands for the name of the extension.
   * @default - the name of the row
   */
  readonly objectName?: string;
  /**
   * What other documents call it.
   * @default - the same
   */
  readonly otherNames?: readonly string[];
  /** Where the row was read. */
  readonly source: SupportSourceName;
}

/** The four figures of a row in the order of the page's columns. */
function figures(
  cpuRequest: CpuQuantity,
  cpuLimit: CpuQuantity,
  memoryRequest: ByteQuantity,
  memoryLimit: ByteQuantity,
): RequestsAndLimits<ResourceQuantities> {
  return {
    requests: { cpu: cpuRequest, memory: memoryRequest },
    limits: { cpu: cpuLimit, memory: memoryLimit },
  };
}

const page = { source: 'page' } as const;
const single = { kind: 'Deployment', scaling: 'single', ...page } as const;
const unpublished = { figures: 'unpublished', source: 'deployment' } as const;

/**
 * Every component by its current name: the seventeen rows of the page in its order, then those without published
 * figures. The head of the page's table has training and inference the wrong way round: only exchanged do the rows add
 * up to all six of its totals, and other documents agree with the exchange.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export const COMPONENTS = {
  'metrics-controller-manager': { group: 'common', ...single, figures: figures('10m', '100m', '20Mi', '300Mi') },
  'prometheus-operator': {
    group: 'common',
    ...single,
    switch: 'installPromOp',
    figures: figures('100m', '400m', '128Mi', '512Mi'),
    objectName: '{EXTENSION-NAME}-prometheus-operator',
  },
  prometheus: {
    group: 'common',
    ...page,
    kind: 'StatefulSet',
    scaling: 'single',
    figures: figures('100m', '1000m', '512Mi', '4096Mi'),
    objectName: 'prometheus-prom-prometheus',
  },
  'kube-state-metrics': {
    group: 'common',
    ...single,
    figures: figures('10m', '100m', '32Mi', '256Mi'),
    objectName: '{EXTENSION-NAME}-kube-state-metrics',
  },
  gateway: { group: 'common', ...single, figures: figures('50m', '500m', '256Mi', '2048Mi') },
  'fluent-bit': {
    group: 'common',
    ...page,
    kind: 'DaemonSet',
    scaling: 'node',
    figures: figures('10m', '200m', '100Mi', '300Mi'),
  },
  'inference-operator-controller-manager': {
    group: 'inference',
    ...single,
    figures: figures('100m', '1000m', '128Mi', '1024Mi'),
  },
  'amlarc-identity-controller': { group: 'inference', ...single, figures: figures('200m', '1000m', '200Mi', '1024Mi') },
  'amlarc-identity-proxy': { group: 'inference', ...single, figures: figures('200m', '1000m', '200Mi', '1024Mi') },
  'azureml-ingress-nginx-controller': {
    group: 'inference',
    ...single,
    switch: 'nginxIngress',
    figures: figures('100m', '1000m', '64Mi', '512Mi'),
  },
  'azureml-fe-v2': {
    group: 'inference',
    ...page,
    kind: 'Deployment',
    scaling: 'router',
    figures: figures('900m', '2000m', '800Mi', '1200Mi'),
  },
  'online-deployment': {
    group: 'inference',
    ...page,
    kind: 'Deployment',
    scaling: 'deployment',
    figures: 'userDefined',
  },
  'identity-sidecar': {
    group: 'inference',
    ...page,
    kind: 'sidecar',
    scaling: 'deployment',
    figures: figures('10m', '50m', '100Mi', '100Mi'),
    otherNames: ['online-deployment/identity-sidecar'],
  },
  'aml-operator': { group: 'training', ...single, figures: figures('20m', '1020m', '124Mi', '2168Mi') },
  'volcano-admission': {
    group: 'training',
    ...single,
    switch: 'installVolcano',
    figures: figures('10m', '100m', '64Mi', '256Mi'),
  },
  'volcano-controllers': {
    group: 'training',
    ...single,
    switch: 'installVolcano',
    figures: figures('50m', '500m', '128Mi', '512Mi'),
    otherNames: ['volcano-controller'],
  },
  'volcano-scheduler': {
    group: 'training',
    ...single,
    switch: 'installVolcano',
    figures: figures('50m', '500m', '128Mi', '512Mi'),
    otherNames: ['volcano-schedular'],
  },
  relayserver: {
    group: 'common',
    kind: 'Deployment',
    scaling: 'single',
    switch: 'relay',
    ...unpublished,
    otherNames: ['relay server'],
  },
  'dcgm-exporter': {
    group: 'common',
    kind: 'DaemonSet',
    scaling: 'node',
    switch: 'installDcgmExporter',
    ...unpublished,
    objectName: '{EXTENSION-NAME}-dcgm-exporter',
  },
  'nvidia-device-plugin-daemonset': {
    group: 'common',
    kind: 'DaemonSet',
    scaling: 'node',
    switch: 'installNvidiaDevicePlugin',
    ...unpublished,
    otherNames: ['nvidia-device-plugin'],
  },
  healthcheck: { group: 'common', kind: 'Pod', scaling: 'hook', ...unpublished, source: 'amlKubernetes' },
} as const satisfies Readonly<Record<string, ComponentRow>>;

/** The name of a component in {@link COMPONENTS}. */
export type ComponentName = keyof typeof COMPONENTS;

/** Components that older text still names, and what took their place. */
export const RETIRED_COMPONENTS = {
  'azureml-fe': { successor: 'azureml-fe-v2' },
  'cluster-status-reporter': {},
  'csi-blob-controller': {},
  'csi-blob-node': {},
  'k8s-host-device-plugin-daemonset': {},
} as const satisfies Readonly<Record<string, { readonly successor?: ComponentName }>>;

/** A component with its name and every name that documents and clusters give it. */
export interface ExtensionComponent extends ComponentRow {
  readonly name: ComponentName;
  /** The name in a cluster, with the name of the extension. */
  readonly objectName: string;
  readonly otherNames: readonly string[];
}

/** Every component, in the order of the table. */
export const COMPONENT_NAMES: readonly ComponentName[] = Object.keys(COMPONENTS) as ComponentName[];

/**
 * A component of the table.
 * @param name - its current name
 * @param extensionName - the name of the extension; the placeholder stays without it
 */
export function extensionComponent(name: ComponentName, extensionName = '{EXTENSION-NAME}'): ExtensionComponent {
  const row: ComponentRow = COMPONENTS[name];
  const objectName = (row.objectName ?? name).replace('{EXTENSION-NAME}', () => extensionName);
  return { ...row, name, objectName, otherNames: row.otherNames ?? [] };
}

/**
 * The component that a name means: a current one, one of other documents or one in a cluster.
 * @param name - for example `volcano-schedular` or `azureml-prometheus-operator`
 * @param extensionName - the name of the extension, which is part of some names in a cluster
 * @returns `undefined` when no component is called so
 */
export function findComponent(name: string, extensionName?: string): ExtensionComponent | undefined {
  return COMPONENT_NAMES.map((one) => extensionComponent(one, extensionName)).find((one) =>
    [one.name, one.objectName, ...one.otherNames].includes(name),
  );
}
