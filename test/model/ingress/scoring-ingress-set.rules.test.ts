import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { resolveScoringIngress } from '../../../lib/model/ingress/resolve-scoring-ingress';
import type { ScoringIngressSpec } from '../../../lib/model/ingress/scoring-ingress';
import { scoringIngressSetIssues } from '../../../lib/model/ingress/scoring-ingress-set.rules';

function messages(...specs: readonly ScoringIngressSpec[]): string[] {
  return scoringIngressSetIssues(specs.map((spec) => resolveScoringIngress(spec))).map(formatIssue);
}

function nginx(name: string, host: string, ingressClassName = 'nginx'): ScoringIngressSpec {
  return { controller: 'nginx', name, ingressClassName, https: { host, secretName: 'tls' } };
}

describe('scoringIngressSetIssues', () => {
  test('finds nothing wrong with one ingress, or with different names and hosts', () => {
    expect(messages()).toStrictEqual([]);
    expect(messages(nginx('one', 'a.com'))).toStrictEqual([]);
    expect(messages(nginx('one', 'a.com'), nginx('other', 'b.com'), nginx('third', '*.a.com'))).toStrictEqual([]);
  });

  test('fails on the second ingress of a name, and says what the first is for', () => {
    expect(messages(nginx('one', 'a.com'), nginx('one', 'b.com'))).toStrictEqual([
      '[1].name: the ingress has the same name as another one of the cluster, which answers for a.com (received "one"); give one of them another name [ingress/name-taken]',
    ]);
    expect(
      messages({ controller: 'other', ingressClassName: 'x', http: {} }, { ...nginx('azureml-fe', 'b.com') }),
    ).toStrictEqual([
      '[1].name: the ingress has the same name as another one of the cluster, which answers for any host (received "azureml-fe"); give one of them another name [ingress/name-taken]',
    ]);
  });

  test('fails on a host that another ingress of the class answers for', () => {
    expect(messages(nginx('one', 'a.com'), nginx('free', 'b.com'), nginx('other', 'a.com'))).toStrictEqual([
      '[2].https: the ingress "one" of the same class already answers this host (received "a.com"); give them different hosts, or make one ingress of them [ingress/host-taken]',
    ]);
  });

  test('fails on two ingresses for any host', () => {
    const anyHost = (name: string): ScoringIngressSpec => ({ controller: 'applicationGateway', name, http: {} });

    expect(messages(anyHost('one'), anyHost('other'))).toStrictEqual([
      '[1].http: the ingress "one" of the same class already answers requests for any host; give them different hosts, or make one ingress of them [ingress/host-taken]',
    ]);
  });

  test('lets two classes answer for one host', () => {
    expect(messages(nginx('public', 'a.com', 'public'), nginx('internal', 'a.com', 'internal'))).toStrictEqual([]);
  });

  test('sees that both forms of the class mean one gateway, and looks at its further host names', () => {
    const one: ScoringIngressSpec = { controller: 'applicationGateway', name: 'one', http: { host: 'a.com' } };
    const other: ScoringIngressSpec = {
      controller: 'applicationGateway',
      classSelection: 'annotation',
      name: 'other',
      http: { host: 'b.com' },
      hostnameExtension: ['a.com'],
    };

    expect(messages(one, other)).toStrictEqual([
      '[1].http: the ingress "one" of the same class already answers this host (received "a.com"); give them different hosts, or make one ingress of them [ingress/host-taken]',
    ]);
  });

  test('waits for values that are not known, and sees that the same one is the same', () => {
    expect(messages(nginx(deferred('name'), deferred('host')), nginx('one', 'a.com'))).toStrictEqual([]);
    expect(
      messages(nginx(deferred('one'), deferred('host')), nginx(deferred('other'), deferred('host'))),
    ).toStrictEqual([
      '[1].https: the ingress "<one>" of the same class already answers this host (received "<host>"); give them different hosts, or make one ingress of them [ingress/host-taken]',
    ]);
  });
});
