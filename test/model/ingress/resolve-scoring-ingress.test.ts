import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { resolveScoringIngress } from '../../../lib/model/ingress/resolve-scoring-ingress';
import { SCORING_INGRESS_REQUIREMENTS, type ScoringIngressSpec } from '../../../lib/model/ingress/scoring-ingress';
import { issue } from '../../../lib/model/issues';

const DEFAULTS = {
  name: 'azureml-fe',
  namespace: 'azureml',
  labels: {},
  annotations: {},
  requirements: SCORING_INGRESS_REQUIREMENTS,
  phase: 'after-extension',
};

describe('resolveScoringIngress', () => {
  test('fills the defaults of ingress-nginx', () => {
    const { warnings, ...ingress } = resolveScoringIngress({ controller: 'nginx', http: {} });

    expect(ingress).toStrictEqual({
      ...DEFAULTS,
      controller: 'nginx',
      options: {},
      ingressClass: { form: 'field', name: 'nginx' },
      hosts: [],
    });
    expect(warnings.map((one) => one.code)).toStrictEqual(['ingress/bundled-nginx', 'ingress/nginx-retired']);
  });

  test('fills the defaults of Application Gateway', () => {
    expect(resolveScoringIngress({ controller: 'applicationGateway', http: { host: 'ml.contoso.com' } })).toStrictEqual(
      {
        ...DEFAULTS,
        controller: 'applicationGateway',
        options: {},
        ingressClass: { form: 'field', name: 'azure-application-gateway' },
        hosts: ['ml.contoso.com'],
        warnings: [],
      },
    );
  });

  test('chooses Application Gateway by the older annotation when asked', () => {
    const ingress = resolveScoringIngress({ controller: 'applicationGateway', classSelection: 'annotation', http: {} });

    expect(ingress.ingressClass).toStrictEqual({ form: 'annotation', value: 'azure/application-gateway' });
  });

  test('keeps what is given, the options by themselves', () => {
    const spec: ScoringIngressSpec = {
      controller: 'nginx',
      name: 'scoring',
      ingressClassName: 'internal',
      bundledNginx: 'ownClass',
      https: {
        hosts: ['ml.contoso.com', '*.ml.contoso.com'],
        secretName: 'scoring-tls',
        certManager: { issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' } },
      },
      buffering: false,
      bodySize: '50m',
      labels: { team: 'ml' },
      annotations: { owner: 'ml' },
    };

    expect(resolveScoringIngress(spec)).toMatchObject({
      name: 'scoring',
      ingressClass: { form: 'field', name: 'internal' },
      hosts: ['ml.contoso.com', '*.ml.contoso.com'],
      certificate: {
        kind: 'secret',
        secretName: 'scoring-tls',
        issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' },
      },
      labels: { team: 'ml' },
      annotations: { owner: 'ml' },
    });
    expect(resolveScoringIngress(spec).options).toStrictEqual({ bodySize: '50m', buffering: false });
  });

  test('puts the id of a firewall policy into its proper letter case, and waits for one that is not known', () => {
    const provider = 'Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies';
    const id = `/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/Rg/providers/${provider}/Scoring`;
    const odd = id.replace(provider, provider.toLowerCase()).replace('resourceGroups', 'resourcegroups');
    const gateway = { controller: 'applicationGateway', http: {}, requestTimeoutSeconds: 60 } as const;
    const late = deferred('policy');

    expect(resolveScoringIngress({ ...gateway, wafPolicyId: odd }).options).toStrictEqual({
      requestTimeoutSeconds: 60,
      wafPolicyId: id,
    });
    expect(resolveScoringIngress({ ...gateway, wafPolicyId: late }).options).toMatchObject({ wafPolicyId: late });
  });

  test('keeps a certificate of the gateway', () => {
    const ingress = resolveScoringIngress({
      controller: 'applicationGateway',
      https: { host: 'ml.contoso.com', gatewayCertificate: 'scoring' },
    });

    expect(ingress.certificate).toStrictEqual({ kind: 'gateway', name: 'scoring' });
  });

  test('takes any class of another controller', () => {
    const ingress = resolveScoringIngress({ controller: 'other', ingressClassName: 'traefik', http: {} });

    expect(ingress).toMatchObject({
      controller: 'other',
      options: {},
      ingressClass: { form: 'field', name: 'traefik' },
    });
  });

  test('says what the extension needs, and why', () => {
    expect(
      resolveScoringIngress({ controller: 'other', ingressClassName: 'traefik', http: {} }).requirements,
    ).toStrictEqual([
      {
        setting: 'inferenceRouterServiceType',
        value: 'ClusterIP',
        reason: 'the ingress is the way in, so azureml-fe needs no address of its own',
      },
      {
        setting: 'allowInsecureConnections',
        value: true,
        reason: 'TLS ends at the ingress controller, which speaks HTTP to port 80 of azureml-fe',
      },
    ]);
  });

  test('fails with all issues at once, those of the caller included, and warnings last', () => {
    const spec = { controller: 'nginx', http: { host: 'A' }, readTimeoutSeconds: 0 } as const;
    const moreIssues = [issue('deferred/unresolved', ['x'], { received: 'y' })];

    expect(() => resolveScoringIngress(spec, { subject: 'ScoringIngress chart/scoring', moreIssues })).toThrow(
      [
        'ScoringIngress chart/scoring has 3 errors:',
        `  - ${formatIssue(moreIssues[0] ?? issue('spec/type', []))}`,
        '  - http.host: the text is not a host name (received "A", expected a lower-case DNS name with labels of at most 63 characters, or one whose first label is *); give a lower-case DNS name such as ml.contoso.com, without scheme, port or path [name/host]',
        '  - readTimeoutSeconds: the number is out of range (received 0, expected a whole number from 1 to 2147483); give a whole number within the range [spec/number-range]',
      ].join('\n'),
    );
  });

  test('fails under its own name when nobody gives a better one', () => {
    expect(() => resolveScoringIngress({ controller: 'other', ingressClassName: '', http: {} })).toThrow(
      /^ScoringIngress has 1 error:/,
    );
  });
});
