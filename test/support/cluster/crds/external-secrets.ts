import { flag, list, object, oneOf, text, texts, type CustomKind, type Schema } from './schema';

/** The name of an object of Kubernetes. */
const name: Schema = text({
  minLength: 1,
  maxLength: 253,
  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
});

const secretKey: Schema = text({ minLength: 1, maxLength: 253, pattern: '^[-._a-zA-Z0-9]+$' });

const strategies = {
  conversionStrategy: oneOf(['Default', 'Unicode'], 'Default'),
  decodingStrategy: oneOf(['Auto', 'Base64', 'Base64URL', 'None'], 'None'),
};

const remoteRef = object(
  {
    key: text(),
    property: text(),
    version: text(),
    metadataPolicy: oneOf(['None', 'Fetch'], 'None'),
    ...strategies,
  },
  ['key'],
);

const target: Schema = {
  ...object({
    name,
    creationPolicy: oneOf(['Owner', 'Orphan', 'Merge', 'None'], 'Owner'),
    deletionPolicy: oneOf(['Delete', 'Merge', 'Retain'], 'Retain'),
    immutable: flag,
    template: object({
      type: text(),
      engineVersion: oneOf(['v2'], 'v2'),
      mergePolicy: oneOf(['Replace', 'Merge'], 'Replace'),
      metadata: object({ annotations: texts, labels: texts }),
      data: texts,
    }),
  }),
  default: { creationPolicy: 'Owner', deletionPolicy: 'Retain' },
};

const sampleRef = {
  key: 'secret/scoring',
  property: 'crt',
  version: '1',
  metadataPolicy: 'None',
  conversionStrategy: 'Default',
  decodingStrategy: 'None',
};

/** A secret whose content External Secrets fetches from a store, such as Azure Key Vault. */
export const externalSecret: CustomKind = {
  group: 'external-secrets.io',
  version: 'v1',
  kind: 'ExternalSecret',
  plural: 'externalsecrets',
  scope: 'Namespaced',
  specRequired: false,
  source: 'https://external-secrets.io/latest/api/spec/#external-secrets.io/v1.ExternalSecret',
  sourceVersion: 'external-secrets main after 0.17, apis/externalsecrets/v1 at commit 0126c16c6faf',
  spec: object({
    secretStoreRef: object({ name, kind: oneOf(['SecretStore', 'ClusterSecretStore']) }),
    refreshPolicy: oneOf(['CreatedOnce', 'Periodic', 'OnChange']),
    refreshInterval: text({ default: '1h' }),
    target,
    data: list(object({ secretKey, remoteRef }, ['remoteRef', 'secretKey'])),
    dataFrom: list(
      object({ extract: remoteRef, find: object({ path: text(), name: object({ regexp: text() }), ...strategies }) }),
    ),
  }),
  sample: {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'sample', namespace: 'default' },
    spec: {
      secretStoreRef: { name: 'key-vault', kind: 'ClusterSecretStore' },
      refreshPolicy: 'Periodic',
      refreshInterval: '1h',
      target: {
        name: 'scoring-tls',
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        immutable: false,
        template: {
          type: 'kubernetes.io/tls',
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          metadata: { annotations: { a: 'b' }, labels: { a: 'b' } },
          data: { 'tls.crt': '{{ .crt }}' },
        },
      },
      data: [{ secretKey: 'tls.crt', remoteRef: sampleRef }],
      dataFrom: [
        {
          extract: sampleRef,
          find: { path: 'a', name: { regexp: '.*' }, conversionStrategy: 'Default', decodingStrategy: 'None' },
        },
      ],
    },
  },
};
