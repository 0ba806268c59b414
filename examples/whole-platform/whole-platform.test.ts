import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAzureMLPlatform, serializeAzureMLPlatform } from 'azureml-kubernetes';
import { AzureMLPlatform, diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { PLATFORM } from './platform';

const app = Testing.app();
const { charts } = new AzureMLPlatform(app, 'ml', PLATFORM);

function namesOf(objects: unknown[]): string[] {
  return (objects as { kind: string; metadata: { name: string; namespace?: string } }[]).map(
    ({ kind, metadata: { name, namespace } }) =>
      namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`,
  );
}

/** What a program of this folder writes, by file. */
function filesOf(program: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'whole-platform-'));
  try {
    const env = { ...process.env, CDK8S_OUTDIR: folder };
    execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, program)], { env, stdio: 'pipe' });
    return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a platform with everything', () => {
  test('writes what comes before the extension', () => {
    expect(namesOf(Testing.synth(charts['before-extension']))).toStrictEqual([
      'Namespace ml-vision',
      'ResourceQuota ml-vision/ml-vision',
      'LimitRange ml-vision/ml-vision',
      'Namespace ml-fraud',
      'PersistentVolume ml-vision-images',
      'PersistentVolumeClaim ml-vision/images',
      'PersistentVolumeClaim ml-vision/scratch',
      'RoleBinding azure-arc/azureml-scc-privileged',
      'Namespace azureml',
      'RoleBinding azureml/azureml-scc-privileged',
      'RoleBinding ml-vision/azureml-scc-privileged',
      'RoleBinding ml-fraud/azureml-scc-privileged',
      'DaemonSet kube-system/nvidia-device-plugin-daemonset',
    ]);
  });

  test('writes what comes after it', () => {
    expect(namesOf(Testing.synth(charts['after-extension']))).toStrictEqual([
      'InstanceType defaultinstancetype',
      'InstanceType gpu-one',
      'Certificate azureml/scoring-tls',
      'Ingress azureml/azureml-fe',
      'ConfigMap azureml/mount-config',
    ]);
  });

  test('has nothing to warn about', () => {
    expect(diagnosticsOf(app)).toStrictEqual([]);
  });
});

describe('the same as YAML', () => {
  const text = readFileSync(join(__dirname, 'platform.yaml'), 'utf8');

  test('is the same description, both ways', () => {
    expect(parseAzureMLPlatform(parse(text))).toStrictEqual(PLATFORM);
    expect(serializeAzureMLPlatform(PLATFORM)).toStrictEqual(parse(text));
  });

  test('is read by ten lines that write the same bytes', () => {
    const program = readFileSync(join(__dirname, 'from-yaml.ts'), 'utf8');
    expect(program.split('\n').filter((line) => line !== '')).toHaveLength(10);
    expect(filesOf('from-yaml.ts')).toStrictEqual(filesOf('main.ts'));
  }, 60_000);

  test('fails with every mistake at its place', () => {
    const wrong = parse(text.replace('kind: nfs', 'kind: nsf').replace('gpu: 1', 'gpu: 3')) as unknown;
    const read = (): unknown => parseAzureMLPlatform(wrong, { subject: 'platform.yaml' });
    expect(read).toThrow(/^platform\.yaml has 2 errors:/);
    expect(read).toThrow(/computes\[0\]\.volumes\.images\.source\.kind: .*; did you mean "nfs"\?/);
    expect(read).toThrow(/instanceTypes\["gpu-one"\]\.resources: no node that the instance type selects can hold/);
  });
});
