import type { IssueCodeTable } from './issue-code-table';

/** Issues with names, labels and other short text that Kubernetes and DNS restrict. */
export const NAME_CODES = {
  'name/dns-label': {
    severity: 'error',
    summary: 'the text is not a DNS label',
    fix: 'use lower-case letters, digits and hyphens, with a letter or digit at both ends',
    source: 'Kubernetes object names, RFC 1123 labels',
  },
  'name/dns-subdomain': {
    severity: 'error',
    summary: 'the text is not a DNS subdomain name',
    fix: 'use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part',
    source: 'Kubernetes object names, RFC 1123 subdomains',
  },
  'name/label-key': {
    severity: 'error',
    summary: 'the text is not a label or annotation key',
    fix: 'use at most 63 letters, digits, "-", "_" and ".", after an optional DNS prefix and a slash',
    source: 'Kubernetes qualified names',
  },
  'name/label-value': {
    severity: 'error',
    summary: 'the text is not a label value',
    fix: 'use at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, or nothing',
    source: 'Kubernetes label values',
  },
  'name/annotation-value': {
    severity: 'error',
    summary: 'the annotation is too long',
    fix: 'shorten it: all annotations of an object together hold at most 256 KiB',
    source: 'Kubernetes limits the annotations of an object to 256 KiB',
  },
  'name/annotations-too-long': {
    severity: 'error',
    summary: 'the annotations of the object are too long together',
    fix: 'shorten them, or keep long text in a ConfigMap',
    source: 'the API server of Kubernetes: metadata.annotations may not be more than 262144 bytes',
  },
  'name/host': {
    severity: 'error',
    summary: 'the text is not a host name',
    fix: 'give a lower-case DNS name such as ml.contoso.com, without scheme, port or path',
    source:
      'Kubernetes demands an RFC 1123 subdomain for ingress hosts, and no IP address; DNS, labels of at most 63 characters',
  },
  'name/plain-text': {
    severity: 'error',
    summary: 'the text is empty, or holds control characters or spaces at its ends',
    fix: 'give a text of one line',
    source: 'such text is never meant and hard to see in a manifest',
  },
} as const satisfies IssueCodeTable;
