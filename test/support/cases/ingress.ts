import { ScoringIngress, type ScoringIngressProps } from 'azureml-kubernetes/cdk8s';
import type { ManifestCase } from './case';

const WAF_POLICY =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/scoring';

const HTTPS = { host: 'ml.contoso.com', secretName: 'scoring-tls' };

function ingress(title: string, props: ScoringIngressProps): ManifestCase {
  return {
    title,
    build: (chart) => {
      new ScoringIngress(chart, 'scoring', props);
    },
  };
}

/** Every option of the ingress in front of azureml-fe. */
export const INGRESS_CASES: readonly ManifestCase[] = [
  ingress('nginx ingress for HTTP from any host', { controller: 'nginx', http: {} }),
  ingress('nginx ingress for HTTPS of one host', { controller: 'nginx', https: HTTPS }),
  ingress('nginx ingress for several hosts and a wildcard', {
    controller: 'nginx',
    https: { hosts: ['ml.contoso.com', '*.ml.contoso.com'], secretName: { name: 'scoring-tls' } },
  }),
  ingress('nginx ingress with a certificate of a cluster issuer', {
    controller: 'nginx',
    https: { ...HTTPS, certManager: { issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' } } },
  }),
  ingress('nginx ingress with a certificate of an external issuer', {
    controller: 'nginx',
    https: {
      ...HTTPS,
      certManager: { issuer: { kind: 'AWSPCAClusterIssuer', name: 'pca', group: 'awspca.cert-manager.io' } },
    },
  }),
  ingress('nginx ingress with every option', {
    controller: 'nginx',
    name: 'scoring',
    ingressClassName: 'internal',
    bundledNginx: 'ownClass',
    https: HTTPS,
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
    nextUpstreamTries: 2,
    httpVersion: '1.1',
    labels: { team: 'ml' },
    annotations: { 'nginx.ingress.kubernetes.io/limit-rps': '10' },
  }),
  ingress('gateway ingress for HTTP from any host', { controller: 'applicationGateway', http: {} }),
  ingress('gateway ingress for HTTPS of one host', { controller: 'applicationGateway', https: HTTPS }),
  ingress('gateway ingress chosen by the older annotation', {
    controller: 'applicationGateway',
    classSelection: 'annotation',
    https: { host: 'ml.contoso.com', gatewayCertificate: 'scoring' },
  }),
  ingress('gateway ingress with a certificate of the gateway for any host', {
    controller: 'applicationGateway',
    https: { gatewayCertificate: 'scoring' },
  }),
  ingress('gateway ingress with every option of HTTPS', {
    controller: 'applicationGateway',
    ingressClassName: 'azure-application-gateway',
    https: {
      host: 'ml.contoso.com',
      secretName: 'scoring-tls',
      certManager: { issuer: { kind: 'Issuer', name: 'ca' } },
    },
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
    wafPolicyId: WAF_POLICY,
    connectionDraining: { timeoutSeconds: 60 },
    cookieBasedAffinity: { distinctName: true },
    hostnameExtension: ['score.contoso.com', '*.ml.contoso.com'],
    rulePriority: 100,
    backendHostname: 'fe.contoso.com',
    backendPathPrefix: '/',
    sslProfile: 'modern',
    rewriteRuleSet: 'headers',
    trustedRootCertificates: ['root-1', 'root-2'],
    labels: { team: 'ml' },
    annotations: { 'appgw.ingress.kubernetes.io/entra-jwt-config-name': 'scoring' },
  }),
  ingress('gateway ingress with the options of HTTP', {
    controller: 'applicationGateway',
    http: { host: 'ml.contoso.com' },
    overrideFrontendPort: 8080,
    rewriteRuleSetCustomResource: 'headers',
    connectionDraining: {},
    cookieBasedAffinity: {},
  }),
  ingress('ingress of another class', {
    controller: 'other',
    ingressClassName: 'traefik',
    https: HTTPS,
    annotations: { 'traefik.ingress.kubernetes.io/router.tls': 'true' },
  }),
];
