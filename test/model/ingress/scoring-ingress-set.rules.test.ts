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
      '[2].https: the ingress "one" of the same class already answers this host (received "a.com"); give them different hosts, with Application Gateway different ports or addresses, or make one ingress of them [ingress/host-taken]',
    ]);
  });

  test('fails on two ingresses for any host', () => {
    const anyHost = (name: string): ScoringIngressSpec => ({ controller: 'applicationGateway', name, http: {} });

    expect(messages(anyHost('one'), anyHost('other'))).toStrictEqual([
      '[1].http: the ingress "one" of the same class already answers requests for any host at port 80 of the public address; give them different hosts, with Application Gateway different ports or addresses, or make one ingress of them [ingress/host-taken]',
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
      '[1].http: the ingress "one" of the same class already answers this host at port 80 of the public address (received "a.com"); give them different hosts, with Application Gateway different ports or addresses, or make one ingress of them [ingress/host-taken]',
    ]);
  });

  describe('of one Application Gateway for one host', () => {
    const HTTPS = { host: 'a.com', secretName: 'tls' };
    const HTTP = { host: 'a.com' };

    type Gateway = Extract<ScoringIngressSpec, { controller: 'applicationGateway' }>;
    type Choice = Pick<Gateway, 'http' | 'https' | 'usePrivateIp' | 'sslRedirect' | 'overrideFrontendPort'>;

    function ofGateway(...choices: readonly Choice[]): string[] {
      return messages(
        ...choices.map((choice, index) => {
          const name = `scoring-${String(index)}`;
          return { controller: 'applicationGateway', name, ...choice } as ScoringIngressSpec;
        }),
      );
    }

    test.each<[string, Choice, Choice]>([
      ['HTTP, and TLS without a redirect, which leaves port 80 closed', { http: HTTP }, { https: HTTPS }],
      ['the port of HTTP and one of its own', { http: HTTP }, { http: HTTP, overrideFrontendPort: 8080 }],
      ['the port of TLS and one of its own', { https: HTTPS }, { https: HTTPS, overrideFrontendPort: 8443 }],
      ['the public and the private address', { https: HTTPS }, { https: HTTPS, usePrivateIp: true }],
      [
        'two addresses, one said by its default',
        { http: HTTP, usePrivateIp: false },
        { http: HTTP, usePrivateIp: true },
      ],
    ])('allows %s', (_, one, other) => {
      expect(ofGateway(one, other)).toStrictEqual([]);
      expect(ofGateway(other, one)).toStrictEqual([]);
    });

    test.each<[string, Choice, Choice, string]>([
      ['HTTP twice', { http: HTTP }, { http: HTTP }, 'port 80 of the public address'],
      ['TLS twice', { https: HTTPS }, { https: HTTPS }, 'port 443 of the public address'],
      [
        'HTTP beside the redirect of another',
        { http: HTTP },
        { https: HTTPS, sslRedirect: true },
        'port 80 of the public address',
      ],
      [
        'TLS beside TLS with a redirect',
        { https: HTTPS },
        { https: HTTPS, sslRedirect: true },
        'port 443 of the public address',
      ],
      [
        'the port that another one takes by default',
        { https: HTTPS },
        { http: HTTP, overrideFrontendPort: 443 },
        'port 443 of the public address',
      ],
      [
        'the private address twice',
        { http: HTTP, usePrivateIp: true },
        { http: HTTP, usePrivateIp: true },
        'port 80 of the private address',
      ],
    ])('fails on %s', (_, one, other, entrance) => {
      const scheme = other.http === undefined ? 'https' : 'http';

      expect(ofGateway(one, other)).toStrictEqual([
        `[1].${scheme}: the ingress "scoring-0" of the same class already answers this host at ${entrance} (received "a.com"); give them different hosts, with Application Gateway different ports or addresses, or make one ingress of them [ingress/host-taken]`,
      ]);
    });

    test('fails where another controller takes its class, whose ports are not known', () => {
      const other: ScoringIngressSpec = {
        controller: 'other',
        ingressClassName: 'azure-application-gateway',
        http: HTTP,
      };

      expect(messages({ controller: 'applicationGateway', name: 'one', https: HTTPS }, other)).toStrictEqual([
        '[1].http: the ingress "one" of the same class already answers this host (received "a.com"); give them different hosts, with Application Gateway different ports or addresses, or make one ingress of them [ingress/host-taken]',
      ]);
    });
  });

  test('still fails on HTTP and HTTPS of one host in another controller, which has one way in', () => {
    const http: ScoringIngressSpec = { controller: 'nginx', name: 'other', http: { host: 'a.com' } };

    expect(messages(nginx('one', 'a.com'), http)).toStrictEqual([
      '[1].http: the ingress "one" of the same class already answers this host (received "a.com"); give them different hosts, with Application Gateway different ports or addresses, or make one ingress of them [ingress/host-taken]',
    ]);
  });

  test('waits for values that are not known, and sees that the same one is the same', () => {
    expect(messages(nginx(deferred('name'), deferred('host')), nginx('one', 'a.com'))).toStrictEqual([]);
    expect(
      messages(nginx(deferred('one'), deferred('host')), nginx(deferred('other'), deferred('host'))),
    ).toStrictEqual([
      '[1].https: the ingress "<one>" of the same class already answers this host (received "<host>"); give them different hosts, with Application Gateway different ports or addresses, or make one ingress of them [ingress/host-taken]',
    ]);
  });
});
