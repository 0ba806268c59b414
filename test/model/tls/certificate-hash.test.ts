import { certificateHash } from '../../../lib/model/tls/certificate-hash';
import { CERTIFICATE, RENEWED_CERTIFICATE } from '../../support/certificates';

describe('certificateHash', () => {
  test('is the start of the SHA-256 of the exact text', () => {
    // The digest of the three bytes `abc` is the example of FIPS 180-4.
    expect(certificateHash('abc')).toBe('ba7816bf8f');
    expect(certificateHash('abc\n')).not.toBe(certificateHash('abc'));
    expect(certificateHash('a\r\nb')).not.toBe(certificateHash('a\nb'));
  });

  test('is the same on every machine', () => {
    expect(certificateHash(CERTIFICATE)).toBe('894037534e');
  });

  test('changes with a renewal', () => {
    expect(certificateHash(RENEWED_CERTIFICATE)).toBe('47b70cfba6');
  });
});
