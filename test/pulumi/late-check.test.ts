import * as pulumi from '@pulumi/pulumi';
import { AksCluster, JobDataVolume, type JobDataVolumeArgs } from 'azureml-kubernetes/pulumi';
import { AZURE_ANSWERS } from '../support/pulumi/azure-answers';
import { runChild } from '../support/pulumi/run-child';
import { clusterProvider, runProgram } from '../support/pulumi/run-program';
import { unknownOutput } from '../support/pulumi/unknown-output';

const VOLUME = {
  source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
  capacity: '1Ti',
  mountPath: '/mnt/images',
} as const satisfies JobDataVolumeArgs;

const NAMESPACE =
  'namespace: the text is not a DNS label (received "ML_jobs", expected at most 63 lower-case letters, digits and hyphens); use lower-case letters, digits and hyphens, with a letter or digit at both ends [name/dns-label]';
const NO_PROVIDER =
  'opts.provider: no Kubernetes provider is given, and the one of the environment may be of any cluster; give `provider` in the options, for example `cluster.kubernetesProvider(name)`, or the component a parent that has one [pulumi/kubernetes-provider-missing]';
const relativePath = (received: string) =>
  `mountPath: the mount path is not absolute (received "${received}"); start the path with a slash, for example /mnt/data [storage/mount-path-relative]`;
const noText = (place: string) =>
  `${place}: the value has the wrong type (received "nothing", expected a text); give a value of the expected type [spec/type]`;

const COMPONENT = 'urn:pulumi:stack::project::azureml-kubernetes:index:JobDataVolume::images';

describe('the rules, when values become known', () => {
  test('pass in silence when nothing is wrong, and children depend on what the values come from', async () => {
    const run = await runProgram(
      () => {
        new JobDataVolume('images', { ...VOLUME, namespace: unknownOutput() }, { provider: clusterProvider() });
      },
      { state: (resource) => (resource.name === 'source' ? { value: 'ml-jobs' } : undefined) },
    );
    expect(run.logs.filter(({ severity }) => severity !== 'debug')).toStrictEqual([]);
    expect(run.named('images-claim').dependsOn).toContain(run.named('source').urn);
  });

  test('fail beside the component with every issue, without a stack trace, before a child is registered', async () => {
    const { code, output, logs, resources } = await runChild('late-failure.ts');
    expect({ code, output, logs: logs.filter(({ severity }) => severity === 'error') }).toStrictEqual({
      code: 32,
      output: '',
      logs: [
        {
          severity: 'error',
          message: `JobDataVolume images has 2 errors:\n  - ${NAMESPACE}\n  - ${relativePath('mnt/images')}`,
          urn: COMPONENT,
        },
      ],
    });
    expect(resources.map(({ name }) => name)).not.toContain('images-claim');
  }, 60_000);

  test('fail in a preview for each value that is known, whatever is not', async () => {
    const { logs } = await runChild('partial-failure.ts', { preview: true });
    expect(logs.filter(({ severity }) => severity === 'error')).toStrictEqual([
      {
        severity: 'error',
        message: `JobDataVolume images has 1 error:\n  - ${relativePath('mnt/images')}`,
        urn: COMPONENT,
      },
    ]);
  }, 60_000);

  test('fail beside each component where a value turns out to be none, with everything else that is wrong', async () => {
    const { code, output, logs, resources } = await runChild('undefined-output.ts', AZURE_ANSWERS);
    const errors = logs.filter(({ severity }) => severity === 'error').map(({ message, urn }) => ({ message, urn }));
    expect({ code, output, errors: errors.sort((one, other) => one.urn.localeCompare(other.urn)) }).toStrictEqual({
      code: 32,
      output: '',
      errors: [
        {
          message: `AzureMLExtension azureml has 2 errors:\n  - ${noText('cluster.resourceId')}\n  - ${noText('cluster.location')}`,
          urn: 'urn:pulumi:stack::project::azureml-kubernetes:index:AzureMLExtension::azureml',
        },
        {
          message: `ChartObjects web has 1 error:\n  - ${noText('outputs.host')}`,
          urn: 'urn:pulumi:stack::project::azureml-kubernetes:index:ChartObjects::web',
        },
        {
          message: `JobDataVolume images has 2 errors:\n  - ${noText('source.server')}\n  - ${relativePath('mnt/images')}`,
          urn: COMPONENT,
        },
      ],
    });
    expect(resources.map(({ name }) => name).sort()).toStrictEqual([
      'azureml',
      'cluster',
      'images',
      'project-stack',
      'web',
    ]);
  }, 60_000);

  test('ask Azure nothing about a cluster whose id turns out to be none', async () => {
    const run = await runProgram(() => {
      const missing = pulumi.output(undefined as unknown as string);
      return { location: AksCluster.fromExisting(missing).location };
    }, AZURE_ANSWERS);
    expect(run.engine.invokes).toStrictEqual([]);
  });

  test('fail at once for what is known from the start, without a stack trace', async () => {
    const { code, output, logs, resources } = await runChild('early-failure.ts');
    expect({ code, output, logs: logs.filter(({ severity }) => severity === 'error') }).toStrictEqual({
      code: 32,
      output: '',
      logs: [
        {
          severity: 'error',
          message: `JobDataVolume images has 2 errors:\n  - ${NO_PROVIDER}\n  - ${relativePath('images')}`,
          urn: '',
        },
      ],
    });
    expect(resources.map(({ name }) => name)).toStrictEqual(['project-stack']);
  }, 60_000);
});
