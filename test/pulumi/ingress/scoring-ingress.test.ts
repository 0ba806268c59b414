import { IngressTlsSecret, ScoringIngress } from 'azureml-kubernetes/pulumi';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';
import { CERT_MANAGER } from '../../support/tls-sources';

describe('ScoringIngress', () => {
  test('refers to the Secret of another component and waits for it', async () => {
    const run = await runProgram(() => {
      const opts = { provider: clusterProvider() };
      const { secretName } = new IngressTlsSecret('scoring-tls', { source: CERT_MANAGER }, opts);
      new ScoringIngress('scoring', { controller: 'nginx', https: { host: 'ml.contoso.com', secretName } }, opts);
    });
    const certificate = run.named('scoring-tls-resource');
    expect(certificate.type).toBe('kubernetes:cert-manager.io/v1:Certificate');
    expect(run.named('scoring-resource')).toMatchObject({
      type: 'kubernetes:networking.k8s.io/v1:Ingress',
      parent: run.named('scoring').urn,
      inputs: {
        metadata: { name: 'azureml-fe', namespace: 'azureml' },
        spec: { ingressClassName: 'nginx', tls: [{ hosts: ['ml.contoso.com'], secretName: 'scoring-tls' }] },
      },
    });
    expect(run.named('scoring-resource').dependsOn).toContain(certificate.urn);
  });

  test('logs warnings beside the component', async () => {
    let codes: string[] = [];
    const run = await runProgram(() => {
      const ingress = new ScoringIngress('scoring', { controller: 'nginx', http: {} }, { provider: clusterProvider() });
      codes = ingress.diagnostics.map(({ code }) => code);
    });
    expect(codes.length).toBeGreaterThan(0);
    const warnings = run.logs.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ urn }) => urn)).toStrictEqual(codes.map(() => run.named('scoring').urn));
    expect(warnings.map(({ message }) => /\[(.+)\]$/.exec(message)?.[1])).toStrictEqual(codes);
  });
});
