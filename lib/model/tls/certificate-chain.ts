import { issue, printValue, type Issue, type Path } from '../issues';
import { Certificate } from './certificate-reader';
import { certificateBlocks } from './pem.rules';

/** The certificates of a text, at least one. */
export interface CertificateChain {
  /** In the order of the text. */
  readonly certificates: readonly Certificate[];
  /** The certificate of the server: the first one, or the one that a wrong order has elsewhere. */
  readonly leaf: Certificate;
  /** The positions in the order in which each certificate is issued by the next; empty when there is no such order. */
  readonly order: readonly number[];
}

/**
 * Reads the certificates of a PEM text.
 * @param text - a text of complete certificate blocks
 * @param path - where it is in the description
 * @returns the chain, or the issues that keep it from being read
 */
export function readChain(text: string, path: Path): CertificateChain | Issue[] {
  const blocks = certificateBlocks(text).map(Certificate.read);
  const certificates = blocks.filter((one) => one !== undefined);
  const [first] = certificates;
  if (first === undefined || certificates.length < blocks.length) {
    return blocks.flatMap((one, index) => {
      if (one !== undefined) return [];
      const message = `${positionOf(index, blocks.length)} is not an X.509 certificate`;
      return [issue('tls/certificate-unreadable', path, { message })];
    });
  }
  const order = chainOrder(certificates);
  return { certificates, leaf: certificates[order[0] ?? 0] ?? first, order };
}

/**
 * What is wrong or unwise with the order of certificates.
 * @param chain - the certificates that were read
 * @param path - where their text is in the description
 */
export function certificateChainIssues(chain: CertificateChain, path: Path): Issue[] {
  const { certificates, order } = chain;
  const repeated = certificates.flatMap((one, index) => {
    const first = certificates.findIndex((other) => other.equals(one));
    if (first === index) return [];
    const message = `${certificateName(chain, index)} is the same as certificate ${String(first + 1)}`;
    return [issue('tls/certificate-repeated', path, { message })];
  });
  if (repeated.length > 0) return repeated;
  if (order.length === 0) return brokenLinkIssues(chain, path);
  if (order.some((position, index) => position !== index)) {
    const expected = `the order ${order.map((position) => String(position + 1)).join(', ')}`;
    return [issue('tls/chain-order', path, { expected })];
  }
  return isLeafAlone(chain) ? [issue('tls/chain-incomplete', path)] : [];
}

/** What messages call a certificate: its position and the common name, when there are several. */
export function certificateName({ certificates }: CertificateChain, index: number): string {
  const name = certificates[index]?.commonName ?? '';
  const position = positionOf(index, certificates.length);
  return certificates.length === 1 || name === '' ? position : `${position} (${printValue(name)})`;
}

function positionOf(index: number, count: number): string {
  return count === 1 ? 'the certificate' : `certificate ${String(index + 1)} of ${String(count)}`;
}

function isLeafAlone({ certificates, leaf }: CertificateChain): boolean {
  return certificates.length === 1 && !leaf.isIssuedBy(leaf);
}

function brokenLinkIssues(chain: CertificateChain, path: Path): Issue[] {
  const { certificates } = chain;
  return certificates.flatMap((one, index) => {
    const next = certificates[index + 1];
    if (next === undefined || one.isIssuedBy(next)) return [];
    const message = `${certificateName(chain, index)} is not signed by ${certificateName(chain, index + 1)}`;
    return [issue('tls/chain-broken', path, { message })];
  });
}

/** The positions of certificates in the order in which each is issued by the next; empty when there is no such order. */
function chainOrder(certificates: readonly Certificate[]): readonly number[] {
  const positions = certificates.map((_, position) => position);
  if (positions.slice(1).every((next) => isIssued(certificates[next - 1], certificates[next]))) return positions;
  const isIssuer = (position: number): boolean =>
    certificates.some((one, other) => other !== position && isIssued(one, certificates[position]));
  const [leaf, ...others] = positions.filter((position) => !isIssuer(position));
  const order = leaf === undefined || others.length > 0 ? [] : followIssuers(certificates, [leaf]);
  return order.length === certificates.length ? order : [];
}

function followIssuers(certificates: readonly Certificate[], order: readonly number[]): readonly number[] {
  const last = certificates[order.at(-1) ?? -1];
  const next = certificates.findIndex((one, position) => !order.includes(position) && isIssued(last, one));
  return next < 0 ? order : followIssuers(certificates, [...order, next]);
}

function isIssued(one: Certificate | undefined, other: Certificate | undefined): boolean {
  return one !== undefined && other !== undefined && one.isIssuedBy(other);
}
