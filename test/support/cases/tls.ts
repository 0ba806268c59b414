import type { Chart } from 'cdk8s';
import { IngressTlsSecret, RouterTlsSecret } from 'azureml-kubernetes/cdk8s';
import { CERT_MANAGER, CLASS_BUNDLE, CLASS_PARTS, EXTERNAL_BUNDLE, EXTERNAL_PARTS, INLINE } from '../tls-sources';
import type { ManifestCase } from './case';

const METADATA = { labels: { team: 'ml' }, annotations: { 'contoso.com/owner': 'ml@contoso.com' } };
const VERSION = '0123456789abcdef0123456789abcdef';

const INGRESS_SOURCES = {
  'certificate and key inline': INLINE,
  'a revision': { ...INLINE, revision: '2026-11' },
  'two values of external-secrets': {
    ...EXTERNAL_PARTS,
    refreshInterval: '30m',
    certificate: { key: 'router', property: 'certificate', version: '3' },
    privateKey: { key: 'router', property: 'key' },
  },
  'a PFX of external-secrets': EXTERNAL_BUNDLE,
  'a PEM bundle of external-secrets': { ...EXTERNAL_BUNDLE, bundle: { key: 'router', format: 'pem' } },
  'two secrets of a key vault': {
    ...CLASS_PARTS,
    cloudName: 'AzureUSGovernmentCloud',
    certificate: { objectName: 'router-certificate', objectVersion: VERSION },
  },
  'a certificate of a key vault': CLASS_BUNDLE,
  'a certificate of a key vault, read by the nodes': { ...CLASS_BUNDLE, identity: { kind: 'systemAssignedIdentity' } },
  'a certificate of cert-manager': CERT_MANAGER,
  'a certificate of cert-manager by an issuer of others': {
    ...CERT_MANAGER,
    issuer: { kind: 'StepIssuer', name: 'step', group: 'certmanager.step.sm' },
  },
} as const;

const ROUTER_SOURCES = {
  'certificate and key inline': INLINE,
  'two values of external-secrets': EXTERNAL_PARTS,
  'a PFX of external-secrets': EXTERNAL_BUNDLE,
  'two secrets of a key vault': CLASS_PARTS,
} as const;

/** Every option of the TLS secrets. */
export const TLS_CASES: readonly ManifestCase[] = [
  ...Object.entries(INGRESS_SOURCES).map(([what, source]) => ({
    title: `TLS secret of an ingress from ${what}`,
    build: (chart: Chart) => {
      new IngressTlsSecret(chart, 'scoring-tls', { source, ...METADATA });
    },
  })),
  ...Object.entries(ROUTER_SOURCES).map(([what, source]) => ({
    title: `TLS secret of azureml-fe from ${what}`,
    build: (chart: Chart) => {
      new RouterTlsSecret(chart, 'router-tls', { extensionName: 'azureml', source, ...METADATA });
    },
  })),
];
