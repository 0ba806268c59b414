import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { ClusterScope, diagnosticsOf } from '../../../lib/cdk8s/cluster-scope';
import { ScoringIngress } from '../../../lib/cdk8s/ingress/scoring-ingress';
import { deferred } from '../../../lib/model/deferred';
import { scoringAddress } from '../../../lib/model/ingress/scoring-address';
import { INGRESS_CASES } from '../../support/cases/ingress';
import { misreadAnnotations } from '../../support/controller-readers';

const HTTPS = { host: 'ml.contoso.com', secretName: 'scoring-tls' };
const PATHS = [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'azureml-fe', port: { number: 80 } } } }];

interface Ingress {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
}

describe('ScoringIngress', () => {
  test('writes the Ingress of the documentation, whatever namespace the chart has', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'other' });

    new ScoringIngress(chart, 'scoring', { controller: 'nginx', https: HTTPS });

    expect(Testing.synth(chart)).toStrictEqual([
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'azureml-fe', namespace: 'azureml' },
        spec: {
          ingressClassName: 'nginx',
          tls: [{ hosts: ['ml.contoso.com'], secretName: 'scoring-tls' }],
          rules: [{ host: 'ml.contoso.com', http: { paths: PATHS } }],
        },
      },
    ]);
  });

  test('exposes what was decided', () => {
    const ingress = new ScoringIngress(Testing.chart(), 'scoring', {
      controller: 'applicationGateway',
      name: 'scoring',
      https: HTTPS,
    });

    expect(ingress).toMatchObject({ name: 'scoring', phase: 'after-extension', diagnostics: [] });
    expect(ingress.spec.requirements).toMatchObject([
      { setting: 'inferenceRouterServiceType', value: 'ClusterIP' },
      { setting: 'allowInsecureConnections', value: true },
    ]);
    expect(scoringAddress('http://10.0.0.5:80/score', ingress.spec)).toBe('https://ml.contoso.com/score');
  });

  test('takes the Secret as an object with a name', () => {
    const chart = Testing.chart();
    const secret = new ApiObject(chart, 'tls', {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/tls',
      metadata: { name: 'scoring-tls', namespace: 'azureml' },
    });

    new ScoringIngress(chart, 'scoring', { controller: 'nginx', https: { ...HTTPS, secretName: secret } });

    expect(Testing.synth(chart)).toContainEqual(
      expect.objectContaining({
        spec: expect.objectContaining({ tls: [{ hosts: ['ml.contoso.com'], secretName: 'scoring-tls' }] }) as unknown,
      }),
    );
  });

  test.each(INGRESS_CASES)('writes what the controllers read as meant: $title', (one) => {
    const chart = Testing.chart();

    one.build(chart);

    const [ingress] = Testing.synth(chart) as Ingress[];
    const others = ['limit-rps', 'entra-jwt-config-name', 'traefik'];
    const misread = misreadAnnotations(ingress?.metadata.annotations ?? {});
    expect(misread.filter((text) => !others.some((other) => text.includes(other)))).toStrictEqual([]);
    expect(ingress).toMatchObject({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' });
  });

  test('fails with all issues before anything is created', () => {
    const chart = Testing.chart();
    const props = { controller: 'nginx', http: { host: 'ML.contoso.com' }, readTimeoutSeconds: 0 } as const;

    expect(() => new ScoringIngress(chart, 'scoring', props)).toThrow(/^ScoringIngress test\/scoring has 2 errors:/);
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails on a value that synthesis cannot wait for', () => {
    const https = { host: deferred('host'), secretName: { name: deferred('secret') } };

    expect(() => new ScoringIngress(Testing.chart(), 'scoring', { controller: 'nginx', https })).toThrow(
      /https\.host: .*"<host>".*\n.*https\.secretName: .*"<secret>"/,
    );
  });

  test('fails when the Secret is given as nothing', () => {
    const https = { host: 'ml.contoso.com', secretName: null };

    expect(() => new ScoringIngress(Testing.chart(), 'scoring', { controller: 'nginx', https } as never)).toThrow(
      /https\.secretName: the value has the wrong type \(received "null", expected a text\)/,
    );
  });

  test('fails at synthesis when two ingresses of a cluster have one name', () => {
    const app = Testing.app();
    const cluster = new ClusterScope(app, 'prod');
    const [one, other] = [new Chart(cluster, 'one'), new Chart(cluster, 'other')];
    new ScoringIngress(one, 'scoring', { controller: 'nginx', http: { host: 'a.com' } });
    new ScoringIngress(other, 'scoring', { controller: 'nginx', http: { host: 'b.com' } });

    expect((): unknown => Testing.synth(one)).toThrow(
      /prod\/other\/scoring: name: the ingress has the same name as another one of the cluster, which answers for a\.com/,
    );
  });

  test('says what is unwise', () => {
    const chart = Testing.chart();

    new ScoringIngress(chart, 'scoring', { controller: 'nginx', http: {} });

    expect(diagnosticsOf(chart)).toMatchObject([
      { place: 'test/scoring', issue: { code: 'ingress/bundled-nginx' } },
      { place: 'test/scoring', issue: { code: 'ingress/nginx-retired' } },
    ]);
  });

  test('can be patched as its default child', () => {
    const chart = Testing.chart();
    const ingress = new ScoringIngress(chart, 'scoring', { controller: 'nginx', http: {} });

    ApiObject.of(ingress).addJsonPatch(JsonPatch.add('/spec/defaultBackend', { service: { name: 'other' } }));

    expect(ingress.node.defaultChild).toBe(ingress.node.findChild('Resource'));
    expect(Testing.synth(chart)).toMatchObject([{ spec: { defaultBackend: { service: { name: 'other' } } } }]);
  });
});
