import { Chart, type ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { renderExtensionNamespace } from '../manifests/extension/namespace';
import { clusterScopeOf } from './cluster-scope';
import { createObject } from './kubernetes-object';

const EXTENSION_NAMESPACE = Symbol.for('azureml-kubernetes.ExtensionNamespace');

/**
 * The namespace `azureml` for objects that must be there before the extension is installed, made once for a cluster in
 * the chart of the first object that needs it, in the form that the extension's Helm release adopts.
 * @param construct - the construct whose objects go into the namespace; they have to depend on the result
 * @param extensionName - the name of the extension, which is the name of its Helm release
 */
export function extensionNamespace(construct: Construct, extensionName: string): ApiObject {
  const existing = clusterScopeOf(construct).node.findAll().find(isExtensionNamespace);
  if (existing !== undefined) return existing;
  const object = createObject(Chart.of(construct), 'azureml-namespace', renderExtensionNamespace(extensionName));
  Object.defineProperty(object, EXTENSION_NAMESPACE, { value: true });
  return object;
}

function isExtensionNamespace(construct: IConstruct): construct is ApiObject {
  return EXTENSION_NAMESPACE in construct;
}
