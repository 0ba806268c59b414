import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import { ScoringIngress } from '../../../lib/cdk8s/ingress/scoring-ingress';
import { deferred, substituteDeferred } from '../../../lib/model/deferred';
import { resolveScoringIngress } from '../../../lib/model/ingress/resolve-scoring-ingress';
import { scoringAddress } from '../../../lib/model/ingress/scoring-address';
import type { ResolvedScoringIngress, ScoringIngressSpec } from '../../../lib/model/ingress/scoring-ingress';

const URI = 'http://10.0.0.5:80/api/v1/endpoint/cats/score';

function http(hosts: readonly string[] = []): ResolvedScoringIngress {
  return resolveScoringIngress({ controller: 'nginx', http: hosts.length === 0 ? {} : { hosts } });
}

function https(...hosts: readonly string[]): ResolvedScoringIngress {
  return resolveScoringIngress({ controller: 'nginx', https: { hosts, secretName: 'tls' } });
}

function gateway(
  spec: Omit<
    Extract<ScoringIngressSpec, { controller: 'applicationGateway' }>,
    'controller' | 'http' | 'https' | 'classSelection'
  >,
  host = 'ml.contoso.com',
): ResolvedScoringIngress {
  return resolveScoringIngress({ controller: 'applicationGateway', ...spec, https: { host, gatewayCertificate: 'c' } });
}

