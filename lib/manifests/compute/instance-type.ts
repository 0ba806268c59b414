import {
  INSTANCE_TYPE_API,
  type InstanceTypeAmounts,
  type ResolvedInstanceType,
} from '../../model/compute/instance-type';
import type { KubernetesObject } from '../kubernetes-objects';

/** The custom resource of an instance type; cluster-scoped. */
export interface InstanceTypeManifest extends KubernetesObject {
  readonly apiVersion: typeof INSTANCE_TYPE_API.apiVersion;
  readonly kind: typeof INSTANCE_TYPE_API.kind;
  readonly spec: {
    readonly nodeSelector?: Readonly<Record<string, string>>;
    readonly resources: {
      readonly requests: InstanceTypeAmounts;
      /** CPU and memory as text, GPUs under the name of their resource as a whole number. */
      readonly limits: Readonly<Record<string, string | number>>;
    };
  };
}

/** Renders an instance type; its kind exists once the extension is installed. */
export function renderInstanceType(type: ResolvedInstanceType): InstanceTypeManifest {
  const hasSelector = Object.keys(type.nodeSelector).length > 0;
  const gpu = type.gpu === undefined ? {} : { [type.gpu.resource]: type.gpu.count };
  return {
    ...INSTANCE_TYPE_API,
    metadata: { name: type.name },
    spec: {
      ...(hasSelector ? { nodeSelector: type.nodeSelector } : {}),
      resources: { requests: type.requests, limits: { ...type.limits, ...gpu } },
    },
  };
}
