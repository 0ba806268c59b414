import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { ClusterScope, OpenShiftSccGrant, RouterTlsSecret } from '../../../lib/cdk8s';
import { renderExtensionNamespace } from '../../../lib/manifests/extension/namespace';
import { certificateHash } from '../../../lib/model/tls/certificate-hash';
import { SecretValue } from '../../../lib/model/secret';
import { CERTIFICATE, OTHER_KEYS, PRIVATE_KEY, RENEWED_CERTIFICATE } from '../../support/certificates';
import { errorMessage } from '../../support/error-message';
import { showsSecret } from '../../support/secret-search';
import { CLASS_PARTS, EXTERNAL_PARTS, INLINE } from '../../support/tls-sources';

const SECRET = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: `router-tls-${certificateHash(CERTIFICATE)}`, namespace: 'azureml' },
  type: 'Opaque',
  data: {
    'cert.pem': Buffer.from(CERTIFICATE).toString('base64'),
    'key.pem': Buffer.from(PRIVATE_KEY).toString('base64'),
  },
};

describe('RouterTlsSecret', () => {
  test('brings the namespace along, before the Secret', () => {
    const chart = Testing.chart();

    const tls = new RouterTlsSecret(chart, 'router-tls', { extensionName: 'azureml', source: INLINE });

    expect(Testing.synth(chart)).toStrictEqual([renderExtensionNamespace('azureml'), SECRET]);
    expect(tls.secretName).toBe(SECRET.metadata.name);
    expect(tls.phase).toBe('before-extension');
    expect(tls.spec.extensionName).toBe('azureml');
    expect(tls.diagnostics.map(({ code }) => code)).toStrictEqual(['tls/key-in-manifest']);
  });

  test('takes another name, labels and annotations', () => {
    const chart = Testing.chart();
    const metadata = { labels: { team: 'ml' }, annotations: { owner: 'ml@contoso.com' } };
    const props = { name: 'fe-tls', extensionName: 'azureml', source: EXTERNAL_PARTS, ...metadata };

    const tls = new RouterTlsSecret(chart, 'Tls', props);

    expect(tls.secretName).toBe('fe-tls-2026-11');
    expect(Testing.synth(chart)).toMatchObject([
      { kind: 'Namespace' },
      { kind: 'ExternalSecret', metadata: { name: 'fe-tls-2026-11', namespace: 'azureml', ...metadata } },
    ]);
  });

  test('makes the namespace once for a cluster, in the chart that needs it first', () => {
    const app = new App();
    const cluster = new ClusterScope(app, 'prod');
    const [first, second] = [new Chart(cluster, 'first'), new Chart(cluster, 'second')];

    new RouterTlsSecret(first, 'router-tls', { extensionName: 'azureml', source: INLINE });
    const renewed = { ...INLINE, certificate: RENEWED_CERTIFICATE };
    new RouterTlsSecret(first, 'renewed', { name: 'router-tls', extensionName: 'azureml', source: renewed });
    new RouterTlsSecret(second, 'other-tls', { extensionName: 'azureml', source: CLASS_PARTS });

    expect(Testing.synth(first)).toMatchObject([{ kind: 'Namespace' }, { kind: 'Secret' }, { kind: 'Secret' }]);
    expect(Testing.synth(second)).toMatchObject([{ kind: 'SecretProviderClass' }]);
  });

  test('is patched as the object of its kind', () => {
    const chart = Testing.chart();

    const tls = new RouterTlsSecret(chart, 'router-tls', { extensionName: 'azureml', source: INLINE });
    ApiObject.of(tls).addJsonPatch(JsonPatch.add('/immutable', true));

    expect(Testing.synth(chart)).toStrictEqual([renderExtensionNamespace('azureml'), { ...SECRET, immutable: true }]);
  });

  test('fails with its place, and leaves nothing in the tree, the namespace neither', () => {
    const chart = new Chart(new App(), 'chart');
    const props = { extensionName: 'azureml', source: { ...EXTERNAL_PARTS, revision: '' } };

    expect(() => new RouterTlsSecret(chart, 'router-tls', props)).toThrow(
      /^RouterTlsSecret chart\/router-tls has 1 error:\n {2}- source\.revision: the text is not a DNS label/,
    );
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails on the key of another certificate without showing it, and leaves nothing in the tree', () => {
    const chart = new Chart(new App(), 'chart');
    const privateKey = SecretValue.of(OTHER_KEYS.ec);
    const create = (): unknown =>
      new RouterTlsSecret(chart, 'router-tls', { extensionName: 'azureml', source: { ...INLINE, privateKey } });

    expect(create).toThrow(
      /^RouterTlsSecret chart\/router-tls has 1 error:\n {2}- source\.privateKey: .* \[tls\/key-mismatch\]\n/,
    );
    expect(showsSecret(errorMessage(create), OTHER_KEYS.ec)).toBe(false);
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails on two extensions in one cluster', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    new RouterTlsSecret(chart, 'one', { extensionName: 'one', source: EXTERNAL_PARTS });
    new RouterTlsSecret(chart, 'two', { extensionName: 'two', source: EXTERNAL_PARTS });
    new OpenShiftSccGrant(chart, 'grant', { extensionName: 'three', computeNamespaces: ['ml-jobs'] });

    for (const name of ['two', 'three']) {
      expect(() => app.synthYaml()).toThrow(
        `extensionName: two parts of the cluster name different extensions (received "${name}", expected "one", as elsewhere in the cluster)`,
      );
    }
  });
});
