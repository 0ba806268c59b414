import { EXTENSION_NAMESPACE } from '../../model/extension/extension-name';
import type { KubernetesObject } from '../kubernetes-objects';

/** The namespace of the extension, in the form that its Helm release adopts. */
export interface ExtensionNamespaceManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'Namespace';
}

/**
 * Renders the namespace `azureml` for whoever creates it before the extension is installed. Helm takes an object over
 * only if the object says that it belongs to the release; without that the installation fails with invalid ownership
 * metadata.
 * @param extensionName - the name of the extension, which is the name of its Helm release
 */
export function renderExtensionNamespace(extensionName: string): ExtensionNamespaceManifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: EXTENSION_NAMESPACE,
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: {
        'meta.helm.sh/release-name': extensionName,
        'meta.helm.sh/release-namespace': EXTENSION_NAMESPACE,
      },
    },
  };
}
