import { calendarDate } from '../calendar-date';
import { isDeferred, lowerCase } from '../deferred';
import { fieldIssues, isWellShaped, optional, required, secret, text, type FieldTable } from '../fields';
import { errorsOf, issue, type Issue, type IssueDetails, type Path } from '../issues';
import { wildcardHostName } from '../names';
import { revealSecret, type SecretValue } from '../secret';
import { certificateChainIssues, certificateName, type CertificateChain, readChain } from './certificate-chain';
import { PrivateKey, type KeyType } from './certificate-reader';
import { certificateTextIssues, isSwapped, pemCertificates, privateKeyBlock, privateKeyTextIssues } from './pem.rules';

const DAY = 24 * 60 * 60 * 1000;
const DAYS_BEFORE_END = 30;

const KEY_TYPES: ReadonlyMap<KeyType, string> = new Map([
  ['rsa', 'RSA'],
  ['ec', 'EC'],
]);

/** A certificate, its private key and what they have to be good for. */
export interface CertificatePair {
  /** The certificate chain as PEM text: the server's certificate, then the one that signed it, and so on. */
  readonly certificate: string;
  /** The private key as PEM text without passphrase. */
  readonly key: SecretValue;
  /**
   * The host name that clients use.
   * @default - not known
   */
  readonly cname?: string;
  /**
   * The day on which the certificates have to be valid, `YYYY-MM-DD` in UTC; the library has no clock.
   * @default - not known
   */
  readonly at?: string;
}

const CERTIFICATE_PAIR = {
  certificate: required(text(pemCertificates)),
  key: required(secret()),
  cname: optional(text(wildcardHostName)),
  at: optional(text(calendarDate)),
} satisfies FieldTable<CertificatePair>;

/** Where a description has the parts of a pair. */
export interface CertificatePairPaths {
  readonly certificate: Path;
  readonly key: Path;
  /** @default - nothing has to be covered */
  readonly cname?: Path;
}

/**
 * Everything that is wrong or unwise with a certificate and its key: their PEM text, the order of the chain, whether the
 * key belongs to the certificate, whether the certificate covers a host, and whether it is valid on a day. What is
 * deferred is not looked at. No issue shows any part of a key.
 * @param pair - certificate and key as given
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint
 */
export function certificateIssues(pair: CertificatePair): Issue[] {
  const shape = fieldIssues(pair, CERTIFICATE_PAIR, []);
  if (!isWellShaped(shape)) return shape;
  return [...shape, ...certificatePairIssues(pair, { certificate: ['certificate'], key: ['key'], cname: ['cname'] })];
}

/**
 * The same for a pair inside a description, whose own rules hold types, host name and date. Where these are wrong,
 * nothing is said here.
 * @param pair - certificate and key of the right types
 * @param paths - where the description has them
 */
export function certificatePairIssues(pair: CertificatePair, paths: CertificatePairPaths): Issue[] {
  const { certificate } = pair;
  const key = revealSecret(pair.key);
  if (!isDeferred(certificate) && !isDeferred(key) && isSwapped(certificate, key)) {
    return [issue('tls/certificate-key-swapped', paths.certificate)];
  }
  const chain = chainOf(certificate, paths.certificate);
  const read = keyOf(key, paths.key);
  return [
    ...chain.issues,
    ...read.issues,
    ...(chain.value === undefined ? [] : purposeIssues(chain.value, read.value, pair, paths)),
  ];
}

/**
 * What is wrong with a certificate in the light of the host names that clients use. What cannot be read is not looked
 * at.
 * @param certificate - the certificate chain as PEM text
 * @param host - a host name, or a wildcard
 * @param path - where the host name is in the description
 */
export function certificateHostIssues(certificate: string, host: string, path: Path): Issue[] {
  const { value } = chainOf(certificate, path);
  return value === undefined ? [] : hostIssues(value, host, path);
}

