import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

const COMMON_NAME = /^CN=(.*)$/m;
const DNS_NAME = /DNS:([^,"\s]+)/g;

/** The algorithm of a key as Node names it: `rsa`, `ec`, `ed25519`. */
export type KeyType = string;

/** A private key that could be read. Nothing of it can be seen. */
export class PrivateKey {
  private constructor(private readonly key: KeyObject) {}

  /**
   * Reads a key without passphrase.
   * @param block - one PEM block
   * @returns `undefined` when it is no private key
   */
  public static read(this: void, block: string): PrivateKey | undefined {
    try {
      return new PrivateKey(createPrivateKey({ key: block, format: 'pem' }));
    } catch {
      return undefined;
    }
  }

  /** The algorithm of the key. */
  public get type(): KeyType {
    return this.key.asymmetricKeyType ?? '';
  }

  /**
   * Whether a certificate holds the public half of this key.
   * @param certificate - as OpenSSL read it
   */
  public belongsTo(certificate: X509Certificate): boolean {
    return certificate.checkPrivateKey(this.key);
  }
}

/** An X.509 certificate that could be read. */
export class Certificate {
  private constructor(private readonly x509: X509Certificate) {}

  /**
   * Reads a certificate.
   * @param block - one PEM block
   * @returns `undefined` when it is no certificate
   */
  public static read(this: void, block: string): Certificate | undefined {
    try {
      return new Certificate(new X509Certificate(block));
    } catch {
      return undefined;
    }
  }

  /** The common name of the subject; empty without one. */
  public get commonName(): string {
    return COMMON_NAME.exec(this.x509.subject)?.[1] ?? '';
  }

  /** The host names among the alternative names of the subject. */
  public get dnsNames(): readonly string[] {
    return [...(this.x509.subjectAltName ?? '').matchAll(DNS_NAME)].map((match) => match[1] ?? '');
  }

  /** The first day on which the certificate is valid, `YYYY-MM-DD` in UTC. */
  public get firstDay(): string {
    return dayOf(this.x509.validFrom);
  }

  /** The last day on which the certificate is valid, `YYYY-MM-DD` in UTC. */
  public get lastDay(): string {
    return dayOf(this.x509.validTo);
  }

  /** The algorithm of the public key. */
  public get keyType(): KeyType {
    return this.x509.publicKey.asymmetricKeyType ?? '';
  }

  /** Whether two certificates are the same, byte by byte. */
  public equals(other: Certificate): boolean {
    return this.x509.fingerprint256 === other.x509.fingerprint256;
  }

  /** Whether another certificate signed this one, by names, extensions and signature. */
  public isIssuedBy(other: Certificate): boolean {
    return this.x509.checkIssued(other.x509) && this.x509.verify(other.x509.publicKey);
  }

  /** Whether a private key is that of the certificate. */
  public hasKey(key: PrivateKey): boolean {
    return key.belongsTo(this.x509);
  }

  /**
   * Whether clients accept the certificate for a host: one of the alternative names is the host, or has `*` in place of
   * its whole first label. The common name does not count.
   */
  public covers(host: string): boolean {
    return this.x509.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
  }

  /** Whether the host is in the common name, where clients do not look. */
  public coversByCommonName(host: string): boolean {
    return this.x509.checkHost(host, { subject: 'always', partialWildcards: false }) !== undefined;
  }
}

function dayOf(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}
