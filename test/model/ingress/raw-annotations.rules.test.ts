import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { ScoringIngressSpec } from '../../../lib/model/ingress/scoring-ingress';
import { scoringIngressIssues } from '../../../lib/model/ingress/scoring-ingress.rules';

const NGINX = 'nginx.ingress.kubernetes.io';
const GATEWAY = 'appgw.ingress.kubernetes.io';

/** The messages about annotations alone. */
function messages(
  controller: ScoringIngressSpec['controller'],
  annotations: Readonly<Record<string, unknown>>,
): string[] {
  const ingressClassName = controller === 'other' ? { ingressClassName: 'traefik' } : {};
  return scoringIngressIssues({ controller, ...ingressClassName, http: {}, annotations } as ScoringIngressSpec)
    .filter((one) => one.path[0] === 'annotations')
    .map(formatIssue);
}

describe('rawAnnotationIssues', () => {
  test('takes annotations of nobody in particular', () => {
    const annotations = { owner: 'ml@contoso.com', 'external-dns.alpha.kubernetes.io/hostname': 'ml.contoso.com' };

    expect(messages('nginx', annotations)).toStrictEqual([]);
    expect(messages('applicationGateway', annotations)).toStrictEqual([]);
    expect(messages('other', annotations)).toStrictEqual([]);
  });

  test.each([
    ['nginx', `${NGINX}/proxy-body-size`, 'bodySize'],
    ['nginx', `${NGINX}/proxy-read-timeout`, 'readTimeoutSeconds'],
    ['nginx', `${NGINX}/ssl-redirect`, 'sslRedirect'],
    ['nginx', 'kubernetes.io/ingress.class', 'ingressClassName'],
    ['nginx', 'cert-manager.io/cluster-issuer', 'https.certManager.issuer'],
    ['applicationGateway', `${GATEWAY}/health-probe-path`, 'healthProbe.path'],
    ['applicationGateway', `${GATEWAY}/connection-draining`, 'connectionDraining'],
    ['applicationGateway', `${GATEWAY}/connection-draining-timeout`, 'connectionDraining.timeoutSeconds'],
    ['applicationGateway', `${GATEWAY}/cookie-based-affinity`, 'cookieBasedAffinity'],
    ['applicationGateway', `${GATEWAY}/use-private-ip`, 'usePrivateIp'],
    ['applicationGateway', `${GATEWAY}/appgw-ssl-certificate`, 'https.gatewayCertificate'],
    ['applicationGateway', 'kubernetes.io/ingress.class', 'classSelection'],
    ['applicationGateway', 'cert-manager.io/issuer', 'https.certManager.issuer'],
    ['other', 'kubernetes.io/ingress.class', 'ingressClassName'],
    ['other', 'cert-manager.io/issuer-group', 'https.certManager.issuer'],
  ] as const)('fails for %s on %s, which is written by %s', (controller, name, property) => {
    expect(messages(controller, { [name]: 'true' })).toStrictEqual([
      `annotations["${name}"]: the annotation is written by a property; set ${property} instead [ingress/annotation-owned]`,
    ]);
  });

  test.each([
    ['enable-cors', 'true'],
    ['enable-cors', 'F'],
    ['limit-rps', '10'],
    ['proxy-buffer-size', '16k'],
    ['proxy-max-temp-file-size', '1g'],
    ['mirror-request-body', 'off'],
    ['session-cookie-samesite', 'Lax'],
    ['backend-protocol', 'HTTP'],
    ['backend-protocol', 'Http'],
    ['whitelist-source-range', '10.0.0.0/8'],
    ['limit-rps', deferred('rate')],
  ])('takes %s of %j, which ingress-nginx reads as meant', (name, value) => {
    expect(messages('nginx', { [`${NGINX}/${name}`]: value })).toStrictEqual([]);
  });

  test.each([
    ['enable-cors', 'yes', '"true" or "false"'],
    ['enable-cors', 'on', '"true" or "false"'],
    ['limit-rps', '10/s', 'a bare whole number from 0 to 2147483647'],
    ['limit-rps', '-1', 'a bare whole number from 0 to 2147483647'],
    ['proxy-buffer-size', '16Ki', 'a bare number with at most one of the letters k, m'],
    ['proxy-buffer-size', '1g', 'a bare number with at most one of the letters k, m'],
    ['proxy-max-temp-file-size', '1Gi', 'a bare number with at most one of the letters k, m, g'],
    ['mirror-request-body', 'true', '"on" or "off"'],
    ['session-cookie-samesite', 'lenient', 'one of None, Lax, Strict'],
    ['backend-protocol', 'H2C', '"HTTP"'],
    ['whitelist-source-range', '', 'a text'],
  ])('fails on %s of %j', (name, value, expected) => {
    expect(messages('nginx', { [`${NGINX}/${name}`]: value })).toStrictEqual([
      `annotations["${NGINX}/${name}"]: the controller does not read this value as it is meant, and says nothing (received ${JSON.stringify(value)}, expected ${expected}); write the value as the controller reads it [ingress/annotation-value]`,
    ]);
  });

  test.each([
    ['nginx', NGINX, 'HTTPS'],
    ['nginx', NGINX, 'grpc'],
    ['nginx', NGINX, 'AUTO_HTTP'],
    ['applicationGateway', GATEWAY, 'https'],
  ] as const)(
    'fails on a protocol of the backend that %s knows and azureml-fe does not speak',
    (controller, prefix, value) => {
      expect(messages(controller, { [`${prefix}/backend-protocol`]: value })).toStrictEqual([
        `annotations["${prefix}/backend-protocol"]: the controller would speak another protocol than azureml-fe, which speaks HTTP without TLS on port 80 (received "${value}", expected "HTTP"); remove the annotation: HTTP is the default [ingress/backend-protocol]`,
      ]);
    },
  );

  test('tells protocols that a controller knows from those that it misreads', () => {
    expect(messages('applicationGateway', { [`${GATEWAY}/backend-protocol`]: 'http' })).toStrictEqual([]);
    expect(messages('applicationGateway', { [`${GATEWAY}/backend-protocol`]: 'grpc' })).toStrictEqual([
      `annotations["${GATEWAY}/backend-protocol"]: the controller does not read this value as it is meant, and says nothing (received "grpc", expected "HTTP"); write the value as the controller reads it [ingress/annotation-value]`,
    ]);
  });

  test.each(['configuration-snippet', 'server-snippet', 'auth-snippet', 'modsecurity-snippet', 'stream-snippet'])(
    'warns about a %s',
    (name) => {
      expect(messages('nginx', { [`${NGINX}/${name}`]: 'more_set_headers "X: y";' })).toStrictEqual([
        `annotations["${NGINX}/${name}"]: snippets are blocked unless the controller allows annotations of critical risk; use a typed property or another annotation [ingress/snippet]`,
      ]);
    },
  );

  test('warns about names that the controller does not know, and says which was meant', () => {
    const unknown = 'the controller does not know the annotation and ignores it';

    expect(messages('nginx', { [`${NGINX}/enable-corss`]: 'true' })).toStrictEqual([
      `annotations["${NGINX}/enable-corss"]: ${unknown}; did you mean "${NGINX}/enable-cors"? [ingress/annotation-unknown]`,
    ]);
    expect(messages('nginx', { [`${NGINX}/proxy-body-sise`]: '50m' })).toStrictEqual([
      `annotations["${NGINX}/proxy-body-sise"]: ${unknown}; set bodySize instead [ingress/annotation-unknown]`,
    ]);
    expect(messages('nginx', { [`${NGINX}/toString`]: 'x' })).toStrictEqual([
      `annotations["${NGINX}/toString"]: ${unknown}; correct its name or remove it [ingress/annotation-unknown]`,
    ]);
  });

  test('knows the spelling of the reference that the code of Application Gateway ignores', () => {
    expect(messages('applicationGateway', { [`${GATEWAY}/health-probe-status-code`]: '200' })).toStrictEqual([
      `annotations["${GATEWAY}/health-probe-status-code"]: the controller does not know the annotation and ignores it; set healthProbe.statusCodes instead [ingress/annotation-unknown]`,
    ]);
  });

  test('warns about annotations of the other controller', () => {
    const tail =
      'the annotation is for another controller, and this one ignores it; remove it, or choose the controller that it is for [ingress/annotation-of-another-controller]';

    expect(messages('nginx', { [`${GATEWAY}/request-timeout`]: '60' })).toStrictEqual([
      `annotations["${GATEWAY}/request-timeout"]: ${tail}`,
    ]);
    expect(messages('applicationGateway', { [`${NGINX}/proxy-body-size`]: '50m' })).toStrictEqual([
      `annotations["${NGINX}/proxy-body-size"]: ${tail}`,
    ]);
  });

  test('leaves annotations alone when the controller is any other', () => {
    expect(messages('other', { [`${NGINX}/proxy-body-size`]: 'x', [`${GATEWAY}/x`]: 'y' })).toStrictEqual([]);
  });
});
