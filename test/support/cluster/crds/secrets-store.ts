import { list, object, text, texts, type CustomKind } from './schema';

/** What the Secrets Store CSI driver mounts, and mirrors into secrets. None of its fields is required. */
export const secretProviderClass: CustomKind = {
  group: 'secrets-store.csi.x-k8s.io',
  version: 'v1',
  kind: 'SecretProviderClass',
  plural: 'secretproviderclasses',
  scope: 'Namespaced',
  specRequired: false,
  source: 'https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret',
  sourceVersion: 'secrets-store-csi-driver main after 1.5, apis/v1 at commit 02f84b414d93',
  spec: object({
    provider: text(),
    parameters: texts,
    secretObjects: list(
      object({
        secretName: text(),
        type: text(),
        labels: texts,
        annotations: texts,
        data: list(object({ objectName: text(), key: text(), plainValue: text() })),
      }),
    ),
  }),
  sample: {
    apiVersion: 'secrets-store.csi.x-k8s.io/v1',
    kind: 'SecretProviderClass',
    metadata: { name: 'sample', namespace: 'default' },
    spec: {
      provider: 'azure',
      parameters: { keyvaultName: 'contoso' },
      secretObjects: [
        {
          secretName: 'scoring-tls',
          type: 'kubernetes.io/tls',
          labels: { a: 'b' },
          annotations: { a: 'b' },
          data: [{ objectName: 'certificate', key: 'tls.crt', plainValue: 'a' }],
        },
      ],
    },
  },
};
