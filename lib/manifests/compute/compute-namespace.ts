import type { ContainerAmounts, ResolvedComputeNamespace } from '../../model/compute/compute-namespace';
import type { KubernetesObject } from '../kubernetes-objects';

/** A Namespace. */
export interface NamespaceManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'Namespace';
}

/** A ResourceQuota. */
export interface ResourceQuotaManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'ResourceQuota';
  readonly spec: { readonly hard: Readonly<Record<string, string>> };
}

/** A LimitRange with the bounds and defaults of one container. */
export interface LimitRangeManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'LimitRange';
  readonly spec: { readonly limits: readonly [ContainerLimitRange] };
}

/** The bounds and defaults of one container. */
export interface ContainerLimitRange {
  readonly type: 'Container';
  readonly default?: ContainerAmounts;
  readonly defaultRequest?: ContainerAmounts;
  readonly min?: ContainerAmounts;
  readonly max?: ContainerAmounts;
}

/** The objects of a compute's namespace. */
export interface ComputeNamespaceManifests {
  readonly namespace: NamespaceManifest;
  readonly quota?: ResourceQuotaManifest;
  readonly limitRange?: LimitRangeManifest;
}

const POD_SECURITY = 'pod-security.kubernetes.io';

/** Renders the namespace of a compute with its quota and limit range, which take its name. */
export function renderComputeNamespace(namespace: ResolvedComputeNamespace): ComputeNamespaceManifests {
  const { name, quota, limitRange } = namespace;
  const metadata = { name, namespace: name };
  return {
    namespace: renderNamespace(namespace),
    ...(Object.keys(quota).length === 0
      ? {}
      : { quota: { apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard: quota } } }),
    ...(limitRange === undefined
      ? {}
      : {
          limitRange: {
            apiVersion: 'v1',
            kind: 'LimitRange',
            metadata,
            spec: { limits: [{ type: 'Container', ...limitRange }] },
          },
        }),
  };
}

function renderNamespace({ name, podSecurity, labels, annotations }: ResolvedComputeNamespace): NamespaceManifest {
  const levels = Object.fromEntries(
    Object.entries(podSecurity).map(([mode, level]): [string, string] => [`${POD_SECURITY}/${mode}`, level]),
  );
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { ...labels, ...levels },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
  };
}
