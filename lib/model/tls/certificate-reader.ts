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
    return holds(() => certificate.checkPrivateKey(this.key));
  }
}

/** An X.509 certificate that could be read. */
export class Certificate {
  /** The common name of the subject; empty without one. */
  public readonly commonName: string;
  /** The host names among the alternative names of the subject. */
  public readonly dnsNames: readonly string[];
  /** The first day on which the certificate is valid, `YYYY-MM-DD` in UTC. */
  public readonly firstDay: string;
  /** The last day on which the certificate is valid, `YYYY-MM-DD` in UTC. */
  public readonly lastDay: string;
  /** The algorithm of the public key. */
  public readonly keyType: KeyType;

  /** Takes out what rules ask for, all at once, so that what cannot be read shows up here. */
  private constructor(private readonly x509: X509Certificate) {
    this.commonName = COMMON_NAME.exec(x509.subject)?.[1] ?? '';
    this.dnsNames = [...(x509.subjectAltName ?? '').matchAll(DNS_NAME)].map((match) => match[1] ?? '');
    this.firstDay = dayOf(x509.validFrom);
    this.lastDay = dayOf(x509.validTo);
    this.keyType = x509.publicKey.asymmetricKeyType ?? '';
  }

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

  /** Whether two certificates are the same, byte by byte. */
  public equals(other: Certificate): boolean {
    return this.x509.fingerprint256 === other.x509.fingerprint256;
  }

  /** Whether another certificate signed this one, by names, extensions and signature. */
  public isIssuedBy(other: Certificate): boolean {
    return holds(() => this.x509.checkIssued(other.x509) && this.x509.verify(other.x509.publicKey));
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
    return this.names(host, 'never');
  }

  /** Whether the host is in the common name, where clients do not look. */
  public coversByCommonName(host: string): boolean {
    return this.names(host, 'always');
  }

  private names(host: string, subject: 'always' | 'never'): boolean {
    return holds(() => this.x509.checkHost(host, { subject, partialWildcards: false }) !== undefined);
  }
}

/** The answer to a question that a damaged certificate may not be able to answer, which is a no. */
function holds(question: () => boolean): boolean {
  try {
    return question();
  } catch {
    return false;
  }
}

function dayOf(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}