/** Whether a chain that could be read is good for its key, its host and its day, as far as these are known. */
function purposeIssues(
  chain: CertificateChain,
  key: PrivateKey | undefined,
  { cname, at }: CertificatePair,
  paths: CertificatePairPaths,
): Issue[] {
  return [
    ...(key === undefined ? [] : keyIssues(chain, key, paths.key)),
    ...(cname === undefined ? [] : hostIssues(chain, cname, paths.cname ?? [])),
    ...(at === undefined ? [] : dayIssues(chain, at, paths.certificate)),
  ];
}

/** What was read of a text, when it could be, and the issues with it. */
interface Read<Value> {
  readonly value?: Value;
  readonly issues: readonly Issue[];
}

function chainOf(pem: string, path: Path): Read<CertificateChain> {
  if (isDeferred(pem)) return { issues: [] };
  const textIssues = certificateTextIssues(pem, path);
  if (textIssues.length > 0) return { issues: textIssues };
  const chain = readChain(pem, path);
  return Array.isArray(chain) ? { issues: chain } : { value: chain, issues: certificateChainIssues(chain, path) };
}

function keyOf(pem: string, path: Path): Read<PrivateKey> {
  if (isDeferred(pem)) return { issues: [] };
  const issues = privateKeyTextIssues(pem, path);
  const block = errorsOf(issues).length > 0 ? undefined : privateKeyBlock(pem);
  if (block === undefined) return { issues };
  const value = PrivateKey.read(block);
  if (value === undefined) return { issues: [...issues, issue('tls/private-key-unreadable', path)] };
  if (KEY_TYPES.has(value.type)) return { value, issues };
  return { value, issues: [...issues, issue('tls/key-type', path, { received: value.type, expected: 'rsa or ec' })] };
}

function keyIssues(chain: CertificateChain, key: PrivateKey, path: Path): Issue[] {
  if (chain.leaf.hasKey(key)) return [];
  const owner = chain.certificates.findIndex((one) => one.hasKey(key));
  if (owner >= 0) {
    const message = `the private key belongs to ${certificateName(chain, owner)} and not to that of the server`;
    return [issue('tls/key-mismatch', path, { message })];
  }
  if (chain.leaf.keyType === key.type) return [issue('tls/key-mismatch', path)];
  const [own, other] = [key.type, chain.leaf.keyType].map((type) => KEY_TYPES.get(type) ?? type);
  return [issue('tls/key-mismatch', path, { received: `${own ?? ''} key`, expected: `${other ?? ''} key` })];
}

function hostIssues({ leaf }: CertificateChain, host: string, path: Path): Issue[] {
  const name = lowerCase(host);
  if (isDeferred(name) || wildcardHostName.issues(name, path).length > 0 || leaf.covers(name)) return [];
  if (leaf.coversByCommonName(name)) return [issue('tls/host-in-common-name', path, { received: host })];
  const names = leaf.dnsNames;
  const expected = names.length === 0 ? 'a certificate with host names' : `one that matches ${names.join(', ')}`;
  return [issue('tls/host-not-covered', path, { received: host, expected })];
}

function dayIssues(chain: CertificateChain, day: string, path: Path): Issue[] {
  if (isDeferred(day) || calendarDate.issues(day, path).length > 0) return [];
  const soon = new Date(Date.parse(day) + DAYS_BEFORE_END * DAY).toISOString().slice(0, 10);
  return chain.certificates.flatMap(({ firstDay, lastDay }, index) => {
    const said = (words: string): IssueDetails => ({
      message: `${certificateName(chain, index)} ${words}`,
      received: day,
    });
    if (lastDay < day) return [issue('tls/certificate-expired', path, said(`expired on ${lastDay}`))];
    if (firstDay > day) return [issue('tls/certificate-not-yet-valid', path, said(`is valid from ${firstDay} only`))];
    return lastDay > soon ? [] : [issue('tls/certificate-expires-soon', path, said(`expires on ${lastDay}`))];
  });
}
