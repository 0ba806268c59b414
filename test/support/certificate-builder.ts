import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/*
 * Makes certificates for the tests: the part of X.509 (RFC 5280) that they need, in DER (X.690), signed by Node.
 */

/** A private key and its public half. */
export interface Keys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** What a certificate is made of. */
export interface CertificateParts {
  readonly keys: Keys;
  readonly commonName?: string;
  readonly dnsNames?: readonly string[];
  /** The first day, `YYYY-MM-DD`. */
  readonly from?: string;
  /** The last day, `YYYY-MM-DD`. */
  readonly until?: string;
  /** Who signs it; otherwise it signs itself. */
  readonly issuer?: CertificateParts;
}

const SIGNATURES: Readonly<Record<string, { readonly oid: string; readonly parameters: readonly Buffer[] }>> = {
  rsa: { oid: '1.2.840.113549.1.1.11', parameters: [der(0x05)] },
  ec: { oid: '1.2.840.10045.4.3.2', parameters: [] },
  ed25519: { oid: '1.3.101.112', parameters: [] },
};
const COMMON_NAME = '2.5.4.3';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';

let serialNumber = 0;

/** A new key. */
export function makeKeys(type: 'rsa' | 'ec' | 'ed25519' = 'ec'): Keys {
  if (type === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  return type === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
}

/** A private key as PEM text without passphrase. */
export function keyPem({ privateKey }: Keys, type: 'pkcs8' | 'sec1' | 'pkcs1' = 'pkcs8'): string {
  return privateKey.export({ type, format: 'pem' }).toString();
}

/** A certificate as PEM text, with a line break at its end. */
export function certificatePem(parts: CertificateParts): string {
  const { keys, issuer = parts, from = '2026-01-01', until = '2030-12-31' } = parts;
  const type = issuer.keys.privateKey.asymmetricKeyType ?? '';
  const { oid = '', parameters = [] } = SIGNATURES[type] ?? {};
  const algorithm = sequence(objectId(oid), ...parameters);
  const content = sequence(
    explicit(0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([(serialNumber = (serialNumber % 127) + 1)])),
    algorithm,
    distinguishedName(issuer.commonName),
    sequence(time(`${from}T00:00:00Z`), time(`${until}T23:59:59Z`)),
    distinguishedName(parts.commonName),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    ...alternativeNames(parts.dnsNames ?? []),
  );
  const signature = sign(type === 'ed25519' ? null : 'sha256', content, issuer.keys.privateKey);
  const bytes = sequence(content, algorithm, bitString(signature)).toString('base64');
  const lines = bytes.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function distinguishedName(commonName: string | undefined): Buffer {
  if (commonName === undefined) return sequence();
  return sequence(der(0x31, sequence(objectId(COMMON_NAME), der(0x0c, Buffer.from(commonName)))));
}

function alternativeNames(dnsNames: readonly string[]): Buffer[] {
  if (dnsNames.length === 0) return [];
  const names = sequence(...dnsNames.map((name) => der(0x82, Buffer.from(name))));
  return [explicit(3, sequence(sequence(objectId(SUBJECT_ALTERNATIVE_NAME), der(0x04, names))))];
}

function time(iso: string): Buffer {
  const digits = iso.replaceAll(/[-:T]/g, '');
  return iso < '2050' ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

function sequence(...contents: readonly Buffer[]): Buffer {
  return der(0x30, ...contents);
}

function explicit(tag: number, content: Buffer): Buffer {
  return der(0xa0 + tag, content);
}

function bitString(bits: Buffer): Buffer {
  return der(0x03, Buffer.from([0]), bits);
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  return value < 128 ? [value] : [...base128(value >> 7).map((byte) => byte | 0x80), value & 0x7f];
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const size: number[] = [];
  for (let rest = content.length; rest > 0; rest >>= 8) size.unshift(rest & 0xff);
  const length = content.length < 128 ? [content.length] : [0x80 + size.length, ...size];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
