import { deferred } from '../../../lib/model/deferred';
import { SecretValue } from '../../../lib/model/secret';
import { certificateIssues } from '../../../lib/model/tls/certificate.rules';
import type { IngressTlsSecretSpec } from '../../../lib/model/tls/ingress-tls-secret';
import { ingressTlsSecretIssues } from '../../../lib/model/tls/ingress-tls-secret.rules';
import { resolveIngressTlsSecret } from '../../../lib/model/tls/resolve-ingress-tls-secret';
import type { RouterTlsSecretSpec } from '../../../lib/model/tls/router-tls-secret';
import { routerTlsSecretIssues } from '../../../lib/model/tls/router-tls-secret.rules';
import type { TLS_CODES } from '../../../lib/model/tls/tls.codes';
import { tlsSecretSetIssues } from '../../../lib/model/tls/tls-secret-set.rules';
import { certificatePem, keyPem, makeKeys, type CertificateParts } from '../certificate-builder';
import { CERTIFICATE, ENCRYPTED_KEYS, PRIVATE_KEY } from '../certificates';
import { CERT_MANAGER, CLASS_BUNDLE, CLASS_PARTS, EXTERNAL_PARTS, INLINE } from '../tls-sources';
import { casesOf, type IssueCases } from './issue-case';

const ROOT: CertificateParts = { keys: makeKeys(), commonName: 'root' };
const LEAF: CertificateParts = {
  keys: makeKeys(),
  commonName: 'ml.contoso.com',
  dnsNames: ['ml.contoso.com'],
  from: '2026-02-01',
  until: '2026-11-27',
  issuer: ROOT,
};
const ALIEN: CertificateParts = { keys: makeKeys(), commonName: 'alien' };
const ED25519: CertificateParts = { ...LEAF, keys: makeKeys('ed25519') };
const NAMELESS: CertificateParts = { ...LEAF, dnsNames: [] };

const chain = (...parts: readonly CertificateParts[]): string => parts.map(certificatePem).join('');
const CHAIN = [LEAF, ROOT].map(certificatePem);
const WHOLE_CHAIN = CHAIN.join('');

/** A PEM text whose first block cannot be read. */
const damaged = (pem: string): string => pem.replace(/(?<=-----\n).{8}/, 'AAAAAAAA');

interface Pair {
  readonly certificate?: string;
  readonly key?: string;
  readonly cname?: string;
  readonly at?: string;
}

/** A complete chain and its key, but for what is given. */
const pair = casesOf(({ certificate = WHOLE_CHAIN, key = keyPem(LEAF.keys), ...more }: Pair) =>
  certificateIssues({ certificate, key: SecretValue.of(key), ...more }),
);
const ingress = casesOf((source: IngressTlsSecretSpec['source']) => ingressTlsSecretIssues({ name: 'tls', source }));
const router = casesOf((source: RouterTlsSecretSpec['source']) =>
  routerTlsSecretIssues({ name: 'router-tls', extensionName: 'azureml', source }),
);
const GUID_IDENTITY = { kind: 'workloadIdentity', clientID: 'a1b2c3d4-0000-4000-8000-00000000000f' };
const later = SecretValue.of(deferred('key', { secret: true }));

