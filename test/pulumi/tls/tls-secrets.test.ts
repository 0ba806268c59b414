import * as pulumi from '@pulumi/pulumi';
import { certificateHash, SecretValue } from 'azureml-kubernetes';
import { ExtensionNamespace, IngressTlsSecret, RouterTlsSecret } from 'azureml-kubernetes/pulumi';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { errorMessage } from '../../support/error-message';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';

const KEYS: readonly (readonly [string, () => string | SecretValue | pulumi.Output<string>])[] = [
  ['a text', () => PRIVATE_KEY],
  ['a SecretValue', () => SecretValue.of(PRIVATE_KEY)],
  ['an Output', () => pulumi.output(PRIVATE_KEY)],
  ['a secret Output', () => pulumi.secret(PRIVATE_KEY)],
];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('TLS secrets', () => {
  test.each(KEYS)('keep a private key that is given as %s secret, and the certificate visible', async (_, key) => {
    const run = await runProgram(() => {
      const source = { kind: 'inline', certificate: CERTIFICATE, privateKey: key() } as const;
      new IngressTlsSecret('scoring-tls', { source }, { provider: clusterProvider() });
    });
    expect(run.named('scoring-tls').inputs).toStrictEqual({
      name: 'scoring-tls',
      source: { kind: 'inline', certificate: { secret: CERTIFICATE }, privateKey: { secret: PRIVATE_KEY } },
    });
    expect(run.named('scoring-tls-resource')).toMatchObject({
      type: 'kubernetes:core/v1:Secret',
      additionalSecretOutputs: ['data', 'stringData'],
      inputs: { metadata: { name: 'scoring-tls', namespace: 'azureml' }, type: 'kubernetes.io/tls' },
    });
    const clear = run.resources.filter(({ inputs }) => JSON.stringify(withoutSecrets(inputs)).includes('PRIVATE KEY'));
    expect(clear).toStrictEqual([]);
    expect(JSON.stringify(withoutSecrets(run.named('scoring-tls-resource').inputs))).not.toContain(base64(PRIVATE_KEY));
  });

  test('show no private key in the message of a failure', async () => {
    let message = '';
    await runProgram(() => {
      const source = { kind: 'inline', certificate: 'nothing', privateKey: PRIVATE_KEY } as const;
      message = errorMessage(() => new IngressTlsSecret('tls', { source }, { provider: clusterProvider() }));
    });
    expect(message).toContain('IngressTlsSecret tls has 1 error:\n  - source.certificate: ');
    expect(message).not.toContain('PRIVATE KEY');
  });

  test('of azureml-fe end in a hash of the certificate and bring the namespace along', async () => {
    const run = await runProgram(() => {
      const source = { kind: 'inline', certificate: CERTIFICATE, privateKey: PRIVATE_KEY } as const;
      new RouterTlsSecret('router-tls', { extensionName: 'azureml', source }, { provider: clusterProvider() });
    });
    const namespace = run.named('router-tls-namespace');
    expect(namespace.inputs).toMatchObject({
      metadata: { name: 'azureml', annotations: { 'meta.helm.sh/release-name': 'azureml' } },
    });
    expect(run.named('router-tls-resource')).toMatchObject({
      type: 'kubernetes:core/v1:Secret',
      dependsOn: [namespace.urn],
    });
    expect(run.named('router-tls').outputs).toStrictEqual({ secretName: `router-tls-${certificateHash(CERTIFICATE)}` });
  });

  test('say nothing about manifests, because there are none', async () => {
    const run = await runProgram(() => {
      const source = { kind: 'inline', certificate: CERTIFICATE, privateKey: PRIVATE_KEY } as const;
      const opts = { provider: clusterProvider() };
      new RouterTlsSecret('router-tls', { extensionName: 'azureml', source }, opts);
      new IngressTlsSecret('ingress-tls', { source }, opts);
    });
    expect(run.logs.filter(({ severity }) => severity === 'warning')).toStrictEqual([]);
  });

  test('of azureml-fe go into a namespace that others share', async () => {
    const run = await runProgram(() => {
      const opts = { provider: clusterProvider() };
      const extensionNamespace = new ExtensionNamespace('azureml', { extensionName: 'azureml' }, opts);
      const source = {
        kind: 'inline',
        certificate: pulumi.output(CERTIFICATE),
        privateKey: PRIVATE_KEY,
        revision: '2026-11',
      } as const;
      new RouterTlsSecret('router-tls', { extensionName: 'azureml', extensionNamespace, source }, opts);
    });
    expect(run.resources.map(({ name }) => name)).not.toContain('router-tls-namespace');
    expect(run.named('router-tls-resource').dependsOn).toContain(run.named('azureml-resource').urn);
    expect(run.named('azureml').outputs).toStrictEqual({ name: 'azureml' });
    expect(run.named('router-tls-resource').inputs).toMatchObject({
      data: { secret: { 'cert.pem': base64(CERTIFICATE) } },
    });
  });

  test('of azureml-fe fail with a certificate that is known late and no revision', async () => {
    let message = '';
    await runProgram(() => {
      const source = { kind: 'inline', certificate: pulumi.output(CERTIFICATE), privateKey: PRIVATE_KEY } as const;
      const args = { extensionName: 'azureml', source };
      message = errorMessage(() => new RouterTlsSecret('router-tls', args, { provider: clusterProvider() }));
    });
    expect(message).toContain('[tls/revision-required]');
  });
});

describe('ExtensionNamespace', () => {
  test('fails with a name that no extension can have', async () => {
    let message = '';
    await runProgram(() => {
      const args = { extensionName: 'Azure ML' };
      message = errorMessage(() => new ExtensionNamespace('azureml', args, { provider: clusterProvider() }));
    });
    expect(message).toBe(
      'ExtensionNamespace azureml has 1 error:\n  - extensionName: the text cannot name an extension (received "Azure ML", expected at most 253 letters, digits, "-" and "."); use letters, digits, "-" and ".", starting with a letter or digit [extension/name]',
    );
  });
});

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'secret' ? '' : withoutSecrets(inner)]),
  );
}
