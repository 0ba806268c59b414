import type { KubeObject } from '../objects';
import { flag, integer, list, object, oneOf, text, texts, type CustomKind, type Schema } from './schema';

const KEY_USAGES = [
  ...['signing', 'digital signature', 'content commitment', 'key encipherment', 'key agreement', 'data encipherment'],
  ...['cert sign', 'crl sign', 'encipher only', 'decipher only', 'any', 'server auth', 'client auth', 'code signing'],
  ...['email protection', 's/mime', 'ipsec end system', 'ipsec tunnel', 'ipsec user', 'timestamping', 'ocsp signing'],
  ...['microsoft sgc', 'netscape sgc'],
];

/** The group's parts that are the same for each kind. */
const GROUP = {
  group: 'cert-manager.io',
  version: 'v1',
  specRequired: false,
  sourceVersion: 'cert-manager main after 1.18, commit 0509c05ab4c8',
} as const;

const certificateSpec = object(
  {
    secretName: text(),
    issuerRef: object({ name: text(), kind: text(), group: text() }, ['name']),
    commonName: text(),
    dnsNames: list(text()),
    duration: text(),
    renewBefore: text(),
    renewBeforePercentage: integer,
    revisionHistoryLimit: integer,
    isCA: flag,
    usages: list(oneOf(KEY_USAGES)),
    privateKey: object({
      algorithm: oneOf(['RSA', 'ECDSA', 'Ed25519']),
      encoding: oneOf(['PKCS1', 'PKCS8']),
      rotationPolicy: oneOf(['Never', 'Always']),
      size: integer,
    }),
    secretTemplate: object({ annotations: texts, labels: texts }),
    subject: object({ organizations: list(text()) }),
  },
  ['issuerRef', 'secretName'],
);

/** A certificate that cert-manager gets and keeps in a secret. */
export const certificate: CustomKind = {
  ...GROUP,
  kind: 'Certificate',
  plural: 'certificates',
  scope: 'Namespaced',
  source: 'https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.Certificate',
  spec: certificateSpec,
  sample: {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'sample', namespace: 'default' },
    spec: {
      secretName: 'scoring-tls',
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer', group: 'cert-manager.io' },
      commonName: 'ml.contoso.com',
      dnsNames: ['ml.contoso.com'],
      duration: '2160h',
      renewBefore: '360h',
      renewBeforePercentage: 30,
      revisionHistoryLimit: 3,
      isCA: false,
      usages: ['digital signature', 'server auth'],
      privateKey: { algorithm: 'RSA', encoding: 'PKCS8', rotationPolicy: 'Always', size: 2048 },
      secretTemplate: { annotations: { a: 'b' }, labels: { a: 'b' } },
      subject: { organizations: ['Contoso'] },
    },
  },
};

const secretKey = object({ name: text(), key: text() }, ['name']);

const azureDns = object(
  {
    subscriptionID: text(),
    resourceGroupName: text(),
    hostedZoneName: text(),
    environment: oneOf(['AzurePublicCloud', 'AzureChinaCloud', 'AzureGermanCloud', 'AzureUSGovernmentCloud']),
    managedIdentity: object({ clientID: text(), resourceID: text(), tenantID: text() }),
  },
  ['resourceGroupName', 'subscriptionID'],
);

const solver = object({
  selector: object({ dnsNames: list(text()), dnsZones: list(text()) }),
  http01: object({ ingress: object({ ingressClassName: text(), class: text(), name: text(), serviceType: text() }) }),
  dns01: object({ azureDNS: azureDns, cnameStrategy: oneOf(['None', 'Follow']) }),
});

const issuerSpec: Schema = object({
  acme: object({ server: text(), email: text(), privateKeySecretRef: secretKey, solvers: list(solver) }, [
    'privateKeySecretRef',
    'server',
  ]),
  ca: object({ secretName: text() }, ['secretName']),
  selfSigned: object({ crlDistributionPoints: list(text()) }),
});

const issuerSample: Omit<KubeObject, 'kind' | 'metadata'> = {
  apiVersion: 'cert-manager.io/v1',
  spec: {
    acme: {
      server: 'https://acme.example.com/directory',
      email: 'ops@example.com',
      privateKeySecretRef: { name: 'account', key: 'tls.key' },
      solvers: [
        {
          selector: { dnsNames: ['ml.contoso.com'], dnsZones: ['contoso.com'] },
          http01: {
            ingress: { ingressClassName: 'nginx', class: 'nginx', name: 'azureml-fe', serviceType: 'ClusterIP' },
          },
          dns01: {
            cnameStrategy: 'None',
            azureDNS: {
              subscriptionID: '00000000-0000-0000-0000-000000000000',
              resourceGroupName: 'dns',
              hostedZoneName: 'contoso.com',
              environment: 'AzurePublicCloud',
              managedIdentity: { clientID: 'a', resourceID: 'b', tenantID: 'c' },
            },
          },
        },
      ],
    },
    ca: { secretName: 'root' },
    selfSigned: { crlDistributionPoints: ['http://crl.example.com'] },
  },
};

/** Who signs certificates of one namespace. */
export const issuer: CustomKind = {
  ...GROUP,
  kind: 'Issuer',
  plural: 'issuers',
  scope: 'Namespaced',
  specRequired: true,
  source: 'https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.Issuer',
  spec: issuerSpec,
  sample: { ...issuerSample, kind: 'Issuer', metadata: { name: 'sample', namespace: 'default' } } as KubeObject,
};

/** Who signs certificates of every namespace. */
export const clusterIssuer: CustomKind = {
  ...GROUP,
  kind: 'ClusterIssuer',
  plural: 'clusterissuers',
  scope: 'Cluster',
  specRequired: true,
  source: 'https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.ClusterIssuer',
  spec: issuerSpec,
  sample: { ...issuerSample, kind: 'ClusterIssuer', metadata: { name: 'sample' } } as KubeObject,
};
