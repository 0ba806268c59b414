import { Construct } from 'constructs';
import { renderDevicePlugin } from '../../manifests/scheduling/device-plugin';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { DEVICE_PLUGIN_PHASE, type DevicePluginSpec } from '../../model/scheduling/device-plugin';
import { resolveDevicePlugin } from '../../model/scheduling/resolve-device-plugin';
import { placePart } from '../cluster-scope';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** The properties of a {@link DevicePlugin}. */
export type DevicePluginProps = DevicePluginSpec;

/**
 * NVIDIA's device plugin, with the tolerations that dedicated nodes ask for: without it GPUs on nodes that a recipe
 * closes for everything but workloads are never advertised. The extension must not install its own at the same time.
 * @see https://github.com/NVIDIA/k8s-device-plugin
 * @example
 * new DevicePlugin(chart, 'gpus', {
 *   isolations: [{ kind: 'workspace', resourceGroup: 'ml', workspace: 'fraud' }],
 *   nodeSelector: { 'ml.azure.com/workspace': 'fraud' },
 * });
 */
export class DevicePlugin extends Construct {
  /** Applied before the extension is installed, so that GPUs are advertised when jobs arrive. */
  public readonly phase: Phase = DEVICE_PLUGIN_PHASE;
  /** The name of the DaemonSet. */
  public readonly name: string;
  /** The namespace of the DaemonSet. */
  public readonly namespace: string;
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the properties and creates the DaemonSet.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - where the plugin runs
   * @throws ValidationError with every issue of the properties; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: DevicePluginProps = {}) {
    const plugin = resolveForSynthesis('DevicePlugin', scope, id, props, resolveDevicePlugin);
    super(scope, id);
    this.name = plugin.name;
    this.namespace = plugin.namespace;
    this.diagnostics = plugin.warnings;
    createObject(this, 'Resource', renderDevicePlugin(plugin));
    placePart(this, { kind: 'devicePlugin', spec: plugin }, plugin.warnings);
  }
}
