import { textFormat, type Branded } from './text-format';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_LABEL = new RegExp(`^${LABEL}$`);
const DNS_SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const IP_ADDRESS = /^\d+(\.\d+){3}$/;
const LONG_LABEL = /[^.]{64}/;
const MAX_LABEL = 63;
const MAX_SUBDOMAIN = 253;

/** What the API server takes as the annotations of one object: the bytes of all keys and values in UTF-8. */
export const MAX_ANNOTATIONS_BYTES = 256 * 1024;

/** An RFC 1123 label: the name of a namespace or a Service. */
export type DnsLabel = Branded<'DnsLabel'>;

/** A DNS label as Kubernetes takes it: at most 63 lower-case letters, digits and hyphens. */
export const dnsLabel = textFormat<'DnsLabel'>({
  noun: 'DNS label',
  code: 'name/dns-label',
  expected: 'at most 63 lower-case letters, digits and hyphens',
  accepts: isDnsLabel,
});

/** The name of a namespace, which is a DNS label. */
export const namespaceName = textFormat<'DnsLabel'>({
  noun: 'namespace name',
  code: 'name/dns-label',
  expected: 'at most 63 lower-case letters, digits and hyphens',
  accepts: isDnsLabel,
});

/** An RFC 1123 subdomain: the name of most objects. */
export type DnsSubdomain = Branded<'DnsSubdomain'>;

/** A DNS subdomain as Kubernetes takes it: DNS labels joined by dots, at most 253 characters. */
export const dnsSubdomain = textFormat<'DnsSubdomain'>({
  noun: 'DNS subdomain name',
  code: 'name/dns-subdomain',
  expected: 'at most 253 lower-case letters, digits, hyphens and dots',
  accepts: isDnsSubdomain,
});

/** The key of a label, a taint or an annotation. */
export type LabelKey = Branded<'LabelKey'>;

/** A qualified name: an optional DNS prefix and a slash, then at most 63 characters. */
export const labelKey = textFormat<'LabelKey'>({
  noun: 'label key',
  code: 'name/label-key',
  expected: 'a qualified name such as app.kubernetes.io/name',
  accepts: isQualifiedName,
});

/** The value of a label or a taint. */
export type LabelValue = Branded<'LabelValue'>;

/** A label value: at most 63 characters, or nothing. */
export const labelValue = textFormat<'LabelValue'>({
  noun: 'label value',
  code: 'name/label-value',
  expected: 'at most 63 letters, digits, "-", "_" and "."',
  accepts: (text) => text === '' || (text.length <= MAX_LABEL && QUALIFIED_NAME.test(text)),
});

/** The value of an annotation. */
export type AnnotationValue = Branded<'AnnotationValue'>;

/** An annotation value: any text of at most 256 KiB in UTF-8. */
export const annotationValue = textFormat<'AnnotationValue'>({
  noun: 'annotation value',
  code: 'name/annotation-value',
  expected: 'at most 256 KiB',
  accepts: (text) => new TextEncoder().encode(text).length <= MAX_ANNOTATIONS_BYTES,
});

/** A host name. */
export type HostName = Branded<'HostName'>;

/** A host name in lower case, as DNS can answer for it: labels of at most 63 characters; no wildcard, no IP address. */
export const hostName = textFormat<'HostName'>({
  noun: 'host name',
  code: 'name/host',
  expected: 'a lower-case DNS name with labels of at most 63 characters',
  accepts: isHostName,
});

/** A host name whose first label may be `*`; the wildcard stands for one label. */
export const wildcardHostName = textFormat<'HostName'>({
  noun: 'host name',
  code: 'name/host',
  expected: 'a lower-case DNS name with labels of at most 63 characters, or one whose first label is *',
  accepts: (text) => text.length <= MAX_SUBDOMAIN && isHostName(text.startsWith('*.') ? text.slice(2) : text),
});

/** Text of one line without a grammar of its own. */
export type PlainText = Branded<'PlainText'>;

/** Text of one line: not empty, no control characters, no space at its ends. */
export const plainText = textFormat<'PlainText'>({
  noun: 'text',
  code: 'name/plain-text',
  expected: 'a text of one line',
  accepts: (text) => text !== '' && text.trim() === text && !/\p{Cc}/u.test(text),
});

/** The checked name of a namespace or Service; throws a ValidationError. */
export const parseDnsLabel = dnsLabel.parse;
/** The checked name of an object; throws a ValidationError. */
export const parseDnsSubdomain = dnsSubdomain.parse;
/** The checked name of a namespace; throws a ValidationError. */
export const parseNamespace = namespaceName.parse;
/** The checked key of a label; throws a ValidationError. */
export const parseLabelKey = labelKey.parse;
/** The checked value of a label; throws a ValidationError. */
export const parseLabelValue = labelValue.parse;
/** The checked value of an annotation; throws a ValidationError. */
export const parseAnnotationValue = annotationValue.parse;
/** The checked host name, without wildcard; throws a ValidationError. */
export const parseHostName = hostName.parse;
/** The checked host name, with or without wildcard; throws a ValidationError. */
export const parseWildcardHostName = wildcardHostName.parse;

function isDnsLabel(text: string): boolean {
  return text.length <= MAX_LABEL && DNS_LABEL.test(text);
}

function isDnsSubdomain(text: string): boolean {
  return text.length <= MAX_SUBDOMAIN && DNS_SUBDOMAIN.test(text);
}

function isHostName(text: string): boolean {
  return isDnsSubdomain(text) && !IP_ADDRESS.test(text) && !LONG_LABEL.test(text);
}

function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  const prefixFits = slash === -1 || isDnsSubdomain(text.slice(0, slash));
  return prefixFits && name.length <= MAX_LABEL && QUALIFIED_NAME.test(name);
}
