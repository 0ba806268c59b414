import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesObject } from '../manifests/kubernetes-objects';

/**
 * Creates the object of a manifest as a plain `ApiObject`, whose JSON patches survive. A manifest without a namespace
 * is of a cluster-scoped kind: the chart's default namespace, which cdk8s adds to everything, is taken off again.
 * @param scope - the construct that the object belongs to
 * @param id - its id there, which is part of the public contract
 * @param manifest - what a renderer returned
 */
export function createObject(scope: Construct, id: string, manifest: KubernetesObject): ApiObject {
  const object = new ApiObject(scope, id, manifest);
  if (manifest.metadata.namespace === undefined && object.chart.namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
  return object;
}
