import { EXTENSION_NAMESPACE } from '../../model/extension/extension-name';
import { VOLCANO_CONFIG_KEY, volcanoScaleFromZeroConfig } from '../../model/extension/volcano-scheduler';
import { dnsSubdomain } from '../../model/names';
import { parseLiteral } from '../../model/text-format';
import type { KubernetesObject } from '../kubernetes-objects';

/** The ConfigMap that `enableTraining.volcanoSchedulerConfigMap` of the extension names. */
export interface VolcanoSchedulerManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'ConfigMap';
  readonly data: { readonly [VOLCANO_CONFIG_KEY]: string };
}

/**
 * Renders the scheduler configuration for pools of GPUs that scale from zero. It has to be in the cluster before the
 * extension is told its name.
 * @param name - the name of the ConfigMap
 * @throws ValidationError when the name is none
 */
export function renderVolcanoScaleFromZero(name: string): VolcanoSchedulerManifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: parseLiteral(dnsSubdomain, name, ['name']), namespace: EXTENSION_NAMESPACE },
    data: { [VOLCANO_CONFIG_KEY]: volcanoScaleFromZeroConfig() },
  };
}
