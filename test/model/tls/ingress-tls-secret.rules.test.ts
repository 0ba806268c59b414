import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { IngressTlsSecretSpec } from '../../../lib/model/tls/ingress-tls-secret';
import { ingressTlsSecretIssues } from '../../../lib/model/tls/ingress-tls-secret.rules';
import { CERT_MANAGER, EXTERNAL_BUNDLE, EXTERNAL_PARTS } from '../../support/tls-sources';

const VALID = { name: 'scoring-tls', source: CERT_MANAGER };

function messages(spec: unknown): string[] {
  return ingressTlsSecretIssues(spec as IngressTlsSecretSpec).map(formatIssue);
}

describe('ingressTlsSecretIssues', () => {
  test('finds nothing wrong with a complete secret', () => {
    const metadata = { labels: { team: 'ml' }, annotations: { 'contoso.com/owner': 'ml@contoso.com' } };

    expect(messages({ ...VALID, ...metadata })).toStrictEqual([]);
    expect(messages({ ...VALID, labels: { team: deferred('team') } })).toStrictEqual([]);
  });

  test('demands no revision, as controllers notice new content', () => {
    expect(messages({ ...VALID, source: { ...EXTERNAL_PARTS, revision: undefined } })).toStrictEqual([]);
    expect(messages({ ...VALID, source: EXTERNAL_PARTS })).toStrictEqual([]);
  });

  test('fails on everything that is wrong at once', () => {
    expect(messages({ name: 'Scoring TLS', labels: { team: 'a b' }, secretName: 'x', source: {} })).toStrictEqual([
      'name: the text is not a DNS subdomain name (received "Scoring TLS", expected at most 253 lower-case letters, digits, hyphens and dots); use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part [name/dns-subdomain]',
      'labels.team: the text is not a label value (received "a b", expected at most 63 letters, digits, "-", "_" and "."); use at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, or nothing [name/label-value]',
      'source.kind: the value is not one of the choices (received nothing, expected one of inline, externalSecret, secretProviderClass, certManager); choose one of the expected values [spec/choice]',
      'secretName: the property is not known here (expected one of name, labels, annotations, source); remove it or correct its name [spec/unknown-property]',
    ]);
  });

  test('fails on a name that is known only at deployment', () => {
    expect(messages({ ...VALID, name: deferred('name') })).toStrictEqual([
      'name: the value must be known when the program runs (received "<name>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
    ]);
  });

  test('fails on a name that is too long with its revision only', () => {
    const name = 'a'.repeat(246);

    expect(messages({ name: name.slice(1), source: EXTERNAL_BUNDLE })).toStrictEqual([]);
    expect(messages({ name, source: { ...EXTERNAL_BUNDLE, revision: undefined } })).toStrictEqual([]);
    expect(messages({ name, source: EXTERNAL_BUNDLE })).toStrictEqual([
      `name: the text is not a DNS subdomain name (received "${'a'.repeat(240)}…", expected at most 253 lower-case letters, digits, hyphens and dots); use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part [name/dns-subdomain]`,
    ]);
  });

  test('fails on what is not a description', () => {
    expect(messages(undefined)).toStrictEqual([
      'the value has the wrong type (received "nothing", expected an object); give a value of the expected type [spec/type]',
    ]);
  });
});
