import type { ResolvedDevicePlugin } from '../../model/scheduling/device-plugin';
import type { KubernetesObject } from '../kubernetes-objects';
import { renderTolerations, type PodToleration } from './tolerations';

/** The DaemonSet of NVIDIA's device plugin. */
export interface DevicePluginManifest extends KubernetesObject {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'DaemonSet';
  readonly spec: {
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly updateStrategy: { readonly type: 'RollingUpdate' };
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: DevicePluginPod;
    };
  };
}

/** The pod of the device plugin. */
export interface DevicePluginPod {
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations: readonly PodToleration[];
  readonly priorityClassName: string;
  readonly containers: readonly object[];
  readonly volumes: readonly object[];
}

/** Where the kubelet finds device plugins. */
const VOLUME = { name: 'kubelet-device-plugins-dir', path: '/var/lib/kubelet/device-plugins' } as const;

/** The label of the pods as published: a DaemonSet that is there already cannot change it. */
const LABELS = { name: 'nvidia-device-plugin-ds' } as const;

/**
 * Renders NVIDIA's device plugin as its project publishes it, with the tolerations and the node selector of the
 * description.
 * @see https://github.com/NVIDIA/k8s-device-plugin
 */
export function renderDevicePlugin(plugin: ResolvedDevicePlugin): DevicePluginManifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: plugin.name, namespace: plugin.namespace },
    spec: {
      selector: { matchLabels: LABELS },
      updateStrategy: { type: 'RollingUpdate' },
      template: { metadata: { labels: LABELS }, spec: renderPod(plugin) },
    },
  };
}

function renderPod({ image, tolerations, nodeSelector }: ResolvedDevicePlugin): DevicePluginPod {
  return {
    ...(Object.keys(nodeSelector).length === 0 ? {} : { nodeSelector }),
    tolerations: renderTolerations(tolerations),
    priorityClassName: 'system-node-critical',
    containers: [
      {
        name: 'nvidia-device-plugin-ctr',
        image,
        // A node without a GPU is no error: without a node selector the plugin runs everywhere.
        env: [{ name: 'FAIL_ON_INIT_ERROR', value: 'false' }],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        volumeMounts: [{ name: VOLUME.name, mountPath: VOLUME.path }],
      },
    ],
    volumes: [{ name: VOLUME.name, hostPath: { path: VOLUME.path, type: 'Directory' } }],
  };
}
