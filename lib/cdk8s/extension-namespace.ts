import { Chart, type ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { renderExtensionNamespace } from '../manifests/extension/namespace';
import { issue } from '../model/issues';
import { assertValid } from '../model/validation-error';
import { clusterScopeOf } from './cluster-scope';
import { createObject } from './kubernetes-object';
import { subjectOf } from './synthesis';

const ID = 'azureml-namespace';
const EXTENSION_NAMESPACE = Symbol.for('azureml-kubernetes.ExtensionNamespace');

/**
 * Looks, before a construct that needs the namespace `azureml` exists, whether {@link extensionNamespace} is going to find
 * or make it.
 * @param kind - the name of the construct's class
 * @param scope - the scope that the construct is about to be created in
 * @param id - its id there
 * @throws ValidationError when another construct of the chart has the id of the namespace
 */
export function assertExtensionNamespace(kind: string, scope: Construct, id: string): void {
  const chart = Chart.of(scope);
  const isTaken = (scope === chart && id === ID) || chart.node.tryFindChild(ID) !== undefined;
  if (!isTaken || existingNamespace(scope) !== undefined) return;
  const received = `${chart.node.path}/${ID}`;
  assertValid(subjectOf(kind, scope, id), [issue('platform/namespace-id-taken', [], { received })]);
}

/**
 * The namespace `azureml` for objects that must be there before the extension is installed, made once for a cluster in
 * the chart of the first object that needs it, in the form that the extension's Helm release adopts.
 * @param construct - the construct whose objects go into the namespace; they have to depend on the result
 * @param extensionName - the name of the extension, which is the name of its Helm release
 */
export function extensionNamespace(construct: Construct, extensionName: string): ApiObject {
  const existing = existingNamespace(construct);
  if (existing !== undefined) return existing;
  const object = createObject(Chart.of(construct), ID, renderExtensionNamespace(extensionName));
  Object.defineProperty(object, EXTENSION_NAMESPACE, { value: true });
  return object;
}

function existingNamespace(construct: Construct): ApiObject | undefined {
  return clusterScopeOf(construct).node.findAll().find(isExtensionNamespace);
}

function isExtensionNamespace(construct: IConstruct): construct is ApiObject {
  return EXTENSION_NAMESPACE in construct;
}
