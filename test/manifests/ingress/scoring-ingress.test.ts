import fc from 'fast-check';
import { renderScoringIngress } from '../../../lib/manifests/ingress/scoring-ingress';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { resolveScoringIngress } from '../../../lib/model/ingress/resolve-scoring-ingress';
import type { ScoringIngressSpec } from '../../../lib/model/ingress/scoring-ingress';
import { scoringIngressIssues } from '../../../lib/model/ingress/scoring-ingress.rules';
import { misreadAnnotations } from '../../support/controller-readers';
import { handwrittenIngress, validIngress } from '../../support/ingress-arbitraries';

const HTTPS = { host: 'ml.contoso.com', secretName: 'scoring-tls' };
const PATHS = [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'azureml-fe', port: { number: 80 } } } }];

function render(spec: ScoringIngressSpec): ReturnType<typeof renderScoringIngress> {
  return renderScoringIngress(resolveScoringIngress(spec));
}

function annotations(spec: ScoringIngressSpec): Readonly<Record<string, string>> | undefined {
  return render(spec).metadata.annotations;
}

describe('renderScoringIngress', () => {
  test.each<[string, ScoringIngressSpec]>([
    ['nginx', { controller: 'nginx', http: {} }],
    ['azure-application-gateway', { controller: 'applicationGateway', http: {} }],
  ])('writes no more than is needed for HTTP through %s', (ingressClassName, spec) => {
    expect(render(spec)).toStrictEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'azureml-fe', namespace: 'azureml' },
      spec: { ingressClassName, rules: [{ http: { paths: PATHS } }] },
    });
  });

  test.each<[string, ScoringIngressSpec]>([
    ['nginx', { controller: 'nginx', https: HTTPS }],
    ['azure-application-gateway', { controller: 'applicationGateway', https: HTTPS }],
  ])('writes no more than is needed for HTTPS through %s', (ingressClassName, spec) => {
    expect(render(spec)).toStrictEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'azureml-fe', namespace: 'azureml' },
      spec: {
        ingressClassName,
        tls: [{ hosts: ['ml.contoso.com'], secretName: 'scoring-tls' }],
        rules: [{ host: 'ml.contoso.com', http: { paths: PATHS } }],
      },
    });
  });

  test('gives each of several hosts a rule, and lists them as they are for the certificate', () => {
    const hosts = ['*.contoso.com', 'ml.contoso.com'];

    expect(render({ controller: 'nginx', https: { hosts, secretName: 'tls' } }).spec).toStrictEqual({
      ingressClassName: 'nginx',
      tls: [{ hosts, secretName: 'tls' }],
      rules: [
        { host: '*.contoso.com', http: { paths: PATHS } },
        { host: 'ml.contoso.com', http: { paths: PATHS } },
      ],
    });
  });

  test('writes the class as annotation instead of the field', () => {
    expect(render({ controller: 'applicationGateway', classSelection: 'annotation', http: {} })).toMatchObject({
      metadata: { annotations: { 'kubernetes.io/ingress.class': 'azure/application-gateway' } },
      spec: { rules: [{ http: { paths: PATHS } }] },
    });
    expect(
      render({ controller: 'applicationGateway', classSelection: 'annotation', http: {} }).spec,
    ).not.toHaveProperty('ingressClassName');
  });

  test('writes the certificate of the gateway as annotation, and no Secret', () => {
    const https = { host: 'ml.contoso.com', gatewayCertificate: 'scoring' };

    expect(render({ controller: 'applicationGateway', https })).toMatchObject({
      metadata: { annotations: { 'appgw.ingress.kubernetes.io/appgw-ssl-certificate': 'scoring' } },
    });
    expect(render({ controller: 'applicationGateway', https }).spec).toStrictEqual({
      ingressClassName: 'azure-application-gateway',
      rules: [{ host: 'ml.contoso.com', http: { paths: PATHS } }],
    });
  });

  test.each([
    [{ kind: 'Issuer', name: 'ca' }, { 'cert-manager.io/issuer': 'ca' }],
    [{ kind: 'ClusterIssuer', name: 'letsencrypt' }, { 'cert-manager.io/cluster-issuer': 'letsencrypt' }],
    [
      { kind: 'AWSPCAClusterIssuer', name: 'pca', group: 'awspca.cert-manager.io' },
      {
        'cert-manager.io/issuer': 'pca',
        'cert-manager.io/issuer-kind': 'AWSPCAClusterIssuer',
        'cert-manager.io/issuer-group': 'awspca.cert-manager.io',
      },
    ],
  ] as const)('asks cert-manager for a certificate of %j', (issuer, expected) => {
    expect(annotations({ controller: 'nginx', https: { ...HTTPS, certManager: { issuer } } })).toStrictEqual(expected);
  });

  test('writes every option of ingress-nginx as it reads it', () => {
    expect(
      annotations({
        controller: 'nginx',
        https: HTTPS,
        bundledNginx: 'absent',
        bodySize: '50m',
        readTimeoutSeconds: 300,
        sendTimeoutSeconds: 120,
        connectTimeoutSeconds: 10,
        sslRedirect: true,
        forceSslRedirect: false,
        requestBuffering: false,
        buffering: true,
        clientBodyBufferSize: '64k',
        nextUpstream: ['error', 'http_502', 'non_idempotent'],
        nextUpstreamTimeoutSeconds: 30,
        nextUpstreamTries: 2,
        httpVersion: '1.1',
      }),
    ).toStrictEqual({
      'nginx.ingress.kubernetes.io/proxy-body-size': '50m',
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '300',
      'nginx.ingress.kubernetes.io/proxy-send-timeout': '120',
      'nginx.ingress.kubernetes.io/proxy-connect-timeout': '10',
      'nginx.ingress.kubernetes.io/ssl-redirect': 'true',
      'nginx.ingress.kubernetes.io/force-ssl-redirect': 'false',
      'nginx.ingress.kubernetes.io/proxy-request-buffering': 'off',
      'nginx.ingress.kubernetes.io/proxy-buffering': 'on',
      'nginx.ingress.kubernetes.io/client-body-buffer-size': '64k',
      'nginx.ingress.kubernetes.io/proxy-next-upstream': 'error http_502 non_idempotent',
      'nginx.ingress.kubernetes.io/proxy-next-upstream-timeout': '30',
      'nginx.ingress.kubernetes.io/proxy-next-upstream-tries': '2',
      'nginx.ingress.kubernetes.io/proxy-http-version': '1.1',
    });
  });

  test('writes every option of Application Gateway as its controller reads it', () => {
    const wafPolicyId =
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/scoring';

    expect(
      annotations({
        controller: 'applicationGateway',
        https: HTTPS,
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
        wafPolicyId,
        connectionDraining: { timeoutSeconds: 60 },
        cookieBasedAffinity: { distinctName: true },
        hostnameExtension: ['a.contoso.com', '*.ml.contoso.com'],
        rulePriority: 100,
        backendHostname: 'fe.contoso.com',
        backendPathPrefix: '/',
        sslProfile: 'modern',
        rewriteRuleSet: 'headers',
        trustedRootCertificates: ['root-1', 'root-2'],
      }),
    ).toStrictEqual({
      'appgw.ingress.kubernetes.io/request-timeout': '60',
      'appgw.ingress.kubernetes.io/ssl-redirect': 'true',
      'appgw.ingress.kubernetes.io/use-private-ip': 'true',
      'appgw.ingress.kubernetes.io/health-probe-hostname': 'probe.contoso.com',
      'appgw.ingress.kubernetes.io/health-probe-port': '8080',
      'appgw.ingress.kubernetes.io/health-probe-path': '/healthz',
      'appgw.ingress.kubernetes.io/health-probe-status-codes': '200-399,401',
      'appgw.ingress.kubernetes.io/health-probe-interval': '30',
      'appgw.ingress.kubernetes.io/health-probe-timeout': '10',
      'appgw.ingress.kubernetes.io/health-probe-unhealthy-threshold': '3',
      'appgw.ingress.kubernetes.io/waf-policy-for-path': wafPolicyId,
      'appgw.ingress.kubernetes.io/connection-draining': 'true',
      'appgw.ingress.kubernetes.io/connection-draining-timeout': '60',
      'appgw.ingress.kubernetes.io/cookie-based-affinity': 'true',
      'appgw.ingress.kubernetes.io/cookie-based-affinity-distinct-name': 'true',
      'appgw.ingress.kubernetes.io/hostname-extension': 'a.contoso.com,*.ml.contoso.com',
      'appgw.ingress.kubernetes.io/rule-priority': '100',
      'appgw.ingress.kubernetes.io/backend-hostname': 'fe.contoso.com',
      'appgw.ingress.kubernetes.io/backend-path-prefix': '/',
      'appgw.ingress.kubernetes.io/appgw-ssl-profile': 'modern',
      'appgw.ingress.kubernetes.io/rewrite-rule-set': 'headers',
      'appgw.ingress.kubernetes.io/appgw-trusted-root-certificate': 'root-1,root-2',
    });
    expect(
      annotations({
        controller: 'applicationGateway',
        http: {},
        overrideFrontendPort: 8080,
        rewriteRuleSetCustomResource: 'headers',
        connectionDraining: {},
        cookieBasedAffinity: {},
      }),
    ).toStrictEqual({
      'appgw.ingress.kubernetes.io/connection-draining': 'true',
      'appgw.ingress.kubernetes.io/cookie-based-affinity': 'true',
      'appgw.ingress.kubernetes.io/override-frontend-port': '8080',
      'appgw.ingress.kubernetes.io/rewrite-rule-set-custom-resource': 'headers',
    });
  });

  test('adds labels and further annotations', () => {
    expect(
      render({
        controller: 'other',
        ingressClassName: 'traefik',
        name: 'scoring',
        http: {},
        labels: { team: 'ml' },
        annotations: { owner: 'ml' },
      }).metadata,
    ).toStrictEqual({
      name: 'scoring',
      namespace: 'azureml',
      labels: { team: 'ml' },
      annotations: { owner: 'ml' },
    });
  });

  test('writes only annotations that a controller reads as meant, and nothing undefined', () => {
    fc.assert(
      fc.property(handwrittenIngress, (spec) => {
        expect(scoringIngressIssues(spec).filter((one) => one.severity === 'error')).toStrictEqual([]);

        const manifest = render(spec);

        expect(misreadAnnotations(manifest.metadata.annotations ?? {})).toStrictEqual([]);
        expect(JSON.parse(JSON.stringify(manifest))).toStrictEqual(manifest);
      }),
      { numRuns: 200 },
    );
  });

  test('lists further host names of the listener for the certificate, which cert-manager requests for them too', () => {
    const certManager = { issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' } } as const;
    const https = { ...HTTPS, certManager };

    expect(
      render({ controller: 'applicationGateway', https, hostnameExtension: ['a.contoso.com'] }).spec,
    ).toStrictEqual({
      ingressClassName: 'azure-application-gateway',
      tls: [{ hosts: ['ml.contoso.com', 'a.contoso.com'], secretName: 'scoring-tls' }],
      rules: [{ host: 'ml.contoso.com', http: { paths: PATHS } }],
    });
  });

  test('never chooses the class twice, and lists every host of a rule verbatim for the certificate', () => {
    fc.assert(
      fc.property(validIngress, (spec) => {
        const { metadata, spec: ingress } = render(spec);
        const forms = [ingress.ingressClassName, metadata.annotations?.['kubernetes.io/ingress.class']];

        expect(forms.filter((one) => one !== undefined)).toHaveLength(1);
        const hosts = ingress.rules.map((rule) => rule.host);
        expect(ingress.tls?.[0].hosts ?? hosts).toStrictEqual(expect.arrayContaining(hosts));
      }),
    );
  });

  test('gives the same whether values are put in before or after', () => {
    fc.assert(
      fc.property(validIngress, (spec) => {
        const values = new Map<string, string>();
        const late = deferText(spec, values, []) as ScoringIngressSpec;

        expect(substituteDeferredIn(render(late), ({ name }) => values.get(name))).toStrictEqual(render(spec));
      }),
    );
  });
});

/** The properties whose text is literal: closed choices, sizes, and the keys of unions. */
const LITERAL = new Set([
  'controller',
  'classSelection',
  'bodySize',
  'clientBodyBufferSize',
  'httpVersion',
  'nextUpstream',
]);

/** The same description with a deferred value in place of each text that may wait for the deployment. */
function deferText(value: unknown, values: Map<string, string>, path: readonly string[]): unknown {
  if (typeof value === 'string') {
    if (path.some((step) => LITERAL.has(step)) || value === 'Issuer' || value === 'ClusterIssuer') return value;
    values.set(path.join('.'), value);
    return deferred(path.join('.'));
  }
  if (Array.isArray(value)) return value.map((one, index) => deferText(one, values, [...path, String(index)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deferText(one, values, [...path, key])]));
}