describe('scoringAddress', () => {
  test('puts the public address in place of the one that the scoring URI has', () => {
    expect(scoringAddress(URI, http(), '20.1.2.3')).toBe('http://20.1.2.3/api/v1/endpoint/cats/score');
    expect(scoringAddress(URI, http(), 'ml.westeurope.cloudapp.azure.com')).toBe(
      'http://ml.westeurope.cloudapp.azure.com/api/v1/endpoint/cats/score',
    );
    expect(scoringAddress(URI, http(), '2603:1020::5')).toBe('http://[2603:1020::5]/api/v1/endpoint/cats/score');
  });

  test('puts https and the domain in place of scheme and address', () => {
    expect(scoringAddress(URI, https('ml.contoso.com'))).toBe('https://ml.contoso.com/api/v1/endpoint/cats/score');
  });

  test('puts https where nginx would redirect to it, so that the key of the endpoint never travels in clear', () => {
    const forced = (forceSslRedirect: boolean): ResolvedScoringIngress =>
      resolveScoringIngress({ controller: 'nginx', http: { host: 'ml.contoso.com' }, forceSslRedirect });

    expect(scoringAddress('http://x/s', forced(true))).toBe('https://ml.contoso.com/s');
    expect(scoringAddress('http://x/s', forced(false))).toBe('http://ml.contoso.com/s');
  });

  test.each([
    ['http://10.0.0.5', 'https://ml.contoso.com'],
    ['http://10.0.0.5/', 'https://ml.contoso.com/'],
    ['https://azureml-fe.azureml:443/api/v1/service/a%20b/score', 'https://ml.contoso.com/api/v1/service/a%20b/score'],
    ['HTTP://10.0.0.5:8080/score?api-version=1&x=%2F', 'https://ml.contoso.com/score?api-version=1&x=%2F'],
    ['http://10.0.0.5?x=1', 'https://ml.contoso.com?x=1'],
    ['http://[fd00::5]:80/score', 'https://ml.contoso.com/score'],
  ])('keeps path and query and drops the port of %s', (uri, expected) => {
    expect(scoringAddress(uri, https('ml.contoso.com'))).toBe(expected);
  });

  test('takes the first of several hosts without a wildcard, or the one that is chosen', () => {
    const ingress = https('*.ml.contoso.com', 'a.contoso.com', 'b.contoso.com');

    expect(scoringAddress('http://x/s', ingress)).toBe('https://a.contoso.com/s');
    expect(scoringAddress('http://x/s', ingress, 'b.contoso.com')).toBe('https://b.contoso.com/s');
    expect(scoringAddress('http://x/s', ingress, 'cats.ml.contoso.com')).toBe('https://cats.ml.contoso.com/s');
  });

  test('uses the port at which Application Gateway listens, and its further names', () => {
    expect(scoringAddress(URI, gateway({ overrideFrontendPort: 8443 }))).toBe(
      'https://ml.contoso.com:8443/api/v1/endpoint/cats/score',
    );
    expect(scoringAddress('http://x/s', gateway({ hostnameExtension: ['score.com'] }), 'score.com')).toBe(
      'https://score.com/s',
    );
  });

  test('takes the address of a gateway whose certificate is for any host', () => {
    const ingress = resolveScoringIngress({ controller: 'applicationGateway', https: { gatewayCertificate: 'c' } });

    expect(scoringAddress('http://x/s', ingress, 'ml.contoso.com')).toBe('https://ml.contoso.com/s');
  });

  test('passes a host or an address on that is known only at deployment', () => {
    const address = scoringAddress('http://x/s', https(deferred('host')));

    expect(substituteDeferred(address, () => 'ml.contoso.com')).toBe('https://ml.contoso.com/s');
    expect(substituteDeferred(scoringAddress('http://x/s', http(), deferred('ip')), () => '20.1.2.3')).toBe(
      'http://20.1.2.3/s',
    );
    expect(scoringAddress('http://x/s', https(deferred('host')), 'ml.contoso.com')).toBe('https://ml.contoso.com/s');
  });

  test('fails without an address when any host, or only a wildcard, is served', () => {
    const message =
      "scoring address has 1 error:\n  - address: the ingress does not say at which address it is reached; give the controller's public address, or one host name that the ingress answers for [ingress/address-missing]";

    expect(() => scoringAddress(URI, http())).toThrow(message);
    expect(() => scoringAddress(URI, https('*.contoso.com'))).toThrow(message);
  });

  test.each(['other.com', '20.1.2.3', 'a.b.contoso.com', 'contoso.com'])(
    'fails on %s, which the ingress does not serve',
    (address) => {
      expect(() => scoringAddress(URI, https('*.contoso.com', 'ml.example.com'), address)).toThrow(
        `scoring address has 1 error:\n  - address: the ingress does not answer for this address (received "${address}", expected one of *.contoso.com, ml.example.com); give one of its hosts; a wildcard covers one label [ingress/address-not-served]`,
      );
    },
  );

  test.each(['ML.contoso.com', 'https://ml.contoso.com', '20.1.2.3:80', '20.1.2.300', '*.contoso.com', ''])(
    'fails on %j as an address',
    (address) => {
      expect(() => scoringAddress(URI, http(), address)).toThrow(
        `scoring address has 1 error:\n  - address: the text is not an address (received ${JSON.stringify(address)}, expected a host name or an IP address); give a host name or an IP address, without scheme, port and path [ingress/address]`,
      );
    },
  );

  test.each(['10.0.0.5/score', 'ftp://x/s', 'http://user@x/s', 'http://x/s#f', 'http://x/a b', 'http://', ''])(
    'fails on %j as a scoring URI',
    (uri) => {
      expect(() => scoringAddress(uri, https('ml.contoso.com'))).toThrow(
        `scoring address has 1 error:\n  - scoringUri: the text is not a scoring URI (received ${JSON.stringify(uri)}, expected an http or https URL); give the scoring_uri that Azure Machine Learning returns, such as http://10.0.0.5/api/v1/endpoint/<name>/score [ingress/scoring-uri]`,
      );
    },
  );

  test('fails on a scoring URI that is not known yet', () => {
    expect(() => scoringAddress(deferred('uri'), https('ml.contoso.com'))).toThrow(
      'scoring address has 1 error:\n  - scoringUri: the value must be known when the program runs (received "<uri>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
    );
  });

  test.each<readonly [string, unknown, string]>([
    ['nothing', undefined, 'nothing'],
    ['null', null, 'null'],
    ['a text', 'scoring', 'a string'],
    ['an object without hosts', {}, 'an object'],
    ['an object with other hosts', { ...http(), hosts: [5] }, 'an object'],
    ['an ingress that nobody checked', { controller: 'nginx', http: {} }, 'an object'],
    [
      'the construct',
      new ScoringIngress(new Chart(new App(), 'c'), 's', { controller: 'nginx', http: {} }),
      'an object',
    ],
  ])('fails on %s in place of the ingress', (_what, ingress, received) => {
    expect(() => scoringAddress('http://', ingress as ResolvedScoringIngress, 'a b')).toThrow(
      [
        'scoring address has 3 errors:',
        '  - scoringUri: the text is not a scoring URI (received "http://", expected an http or https URL); give the scoring_uri that Azure Machine Learning returns, such as http://10.0.0.5/api/v1/endpoint/<name>/score [ingress/scoring-uri]',
        `  - ingress: the value has the wrong type (received "${received}", expected a checked ingress, as resolveScoringIngress returns it and the spec of a ScoringIngress is); give a value of the expected type [spec/type]`,
        '  - address: the text is not an address (received "a b", expected a host name or an IP address); give a host name or an IP address, without scheme, port and path [ingress/address]',
      ].join('\n'),
    );
    expect(() => scoringAddress(URI, ingress as ResolvedScoringIngress)).toThrow(/^scoring address has 1 error:\n/);
  });

  test('agrees with a URL parser about every URL', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, validSchemes: ['http', 'https'] }), (uri) => {
        const url = new URL(uri);
        const expected = `https://ml.contoso.com${uri.slice(uri.indexOf('//') + 2 + url.host.length)}`;

        expect(scoringAddress(uri, https('ml.contoso.com'))).toBe(expected);
      }),
    );
  });
});
