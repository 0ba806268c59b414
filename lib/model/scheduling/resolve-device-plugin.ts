import { parseDnsLabel, parseDnsSubdomain, parseLabelKey } from '../names';
import { assertDescription, type ResolveContext } from '../resolve';
import { AMLARC_TAINTS } from './amlarc-taints';
import { NVIDIA_DEVICE_PLUGIN, type DevicePluginSpec, type ResolvedDevicePlugin } from './device-plugin';
import { devicePluginIssues } from './device-plugin.rules';
import { uncheckedNodeIsolation } from './resolve-node-isolation';
import type { Toleration } from './toleration';
import { uncheckedToleration } from './toleration.rules';

const GPU_TOLERATION: Toleration = {
  key: parseLabelKey(NVIDIA_DEVICE_PLUGIN.gpuTaintKey),
  operator: 'Exists',
  effect: 'NoSchedule',
};

/**
 * Checks a device plugin and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveDevicePlugin(spec: DevicePluginSpec, context: ResolveContext = {}): ResolvedDevicePlugin {
  const warnings = assertDescription('DevicePlugin', context, devicePluginIssues(spec));
  const { name, namespace, image } = NVIDIA_DEVICE_PLUGIN;
  return {
    name: parseDnsSubdomain(spec.name ?? name),
    namespace: parseDnsLabel(spec.namespace ?? namespace),
    image: spec.image ?? image,
    tolerations: tolerationsOf(spec),
    nodeSelector: spec.nodeSelector ?? {},
    warnings,
  };
}

function tolerationsOf({ isolations = [], tolerations = [] }: DevicePluginSpec): Toleration[] {
  const recipes = isolations.flatMap((isolation) => uncheckedNodeIsolation(isolation).tolerations);
  return [GPU_TOLERATION, ...withoutRepeatedFixed(recipes), ...tolerations.map(uncheckedToleration)];
}

/**
 * Recipes share the taints with fixed values, and each is written once. Those with names are left alone: names may be
 * known only at deployment, and whether two of them are equal must not decide about the length of the list.
 */
function withoutRepeatedFixed(tolerations: readonly Toleration[]): Toleration[] {
  const fixed: readonly string[] = Object.values(AMLARC_TAINTS).flatMap((row) => ('value' in row ? [row.key] : []));
  return tolerations.filter(({ key, effect }, index) => {
    const first = tolerations.findIndex((other) => other.key === key && other.effect === effect);
    return key === undefined || !fixed.includes(key) || first === index;
  });
}
