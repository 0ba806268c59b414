import * as pulumi from '@pulumi/pulumi';
import { renderDevicePlugin } from '../../manifests/scheduling/device-plugin';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { DEVICE_PLUGIN_PHASE, type DevicePluginSpec } from '../../model/scheduling/device-plugin';
import { resolveDevicePlugin } from '../../model/scheduling/resolve-device-plugin';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';

/** The arguments of a {@link DevicePlugin}; texts may be Outputs, but for the keys of tolerations. */
export type DevicePluginArgs = Deferrable<DevicePluginSpec, 'key'>;

/**
 * NVIDIA's device plugin, with the tolerations that dedicated nodes ask for: without it GPUs on nodes that a recipe
 * closes for everything but workloads are never advertised. The extension must not install its own at the same time.
 *
 * Child: `resource`.
 * @see https://github.com/NVIDIA/k8s-device-plugin
 * @example
 * new DevicePlugin('gpus', {
 *   isolations: [{ kind: 'workspace', resourceGroup: 'ml', workspace: workspace.name }],
 * }, { provider });
 */
export class DevicePlugin extends pulumi.ComponentResource {
  /** The name of the DaemonSet. */
  public readonly name: pulumi.Output<string>;
  /** The namespace of the DaemonSet. */
  public readonly namespace: pulumi.Output<string>;
  /** The DaemonSet. */
  public readonly resource: pulumi.CustomResource;
  /** Created before the extension is installed, so that GPUs are advertised when jobs arrive. */
  public readonly phase: Phase = DEVICE_PLUGIN_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the DaemonSet.
   * @param name - unique in the program
   * @param args - where the plugin runs
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: DevicePluginArgs = {}, opts: ComponentOptions<'resource'> = {}) {
    const plan = new ComponentPlan({ kind: 'DevicePlugin', name, args, opts, resolve: resolveDevicePlugin });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    this.resource = plan.create(this, 'resource', renderDevicePlugin(plan.resolved));
    this.name = objectName(this.resource);
    this.namespace = plan.output(plan.resolved.namespace);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ name: this.name, namespace: this.namespace });
  }
}
