import fc from 'fast-check';
import { deferred } from '../../../lib/model/deferred';
import { issue } from '../../../lib/model/issues';
import { parseDnsSubdomain } from '../../../lib/model/names';
import { SecretValue } from '../../../lib/model/secret';
import { certificateHash } from '../../../lib/model/tls/certificate-hash';
import { resolveRouterTlsSecret } from '../../../lib/model/tls/resolve-router-tls-secret';
import { ROUTER_TLS_SECRET_PHASE } from '../../../lib/model/tls/router-tls-secret';
import { CERTIFICATE, OTHER_KEYS, RENEWED_CERTIFICATE } from '../../support/certificates';
import { CLASS_PARTS, EXTERNAL_PARTS, INLINE } from '../../support/tls-sources';

const NAMES = { name: 'router-tls', extensionName: 'azureml' };
const BASE = { ...NAMES, namespace: 'azureml', labels: {}, annotations: {}, warnings: [], usedBy: 'azureml-fe' };

function secretNameOf(source: Parameters<typeof resolveRouterTlsSecret>[0]['source']): string {
  return resolveRouterTlsSecret({ ...NAMES, source }).secretName;
}

describe('resolveRouterTlsSecret', () => {
  test('ends the name in the hash of the certificate', () => {
    expect(resolveRouterTlsSecret({ ...NAMES, source: INLINE })).toStrictEqual({
      ...BASE,
      secretName: `router-tls-${certificateHash(CERTIFICATE)}`,
      source: INLINE,
      warnings: [issue('tls/key-in-manifest', ['source', 'privateKey'])],
    });
  });

  test('gives a renewed certificate a new name, whatever the key', () => {
    const renewed = { ...INLINE, certificate: RENEWED_CERTIFICATE };

    expect(secretNameOf(renewed)).toBe(`router-tls-${certificateHash(RENEWED_CERTIFICATE)}`);
    expect(secretNameOf(renewed)).not.toBe(secretNameOf(INLINE));
    expect(secretNameOf({ ...INLINE, privateKey: SecretValue.of(OTHER_KEYS.rsa) })).toBe(secretNameOf(INLINE));
  });

  test('ends the name in the revision of a certificate that is not known', () => {
    expect(resolveRouterTlsSecret({ ...NAMES, source: EXTERNAL_PARTS })).toStrictEqual({
      ...BASE,
      secretName: 'router-tls-2026-11',
      source: { ...EXTERNAL_PARTS, refreshInterval: '1h' },
    });
    expect(secretNameOf(CLASS_PARTS)).toBe('router-tls-2026-11');
    expect(secretNameOf({ ...INLINE, certificate: deferred('certificate'), revision: '7' })).toBe('router-tls-7');
  });

  test('keeps the name when a deferred certificate becomes known', () => {
    expect(secretNameOf({ ...INLINE, revision: '7' })).toBe('router-tls-7');
  });

  test('makes a name that Kubernetes takes', () => {
    const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
    fc.assert(
      fc.property(label, fc.option(label, { nil: undefined }), (name, revision) => {
        const source = revision === undefined ? INLINE : { ...EXTERNAL_PARTS, revision };
        const { secretName } = resolveRouterTlsSecret({ name, extensionName: 'azureml', source });
        expect(parseDnsSubdomain(secretName)).toBe(secretName);
        expect(secretName.startsWith(`${name}-`)).toBe(true);
      }),
    );
  });

  test('fails once with all issues, those of the caller included', () => {
    const more = [issue('deferred/unresolved', ['source', 'certificate'])];
    const spec = { ...NAMES, extensionName: '', source: INLINE };

    expect(() => resolveRouterTlsSecret(spec, { subject: 'the secret', moreIssues: more })).toThrow(
      /^the secret has 2 errors:\n {2}- source\.certificate: .*\n {2}- extensionName: .*\n {2}- warning: source\.privateKey: /,
    );
    expect(() => resolveRouterTlsSecret(spec)).toThrow(/^RouterTlsSecret has 1 error:/);
  });

  test('is for the time before the installation', () => {
    expect(ROUTER_TLS_SECRET_PHASE).toBe('before-extension');
  });
});
