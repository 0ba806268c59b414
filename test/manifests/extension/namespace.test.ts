import { renderExtensionNamespace } from '../../../lib/manifests/extension/namespace';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';

describe('renderExtensionNamespace', () => {
  test('says that the namespace belongs to the release of the extension', () => {
    expect(renderExtensionNamespace('azureml-prod')).toStrictEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'azureml',
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'azureml-prod', 'meta.helm.sh/release-namespace': 'azureml' },
      },
    });
  });

  test('takes a name that is known only at deployment', () => {
    const manifest = renderExtensionNamespace(deferred('extension'));

    expect(substituteDeferredIn(manifest, () => 'azureml')).toStrictEqual(renderExtensionNamespace('azureml'));
  });
});
