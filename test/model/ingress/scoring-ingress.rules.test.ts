import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { ScoringIngressSpec } from '../../../lib/model/ingress/scoring-ingress';
import { scoringIngressIssues } from '../../../lib/model/ingress/scoring-ingress.rules';

const HTTPS = { host: 'ml.contoso.com', secretName: 'scoring-tls' };
const WAF =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/scoring';

const RETIRED =
  'controller: community ingress-nginx is retired: maintenance ended in March 2026, and the AKS application routing add-on supports its nginx until November 2026; plan the move to another controller; controller: "other" takes any ingress class [ingress/nginx-retired]';

function messages(spec: unknown): string[] {
  return scoringIngressIssues(spec as ScoringIngressSpec).map(formatIssue);
}

/** The messages about an nginx ingress, without the warning that every one has. */
function nginxMessages(spec: object): string[] {
  return messages({ controller: 'nginx', https: HTTPS, bundledNginx: 'ownClass', ...spec }).filter(
    (one) => one !== RETIRED,
  );
}

function gatewayMessages(spec: object): string[] {
  return messages({ controller: 'applicationGateway', https: HTTPS, ...spec });
}

describe('scoringIngressIssues', () => {
  test.each([{}, { controller: 'Nginx', http: {} }])('fails without a known controller: %j', (spec) => {
    expect(messages(spec)).toStrictEqual([
      expect.stringMatching(
        /^controller: the value is not one of the choices \(.*expected one of nginx, applicationGateway, other\)/,
      ),
    ]);
  });

  test('fails on a property that the controller does not have, and names the one that was meant', () => {
    expect(nginxMessages({ readTimeout: 300 })).toStrictEqual([
      expect.stringMatching(
        /^readTimeout: the property is not known here \(expected one of .*\[spec\/unknown-property\]$/,
      ),
    ]);
    expect(gatewayMessages({ requestTimeoutSecond: 300 })).toStrictEqual([
      expect.stringMatching(/; did you mean "requestTimeoutSeconds"\? \[spec\/unknown-property\]$/),
    ]);
    expect(messages({ controller: 'other', ingressClassName: 'traefik', http: {}, bodySize: '50m' })).toStrictEqual([
      expect.stringMatching(/^bodySize: the property is not known here/),
    ]);
  });

  test('fails on labels, annotations and names that Kubernetes refuses', () => {
    expect(
      nginxMessages({ name: 'azureml_fe', labels: { 'a b': 'x', team: 'm l' }, annotations: { 'a b': 'x' } }),
    ).toStrictEqual([
      expect.stringMatching(/^name: .*\[name\/dns-subdomain\]$/),
      expect.stringMatching(/^labels\["a b"\]: .*\[name\/label-key\]$/),
      expect.stringMatching(/^labels\.team: .*\[name\/label-value\]$/),
      expect.stringMatching(/^annotations\["a b"\]: .*\[name\/label-key\]$/),
    ]);
  });

  test('takes a description of any other class without a word', () => {
    expect(messages({ controller: 'other', ingressClassName: 'traefik', https: HTTPS })).toStrictEqual([]);
  });

  test('fails without the class of another controller', () => {
    expect(messages({ controller: 'other', http: {} })).toStrictEqual([
      'ingressClassName: a required property is missing; set the property [spec/required]',
    ]);
  });
});

describe('the rules of ingress-nginx', () => {
  const ALL = {
    ingressClassName: 'internal',
    bodySize: '50m',
    readTimeoutSeconds: 300,
    sendTimeoutSeconds: 300,
    connectTimeoutSeconds: 10,
    sslRedirect: true,
    forceSslRedirect: true,
    requestBuffering: false,
    buffering: true,
    clientBodyBufferSize: '64k',
    nextUpstream: ['error', 'timeout', 'non_idempotent'],
    nextUpstreamTimeoutSeconds: 30,
    nextUpstreamTries: 3,
    httpVersion: '1.1',
  };

  test('take every option', () => {
    expect(nginxMessages(ALL)).toStrictEqual([]);
  });

  test('warn with dates that the controller is retired', () => {
    expect(messages({ controller: 'nginx', http: {}, bundledNginx: 'absent' })).toStrictEqual([RETIRED]);
  });

  test('warn about the nginx of the extension until its class is settled', () => {
    expect(nginxMessages({ bundledNginx: undefined })).toStrictEqual([
      'bundledNginx: the extension on AKS brings an ingress-nginx of its own, which clashes with one of the same controller class; install the extension with nginxIngress.controller=k8s.io/amlarc-ingress-nginx and say bundledNginx: "ownClass", or "absent" where the extension brings no nginx [ingress/bundled-nginx]',
    ]);
    expect(nginxMessages({ bundledNginx: 'absent' })).toStrictEqual([]);
  });

  test.each(['0', '1', '1024', '8k', '50m', '50M', '2g', '999999999g'])('take %s as body size', (bodySize) => {
    expect(nginxMessages({ bodySize })).toStrictEqual([]);
  });

  test.each(['64Mi', '64MB', '64 m', '-1', '1.5m', '', 'm', '0m', '050m', '10b', '1t', '1000000000g'])(
    'fail on %j as body size',
    (bodySize) => {
      expect(nginxMessages({ bodySize })).toStrictEqual([
        `bodySize: the text is not a size that nginx reads as meant (received ${JSON.stringify(bodySize)}, expected bytes, or a number with k, m or g); give bytes, or a number with k, m or g, such as "50m"; nginx ignores "50Mi" and "50MB" without a word [ingress/nginx-size]`,
      ]);
    },
  );

  test('fail on a body size that is not known yet, or no text', () => {
    expect(nginxMessages({ bodySize: deferred('size') })).toStrictEqual([
      expect.stringMatching(/^bodySize: .*received "<size>".*\[deferred\/literal-required\]$/),
    ]);
    expect(nginxMessages({ bodySize: 50 })).toStrictEqual([expect.stringMatching(/^bodySize: .*\[spec\/type\]$/)]);
  });

  test.each(['0', '1g', '64Ki', '8kb'])('fail on %j as buffer size', (clientBodyBufferSize) => {
    expect(nginxMessages({ clientBodyBufferSize })).toStrictEqual([
      `clientBodyBufferSize: the text is not a buffer size that nginx reads as meant (received ${JSON.stringify(clientBodyBufferSize)}, expected bytes, or a number with k or m); give bytes, or a number with k or m, such as "64k"; nginx ignores "1g" and "64Ki" without a word [ingress/nginx-buffer-size]`,
    ]);
  });

  describe.each(['readTimeoutSeconds', 'sendTimeoutSeconds', 'connectTimeoutSeconds', 'nextUpstreamTimeoutSeconds'])(
    'as to %s',
    (name) => {
      test.each([0, -5, 1.5, '300', '300s', '5m', Number.NaN, 2_147_484])('fail on %p', (seconds) => {
        expect(nginxMessages({ [name]: seconds })).toStrictEqual([
          expect.stringMatching(
            new RegExp(
              `^${name}: the number is out of range \\(received .*, expected a whole number from 1 to 2147483\\); give a whole number within the range \\[spec/number-range\\]$`,
            ),
          ),
        ]);
      });
    },
  );

  test.each(['sslRedirect', 'forceSslRedirect', 'requestBuffering', 'buffering'])(
    'fail on %s that is no boolean',
    (name) => {
      expect(nginxMessages({ [name]: 'yes' })).toStrictEqual([
        `${name}: the value has the wrong type (received "a string", expected true or false); give a value of the expected type [spec/type]`,
      ]);
    },
  );

  test('fail on a redirect to HTTPS without TLS', () => {
    expect(nginxMessages({ https: undefined, http: {}, sslRedirect: false })).toStrictEqual([]);
    expect(nginxMessages({ https: undefined, http: {}, sslRedirect: true })).toStrictEqual([
      'sslRedirect: the option works with TLS only; give https instead of http, or remove the option [ingress/option-without-tls]',
    ]);
  });

  test('warn about a forced redirect without TLS, which TLS in front may justify', () => {
    expect(nginxMessages({ https: undefined, http: {}, forceSslRedirect: true })).toStrictEqual([
      'forceSslRedirect: clients are sent to https, which this ingress does not serve itself; keep it only when something in front of the controller ends TLS, otherwise give https [ingress/forced-redirect-without-tls]',
    ]);
  });

  test('fail on conditions for the next upstream that nginx does not have or cannot combine', () => {
    expect(nginxMessages({ nextUpstream: ['off'] })).toStrictEqual([]);
    expect(nginxMessages({ nextUpstream: ['http_501'] })).toStrictEqual([
      expect.stringMatching(/^nextUpstream\[0\]: .*did you mean "http_50\d"\? \[spec\/choice\]$/),
    ]);
    expect(nginxMessages({ nextUpstream: ['error', 'off'] })).toStrictEqual([
      'nextUpstream: "off" stands among conditions for the next upstream (received ["error","off"]); give ["off"] alone, or the conditions without it [ingress/next-upstream-off]',
    ]);
  });

  test('fail on another version of HTTP', () => {
    expect(nginxMessages({ httpVersion: '2' })).toStrictEqual([
      'httpVersion: the value is not one of the choices (received "2", expected one of 1.0, 1.1); choose one of the expected values [spec/choice]',
    ]);
  });
});

describe('the rules of Application Gateway', () => {
  const ALL = {
    ingressClassName: 'azure-application-gateway',
    requestTimeoutSeconds: 60,
    sslRedirect: true,
    usePrivateIp: true,
    healthProbe: {
      hostname: 'probe.contoso.com',
      port: 8080,
      path: '/healthz',
      statusCodes: ['200-399', '401'],
      intervalSeconds: 30,
      timeoutSeconds: 10,
      unhealthyThreshold: 3,
    },
    wafPolicyId: WAF,
    connectionDraining: { timeoutSeconds: 60 },
    cookieBasedAffinity: { distinctName: true },
    hostnameExtension: ['*.ml.contoso.com', 'score.contoso.com'],
    rulePriority: 100,
    backendHostname: 'azureml-fe.azureml.svc.cluster.local',
    backendPathPrefix: '/',
    sslProfile: 'legacy_tls',
    rewriteRuleSet: 'add-headers',
  };

  test('take every option', () => {
    expect(gatewayMessages(ALL)).toStrictEqual([]);
    expect(gatewayMessages({ overrideFrontendPort: 8443, rewriteRuleSetCustomResource: 'add-headers' })).toStrictEqual(
      [],
    );
    expect(gatewayMessages({ connectionDraining: {}, cookieBasedAffinity: {}, healthProbe: {} })).toStrictEqual([]);
  });

  test('fail on both forms of the class', () => {
    expect(gatewayMessages({ classSelection: 'annotation' })).toStrictEqual([]);
    expect(gatewayMessages({ classSelection: 'annotation', ingressClassName: 'agic' })).toStrictEqual([
      'ingressClassName: the class is chosen by the annotation and by ingressClassName; remove ingressClassName, or classSelection: "annotation" [ingress/two-class-forms]',
    ]);
  });

  test.each([
    ['requestTimeoutSeconds', 0, 86_400],
    ['requestTimeoutSeconds', 4_294_967_296, 86_400],
    ['overrideFrontendPort', 65_000, 64_999],
    ['rulePriority', 20_001, 20_000],
  ])('fail on %s of %p, which the controller takes without a word', (name, value, max) => {
    expect(gatewayMessages({ [name]: value })).toStrictEqual([
      `${name}: the number is out of range (received ${String(value)}, expected a whole number from 1 to ${String(max)}); give a whole number within the range [spec/number-range]`,
    ]);
  });

  test('fail on probes and draining out of range, each in its place', () => {
    expect(
      gatewayMessages({
        healthProbe: { port: 0, intervalSeconds: '30s', timeoutSeconds: -1, unhealthyThreshold: 21 },
        connectionDraining: { timeoutSeconds: 3601 },
      }).map((one) => one.replace(/:.*\[/, ' [')),
    ).toStrictEqual([
      'healthProbe.port [spec/number-range]',
      'healthProbe.intervalSeconds [spec/number-range]',
      'healthProbe.timeoutSeconds [spec/number-range]',
      'healthProbe.unhealthyThreshold [spec/number-range]',
      'connectionDraining.timeoutSeconds [spec/number-range]',
    ]);
  });

  test.each(['sslRedirect', 'usePrivateIp'])('fail on %s that is no boolean', (name) => {
    expect(gatewayMessages({ [name]: 'yes' })).toStrictEqual([
      `${name}: the value has the wrong type (received "a string", expected true or false); give a value of the expected type [spec/type]`,
    ]);
  });

  test.each(['600', '99', '399-200', '200-', '2xx', ' 200'])('fail on %j as status codes', (codes) => {
    expect(gatewayMessages({ healthProbe: { statusCodes: [codes] } })).toStrictEqual([
      `healthProbe.statusCodes[0]: the text is not a status code or a range of them (received ${JSON.stringify(codes)}, expected a code from 100 to 599, or a range of them); give a code such as "200" or a range such as "200-399" [ingress/status-codes]`,
    ]);
  });

  test.each(['healthz', '/a b', '/*', '/a?b=c', '/a#b', ''])('fail on %j as a path', (path) => {
    expect(gatewayMessages({ healthProbe: { path } })).toStrictEqual([
      `healthProbe.path: the text is not a path (received ${JSON.stringify(path)}, expected a path that starts with a slash); start it with a slash, without space, query, fragment and asterisk [ingress/gateway-path]`,
    ]);
  });

  test.each(['my cert', 'a,b', '-a', 'a'.repeat(81), ''])('fail on %j as the name of a gateway item', (name) => {
    expect(gatewayMessages({ https: { host: 'ml.contoso.com', gatewayCertificate: name } })).toStrictEqual([
      `https.gatewayCertificate: the text cannot name an item of Application Gateway (received ${JSON.stringify(name)}, expected at most 80 letters, digits, "-", "_" and "."); use at most 80 letters, digits, "-", "_" and ".", starting with a letter or digit; no comma and no space [ingress/gateway-item]`,
    ]);
  });

  test('fail on the id of another resource as WAF policy', () => {
    expect(gatewayMessages({ wafPolicyId: 'scoring' })).toStrictEqual([
      expect.stringMatching(/^wafPolicyId: .*\[azure\/resource-id\]$/),
    ]);
    expect(
      gatewayMessages({ wafPolicyId: WAF.replace(/providers.*/, 'providers/Microsoft.Compute/disks/d') }),
    ).toStrictEqual([expect.stringMatching(/^wafPolicyId: .*\[azure\/resource-type\]$/)]);
  });

  test('fail on options of TLS without TLS', () => {
    const tail =
      'the option works with TLS only; give https instead of http, or remove the option [ingress/option-without-tls]';

    expect(gatewayMessages({ https: undefined, http: {}, sslRedirect: true, sslProfile: 'modern' })).toStrictEqual([
      `sslRedirect: ${tail}`,
      `sslProfile: ${tail}`,
    ]);
    expect(gatewayMessages({ https: undefined, http: {}, sslRedirect: false })).toStrictEqual([]);
  });

  test('fail on a redirect together with a port of its own', () => {
    expect(gatewayMessages({ sslRedirect: true, overrideFrontendPort: 8443 })).toStrictEqual([
      'overrideFrontendPort: with a redirect and a port of its own the gateway serves HTTP only; remove sslRedirect or overrideFrontendPort [ingress/redirect-on-overridden-port]',
    ]);
  });

  test('fail on more than five names of a listener', () => {
    const hostnameExtension = ['a.com', 'b.com', 'c.com', 'd.com'];

    expect(gatewayMessages({ hostnameExtension })).toStrictEqual([]);
    expect(gatewayMessages({ hostnameExtension: [...hostnameExtension, 'e.com'] })).toStrictEqual([
      'hostnameExtension: a listener of Application Gateway holds at most five host names (received "6 names with the host"); shorten hostnameExtension, or make a second ingress [ingress/too-many-hostnames]',
    ]);
    expect(
      gatewayMessages({ https: undefined, http: {}, hostnameExtension: [...hostnameExtension, 'e.com'] }),
    ).toStrictEqual([]);
  });

  test('fail on more names for several listeners, and on the host among them', () => {
    const several = { https: { hosts: ['a.com', 'b.com'], secretName: 'tls' }, backendHostname: 'a.com' };

    expect(gatewayMessages({ ...several, hostnameExtension: ['c.com'] })).toStrictEqual([
      'hostnameExtension: hostnameExtension would be added to the listener of each host; give host instead of hosts, and the other names as hostnameExtension; or hosts alone [ingress/hostname-extension-repeated]',
    ]);
    expect(gatewayMessages({ hostnameExtension: ['ml.contoso.com'] })).toStrictEqual([
      'hostnameExtension[0]: hostnameExtension holds the host of the ingress (received "ml.contoso.com"); give only the other names of the listener [ingress/hostname-extension-holds-host]',
    ]);
    expect(gatewayMessages({ hostnameExtension: [deferred('name')] })).toStrictEqual([]);
  });

  test('warn when nobody says which of several hosts is probed', () => {
    const https = { hosts: ['a.com', 'b.com'], secretName: 'tls' };

    expect(gatewayMessages({ https })).toStrictEqual([
      'healthProbe.hostname: nobody says which of the hosts the health probe asks for; give healthProbe.hostname [ingress/probe-host]',
    ]);
    expect(gatewayMessages({ https, healthProbe: { hostname: 'a.com' } })).toStrictEqual([]);
  });

  test('warn about root certificates for a backend without TLS', () => {
    expect(gatewayMessages({ trustedRootCertificates: ['root-1', 'root-2'] })).toStrictEqual([
      'trustedRootCertificates: the gateway speaks HTTP to azureml-fe, so root certificates have no use; remove trustedRootCertificates [ingress/root-certificates-unused]',
    ]);
    expect(gatewayMessages({ trustedRootCertificates: ['root-1, root-2'] })).toContainEqual(
      expect.stringMatching(/^trustedRootCertificates\[0\]: .*\[ingress\/gateway-item\]$/),
    );
  });

  test('fail on two rewrite rule sets', () => {
    expect(gatewayMessages({ rewriteRuleSet: 'one', rewriteRuleSetCustomResource: 'other' })).toStrictEqual([
      'rewriteRuleSetCustomResource: two rewrite rule sets are given; give rewriteRuleSet or rewriteRuleSetCustomResource [ingress/two-rewrite-rule-sets]',
    ]);
  });
});
