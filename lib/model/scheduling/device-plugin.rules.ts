import { equalText } from '../deferred';
import { fieldIssues, listOf, mapOf, optional, text, type Check, type FieldTable } from '../fields';
import { errorsOf, issue, type Issue } from '../issues';
import { dnsSubdomain, labelKey, labelValue, namespaceName, plainText } from '../names';
import { admission } from './admission';
import type { DevicePluginSpec, ResolvedDevicePlugin } from './device-plugin';
import { extensionTolerations } from './extension-tolerations';
import type { NodeIsolationSpec } from './node-isolation';
import { nodeIsolationIssues } from './node-isolation.rules';
import type { ResolvedNodePool } from './node-pool';
import { tolerationIssues } from './toleration.rules';
import type { TolerationSpec } from './toleration';

/** The warnings about effects belong to the nodes; the plugin only follows them. */
const isolation: Check = (value, path) => errorsOf(nodeIsolationIssues(value as NodeIsolationSpec, path));

const toleration: Check = (value, path) => tolerationIssues(value as TolerationSpec, path);

const DEVICE_PLUGIN = {
  name: optional(text(dnsSubdomain)),
  namespace: optional(text(namespaceName)),
  image: optional(text(plainText)),
  isolations: optional(listOf(isolation)),
  tolerations: optional(listOf(toleration)),
  nodeSelector: optional(mapOf(labelKey, text(labelValue))),
} satisfies FieldTable<DevicePluginSpec>;

/**
 * Everything that is wrong with a device plugin.
 * @param spec - the device plugin as given
 */
export function devicePluginIssues(spec: DevicePluginSpec): Issue[] {
  return fieldIssues(spec, DEVICE_PLUGIN, []);
}

/**
 * The rules between the device plugins of one cluster.
 * @param plugins - all of them
 * @returns issues whose path starts with the position of the plugin
 */
export function devicePluginSetIssues(plugins: readonly ResolvedDevicePlugin[]): Issue[] {
  return plugins.flatMap((plugin, index) => {
    const earlier = plugins.slice(0, index);
    if (earlier.some((other) => isSameObject(plugin, other))) {
      return [issue('scheduling/device-plugin-duplicate', [index, 'name'], { received: plugin.name })];
    }
    const overlaps = earlier.some(({ nodeSelector }) => !excludes(plugin.nodeSelector, nodeSelector));
    return overlaps ? [issue('scheduling/device-plugin-overlap', [index, 'nodeSelector'])] : [];
  });
}

/**
 * Whether the extension brings a device plugin of its own.
 * @param plugins - all device plugins of the cluster
 * @param installNvidiaDevicePlugin - the setting of the extension
 * @returns issues whose path starts with the position of the plugin
 */
export function devicePluginExtensionIssues(
  plugins: readonly ResolvedDevicePlugin[],
  installNvidiaDevicePlugin: boolean,
): Issue[] {
  if (!installNvidiaDevicePlugin) return [];
  return plugins.map((_, index) => issue('scheduling/device-plugin-twice', [index]));
}

/**
 * Whether each GPU pool lets one of the device plugins in. A cluster without any known plugin is not judged: AKS or an
 * operator may bring one.
 * @param pools - all node pools of the cluster
 * @param plugins - its device plugins
 * @param installNvidiaDevicePlugin - whether the extension installs one, whose pods tolerate what its system pods do
 * @returns issues whose path starts with the position of the pool
 */
export function gpuPoolIssues(
  pools: readonly ResolvedNodePool[],
  plugins: readonly ResolvedDevicePlugin[],
  installNvidiaDevicePlugin: boolean,
): Issue[] {
  if (plugins.length === 0 && !installNvidiaDevicePlugin) return [];
  const { extensionSystem } = extensionTolerations(pools);
  return pools.flatMap(({ gpus, taints, labels }, index) => {
    const own = installNvidiaDevicePlugin && mayRun(admission(taints, { kind: 'extensionSystem' }, extensionSystem));
    const served = plugins.some(
      ({ tolerations, nodeSelector }) =>
        !excludes(nodeSelector, labels) && mayRun(admission(taints, { kind: 'other', tolerations })),
    );
    return gpus === 0 || own || served ? [] : [issue('scheduling/gpu-not-advertised', [index])];
  });
}

function mayRun({ admitted }: { readonly admitted: boolean | undefined }): boolean {
  return admitted !== false;
}

function isSameObject(one: ResolvedDevicePlugin, other: ResolvedDevicePlugin): boolean {
  return equalText(one.name, other.name) === true && equalText(one.namespace, other.namespace) === true;
}

/** Whether no node can have both sets of labels. */
function excludes(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return Object.entries(one).some(([key, value]) => {
    const otherValue = other[key];
    return otherValue !== undefined && equalText(value, otherValue) === false;
  });
}