export const TLS_CASES = {
  'tls/pem-not-ascii': pair(
    { certificate: `${CERTIFICATE}é`, key: PRIVATE_KEY },
    { certificate: CERTIFICATE, key: PRIVATE_KEY },
  ),
  'tls/certificate-not-pem': pair({ certificate: 'cert.pem' }, {}),
  'tls/key-in-certificate': pair({ certificate: `${WHOLE_CHAIN}${keyPem(LEAF.keys)}` }, {}),
  'tls/private-key-not-pem': pair({ key: 'key.pem' }, {}),
  'tls/private-key-encrypted': pair({ key: Object.values(ENCRYPTED_KEYS)[0] ?? '' }, {}),
  'tls/certificate-key-swapped': pair({ certificate: keyPem(LEAF.keys), key: WHOLE_CHAIN }, {}),
  'tls/certificate-unreadable': pair({ certificate: damaged(WHOLE_CHAIN) }, {}),
  'tls/certificate-repeated': pair({ certificate: `${WHOLE_CHAIN}${CHAIN[0] ?? ''}` }, {}),
  'tls/chain-order': pair({ certificate: chain(ROOT, LEAF) }, {}),
  'tls/chain-broken': pair({ certificate: chain(LEAF, ALIEN) }, {}),
  'tls/chain-incomplete': pair({ certificate: chain(LEAF) }, {}),
  'tls/private-key-unreadable': pair({ key: damaged(keyPem(LEAF.keys)) }, {}),
  'tls/several-private-keys': pair({ key: `${keyPem(LEAF.keys)}${keyPem(ALIEN.keys)}` }, {}),
  'tls/certificate-in-key': pair({ key: `${keyPem(LEAF.keys)}${chain(ROOT)}` }, {}),
  'tls/key-type': pair({ certificate: chain(ED25519, ROOT), key: keyPem(ED25519.keys) }, {}),
  'tls/key-mismatch': pair({ key: keyPem(ALIEN.keys) }, {}),
  'tls/host-not-covered': pair({ cname: 'other.contoso.com' }, { cname: 'ml.contoso.com' }),
  'tls/host-in-common-name': pair(
    { certificate: chain(NAMELESS, ROOT), cname: 'ml.contoso.com' },
    { cname: 'ml.contoso.com' },
  ),
  'tls/certificate-expired': pair({ at: '2026-11-28' }, { at: '2026-11-27' }),
  'tls/certificate-not-yet-valid': pair({ at: '2026-01-31' }, { at: '2026-02-01' }),
  'tls/certificate-expires-soon': pair({ at: '2026-11-26' }, { at: '2026-02-01' }),
  'tls/key-in-manifest': ingress(INLINE, { ...INLINE, privateKey: later }),
  'tls/revision-required': router({ ...EXTERNAL_PARTS, revision: undefined }, EXTERNAL_PARTS),
  'tls/router-cert-manager': router(CERT_MANAGER, EXTERNAL_PARTS),
  'tls/router-bundle': router({ ...CLASS_BUNDLE, revision: '1' }, CLASS_PARTS),
  'tls/parts-or-bundle': ingress({ ...EXTERNAL_PARTS, privateKey: undefined }, EXTERNAL_PARTS),
  'tls/same-remote-value': ingress({ ...EXTERNAL_PARTS, privateKey: EXTERNAL_PARTS.certificate }, EXTERNAL_PARTS),
  'tls/key-vault-object-type': ingress({ ...EXTERNAL_PARTS, privateKey: { key: 'key/router' } }, EXTERNAL_PARTS),
  'tls/mounted-only': ingress(CLASS_PARTS, EXTERNAL_PARTS),
  'tls/refresh-interval': ingress(
    { ...EXTERNAL_PARTS, refreshInterval: '1d' },
    { ...EXTERNAL_PARTS, refreshInterval: '24h' },
  ),
  'tls/key-vault-name': ingress({ ...CLASS_PARTS, keyvaultName: 'contoso_ml' }, CLASS_PARTS),
  'tls/key-vault-object': ingress({ ...CLASS_PARTS, privateKey: { objectName: 'router_key' } }, CLASS_PARTS),
  'tls/key-vault-object-version': ingress(
    { ...CLASS_PARTS, privateKey: { objectName: 'router-key', objectVersion: 'latest' } },
    { ...CLASS_PARTS, privateKey: { objectName: 'router-key', objectVersion: '0'.repeat(32) } },
  ),
  'tls/identity-id': ingress(
    { ...CLASS_PARTS, identity: { ...GUID_IDENTITY, clientID: 'me' } },
    { ...CLASS_PARTS, identity: GUID_IDENTITY },
  ),
  'tls/secret-name-taken': casesOf((names: readonly string[]) =>
    tlsSecretSetIssues(names.map((name) => resolveIngressTlsSecret({ name, source: CERT_MANAGER }))),
  )(['tls', 'tls'], ['tls', 'other']),
} satisfies IssueCases<typeof TLS_CODES>;
