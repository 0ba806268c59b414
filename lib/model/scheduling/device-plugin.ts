import type { Issue } from '../issues';
import type { DnsLabel, DnsSubdomain } from '../names';
import type { Phase } from '../phase';
import type { NodeIsolationSpec } from './node-isolation';
import type { Toleration, TolerationSpec } from './toleration';

/**
 * NVIDIA's device plugin, as its project publishes it for use without Helm. The library brings no code of it, only the
 * description of the DaemonSet; the image is NVIDIA's, under the Apache License 2.0.
 * @see https://github.com/NVIDIA/k8s-device-plugin
 */
export const NVIDIA_DEVICE_PLUGIN = {
  version: 'v0.17.1',
  image: 'nvcr.io/nvidia/k8s-device-plugin:v0.17.1',
  license: 'Apache-2.0',
  source: 'github.com/NVIDIA/k8s-device-plugin, deployments/static/nvidia-device-plugin.yml at 1c3a10b',
  name: 'nvidia-device-plugin-daemonset',
  namespace: 'kube-system',
  gpuTaintKey: 'nvidia.com/gpu',
} as const;

/**
 * The device plugin that advertises NVIDIA GPUs on nodes which the recipes for dedicated nodes close for it otherwise.
 * @see https://github.com/NVIDIA/k8s-device-plugin
 */
export interface DevicePluginSpec {
  /**
   * The name of the DaemonSet.
   * @default 'nvidia-device-plugin-daemonset'
   */
  readonly name?: string;
  /**
   * The namespace, which must exist.
   * @default 'kube-system'
   */
  readonly namespace?: string;
  /**
   * The image.
   * @default 'nvcr.io/nvidia/k8s-device-plugin:v0.17.1'
   */
  readonly image?: string;
  /**
   * The recipes of the GPU pools, whose taints the plugin tolerates.
   * @default - none: GPU nodes without amlarc taints
   */
  readonly isolations?: readonly NodeIsolationSpec[];
  /**
   * What the plugin tolerates besides the isolations and `nvidia.com/gpu`, for example the taint of spot nodes.
   * @default - nothing
   */
  readonly tolerations?: readonly TolerationSpec[];
  /**
   * Labels of the nodes with GPUs.
   * @default - every node; the plugin waits where there is no GPU
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
}

/** The device plugin comes before the extension, so that GPUs are advertised when jobs arrive. */
export const DEVICE_PLUGIN_PHASE = 'before-extension' satisfies Phase;

/** A checked device plugin. */
export interface ResolvedDevicePlugin {
  readonly name: DnsSubdomain;
  readonly namespace: DnsLabel;
  readonly image: string;
  readonly tolerations: readonly Toleration[];
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly warnings: readonly Issue[];
}
