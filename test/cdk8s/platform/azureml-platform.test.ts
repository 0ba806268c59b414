import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AzureMLPlatformSpec } from 'azureml-kubernetes';
import { App, Testing } from 'cdk8s';
import fc from 'fast-check';
import { diagnosticsOf } from '../../../lib/cdk8s/cluster-scope';
import { AzureMLPlatform } from '../../../lib/cdk8s/platform/azureml-platform';
import { InstanceType } from '../../../lib/cdk8s/compute/instance-type';
import { FULL_PLATFORM, platformWith } from '../../support/platform';
import { platforms } from '../../support/platform-arbitraries';

function namesOf(objects: unknown[]): string[] {
  return (objects as { kind: string; metadata: { name: string; namespace?: string } }[]).map(
    ({ kind, metadata: { name, namespace } }) => `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
  );
}

/** The files that a platform is written to, by name. */
function synthesize(spec: AzureMLPlatformSpec): Map<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'azureml-platform-'));
  try {
    const app = new App({ outdir });
    new AzureMLPlatform(app, 'ml', spec);
    app.synth();
    return new Map(readdirSync(outdir).map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Every object of a platform as text. */
function objectsOf(spec: AzureMLPlatformSpec): string[] {
  const { charts } = new AzureMLPlatform(Testing.app(), 'ml', spec);
  return Object.values(charts).flatMap((chart) =>
    (Testing.synth(chart) as unknown[]).map((one) => JSON.stringify(one)),
  );
}

describe('AzureMLPlatform', () => {
  test('writes a file for each phase, in the order in which objects need each other', () => {
    const platform = new AzureMLPlatform(Testing.app(), 'ml', FULL_PLATFORM);

    expect(namesOf(Testing.synth(platform.charts['before-extension']))).toStrictEqual([
      'Namespace vision',
      'ResourceQuota vision/vision',
      'Namespace fraud',
      'PersistentVolume vision-images',
      'PersistentVolumeClaim vision/images',
      'RoleBinding azure-arc/azureml-scc-privileged',
      'Namespace azureml',
      'RoleBinding azureml/azureml-scc-privileged',
      'RoleBinding vision/azureml-scc-privileged',
      'RoleBinding fraud/azureml-scc-privileged',
      'ExternalSecret azureml/router-tls-2026-11',
      'DaemonSet kube-system/nvidia-device-plugin-daemonset',
    ]);
    expect(namesOf(Testing.synth(platform.charts['after-extension']))).toStrictEqual([
      'InstanceType gpu-one',
      'Certificate azureml/scoring-tls',
      'Ingress azureml/azureml-fe',
      'ConfigMap azureml/mount-config',
    ]);
    expect([...synthesize(FULL_PLATFORM).keys()]).toStrictEqual([
      'ml-1-before-extension-c82b27e3.k8s.yaml',
      'ml-2-after-extension-c807d4fd.k8s.yaml',
    ]);
  });

  test('only adds objects when a second workspace comes', () => {
    const workspace = { resourceGroup: 'ml', name: 'speech' };
    const source = { kind: 'nfs', server: '10.0.0.4', path: '/share/speech' };
    const volumes = { speech: { source, capacity: '1Ti', mountPath: '/mnt/speech' } };
    const more = platformWith({
      computes: [{ name: 'speech', workspace, namespace: 'speech', volumes }, ...FULL_PLATFORM.computes],
    });

    const before = synthesize(FULL_PLATFORM);
    const after = synthesize(more);

    expect([...after.keys()]).toStrictEqual([...before.keys()]);
    for (const [file, text] of before) {
      const documents = (after.get(file) ?? '').split('\n---\n').map((document) => document.trim());
      expect(documents).toStrictEqual(expect.arrayContaining(text.split('\n---\n').map((document) => document.trim())));
    }
    expect([...after.values()].join('\n')).toContain('name: speech-speech');
  });

  test('only adds objects to any platform when a compute of another workspace comes', () => {
    const added = { name: 'added', workspace: { resourceGroup: 'other', name: 'other' }, namespace: 'other' };
    fc.assert(
      fc.property(platforms(), fc.nat({ max: 4 }), (spec, index) => {
        const computes = [...spec.computes.slice(0, index), added, ...spec.computes.slice(index)];
        const before = objectsOf(spec);
        const after = objectsOf({ ...spec, computes });

        expect(before.filter((text) => !after.includes(text))).toStrictEqual([]);
        expect(after.length).toBeGreaterThan(before.length);
      }),
      { numRuns: 40 },
    );
  });

  test('fails with everything that is wrong, before anything is created', () => {
    const app = Testing.app();
    const spec = platformWith({
      computes: [{ name: 'x', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: 'kube-system' }],
      instanceTypes: { gpu: { resources: {} } },
    });

    expect(() => new AzureMLPlatform(app, 'ml', spec)).toThrow(/^AzureMLPlatform ml has 4 errors:/);
    expect(app.node.children).toStrictEqual([]);
  });

  test('says what is unwise, once', () => {
    const app = Testing.app();
    const computes = [
      ...FULL_PLATFORM.computes,
      { name: 'third', workspace: { resourceGroup: 'ml', name: 'speech' }, namespace: 'fraud' },
    ];
    const instanceTypes = {
      tiny: { resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } } },
    };

    const platform = new AzureMLPlatform(app, 'ml', platformWith({ computes, instanceTypes }));

    const found = diagnosticsOf(app).map(({ place, issue: { code } }) => `${place} ${code}`);
    expect(found).toStrictEqual([
      'ml platform/namespace-shared',
      'ml/2-after-extension/instance-type-tiny compute/instance-type-mlflow',
    ]);
    expect(platform.diagnostics.map(({ code }) => code)).toStrictEqual([
      'platform/namespace-shared',
      'compute/instance-type-mlflow',
    ]);
  });

  test('checks constructs that are added to its charts by the same rules', () => {
    const platform = new AzureMLPlatform(Testing.app(), 'ml', FULL_PLATFORM);
    const chart = platform.charts['after-extension'];
    const { resources } = { resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } } };
    new InstanceType(chart, 'again', { name: 'gpu-one', resources });

    expect((): unknown => Testing.synth(chart)).toThrow(
      /ml\/2-after-extension\/again: name: two instance types of one/,
    );
  });
});
