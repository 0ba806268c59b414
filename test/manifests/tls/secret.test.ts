import fc from 'fast-check';
import { renderSecret } from '../../../lib/manifests/tls/secret';
import { INGRESS_FORM, ROUTER_FORM } from '../../../lib/manifests/tls/tls-secret-form';
import { SecretValue } from '../../../lib/model/secret';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { INLINE } from '../../support/tls-sources';

const METADATA = { name: 'tls', namespace: 'azureml' };

function decode(base64: string | undefined): string {
  return Buffer.from(base64 ?? '', 'base64').toString('utf8');
}

describe('renderSecret', () => {
  test('writes what ingress controllers read', () => {
    expect(renderSecret(METADATA, INGRESS_FORM, INLINE)).toStrictEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: METADATA,
      type: 'kubernetes.io/tls',
      data: {
        'tls.crt': Buffer.from(CERTIFICATE).toString('base64'),
        'tls.key': Buffer.from(PRIVATE_KEY).toString('base64'),
      },
    });
  });

  test('writes what azureml-fe reads', () => {
    expect(renderSecret(METADATA, ROUTER_FORM, INLINE)).toStrictEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: METADATA,
      type: 'Opaque',
      data: {
        'cert.pem': Buffer.from(CERTIFICATE).toString('base64'),
        'key.pem': Buffer.from(PRIVATE_KEY).toString('base64'),
      },
    });
  });

  test('keeps every byte', () => {
    const pem = fc.string({ unit: fc.constantFrom('-', 'A', '=', '\n', '\r', ' ') });
    fc.assert(
      fc.property(pem, pem, (certificate, key) => {
        const source = { kind: 'inline', certificate, privateKey: SecretValue.of(key) } as const;
        const { data } = renderSecret(METADATA, ROUTER_FORM, source);
        expect([decode(data['cert.pem']), decode(data['key.pem'])]).toStrictEqual([certificate, key]);
      }),
    );
  });
});
