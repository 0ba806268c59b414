import { SecretValue } from 'azureml-kubernetes';
import type { IngressTlsSecretProps, RouterTlsSecretProps } from 'azureml-kubernetes/cdk8s';

const privateKey = SecretValue.of('key');
const store = { kind: 'SecretStore', name: 'vault' } as const;
const vault = {
  kind: 'secretProviderClass',
  keyvaultName: 'vault',
  tenantId: 'tenant',
  identity: { kind: 'systemAssignedIdentity' },
} as const;
const parts = { certificate: { key: 'certificate' }, privateKey: { key: 'key' } };
const bundle = { key: 'certificate', format: 'pkcs12' } as const;

export const complete: readonly IngressTlsSecretProps[] = [
  { source: { kind: 'inline', certificate: 'pem', privateKey } },
  { source: { kind: 'externalSecret', store, ...parts } },
  { source: { kind: 'externalSecret', store, bundle } },
  { source: { ...vault, bundle: { objectName: 'certificate' } } },
  { source: { kind: 'certManager', issuer: { kind: 'Issuer', name: 'ca' }, dnsNames: ['ml.contoso.com'] } },
];

export const keyInClear: IngressTlsSecretProps = {
  // @ts-expect-error -- a private key is a SecretValue, not a text
  source: { kind: 'inline', certificate: 'pem', privateKey: 'key' },
};

export const partsAndBundle: IngressTlsSecretProps = {
  // @ts-expect-error -- certificate and key come from two values or from one
  source: { kind: 'externalSecret', store, ...parts, bundle },
};

export const onePart: IngressTlsSecretProps = {
  // @ts-expect-error -- a certificate is nothing without its key
  source: { kind: 'externalSecret', store, certificate: { key: 'certificate' } },
};

export const foreignIssuerWithoutGroup: IngressTlsSecretProps = {
  // @ts-expect-error -- an issuer of another project has a group
  source: { kind: 'certManager', issuer: { kind: 'StepIssuer', name: 'step' }, dnsNames: ['ml.contoso.com'] },
};

export const routerFromCertManager: RouterTlsSecretProps = {
  extensionName: 'azureml',
  // @ts-expect-error -- the Secrets of cert-manager have tls.crt and tls.key, azureml-fe reads cert.pem and key.pem
  source: { kind: 'certManager', issuer: { kind: 'Issuer', name: 'ca' }, dnsNames: ['ml.contoso.com'] },
};

export const routerWithoutRevision: RouterTlsSecretProps = {
  extensionName: 'azureml',
  // @ts-expect-error -- the name has to change with the certificate, which is not known here
  source: { kind: 'externalSecret', store, ...parts },
};

export const routerFromVaultWithoutRevision: RouterTlsSecretProps = {
  extensionName: 'azureml',
  // @ts-expect-error -- the name has to change with the certificate, which is not known here
  source: { ...vault, certificate: { objectName: 'certificate' }, privateKey: { objectName: 'key' } },
};

export const routerFromVaultBundle: RouterTlsSecretProps = {
  extensionName: 'azureml',
  // @ts-expect-error -- the driver splits a bundle for tls.crt and tls.key only
  source: { ...vault, bundle: { objectName: 'certificate' }, revision: '1' },
};

// @ts-expect-error -- the namespace azureml has to name the release that adopts it
export const routerWithoutExtension: RouterTlsSecretProps = {
  source: { kind: 'inline', certificate: 'pem', privateKey },
};
