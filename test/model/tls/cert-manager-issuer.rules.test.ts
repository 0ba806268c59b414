import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { certManagerIssuer } from '../../../lib/model/tls/cert-manager-issuer.rules';

function messages(issuer: unknown): string[] {
  return certManagerIssuer()(issuer, ['issuer']).map(formatIssue);
}

describe('certManagerIssuer', () => {
  test.each([
    { kind: 'Issuer', name: 'ca' },
    { kind: 'ClusterIssuer', name: deferred('issuer') },
    { kind: 'StepClusterIssuer', name: 'step', group: 'certmanager.step.sm' },
  ])('takes %j', (issuer) => {
    expect(messages(issuer)).toStrictEqual([]);
  });

  test('fails on a kind that cert-manager does not have', () => {
    expect(messages({ kind: 'clusterIssuer', name: 'ca' })).toStrictEqual([
      'issuer.kind: the value is not one of the choices (received "clusterIssuer", expected one of Issuer, ClusterIssuer); did you mean "ClusterIssuer"? [spec/choice]',
    ]);
  });

  test('fails on a group that is none, and on missing names', () => {
    expect(messages({ kind: 'StepIssuer', group: 'Step' })).toStrictEqual([
      'issuer.name: a required property is missing; set the property [spec/required]',
      'issuer.group: the text is not a DNS subdomain name (received "Step", expected at most 253 lower-case letters, digits, hyphens and dots); use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part [name/dns-subdomain]',
    ]);
  });

  test('fails on a name in place of an issuer', () => {
    expect(messages('letsencrypt')).toStrictEqual([
      'issuer: the value has the wrong type (received "a string", expected an object); give a value of the expected type [spec/type]',
    ]);
  });
});
