import * as pulumi from '@pulumi/pulumi';
import { ValidationError } from 'azureml-kubernetes';
import { JobDataVolume, type JobDataVolumeArgs } from 'azureml-kubernetes/pulumi';
import { errorMessage } from '../../support/error-message';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';
import { unknownOutput } from '../../support/pulumi/unknown-output';

const VOLUME = {
  source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
  capacity: '1Ti',
  mountPath: '/mnt/images',
  namespace: 'ml-jobs',
} as const satisfies JobDataVolumeArgs;

const NO_PROVIDER =
  'opts.provider: no Kubernetes provider is given, and the one of the environment may be of any cluster; give `provider` in the options, for example `cluster.kubernetesProvider(name)`, or the component a parent that has one [pulumi/kubernetes-provider-missing]';

describe('JobDataVolume', () => {
  test('registers the volume and the claim below the component, each with its inputs', async () => {
    const run = await runProgram(() => new JobDataVolume('images', VOLUME, { provider: clusterProvider() }));
    const component = run.named('images');
    const [volume, claim] = [run.named('images-persistentVolume'), run.named('images-claim')];
    expect(component).toMatchObject({
      type: 'azureml-kubernetes:index:JobDataVolume',
      inputs: { ...VOLUME, name: 'images' },
      outputs: {
        claimName: 'images',
        namespace: 'ml-jobs',
        mountPath: '/mnt/images',
        volumeName: 'ml-jobs-images',
      },
    });
    expect(volume).toMatchObject({
      type: 'kubernetes:core/v1:PersistentVolume',
      parent: component.urn,
      retainOnDelete: true,
      dependsOn: [],
    });
    expect(volume.inputs).toStrictEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'ml-jobs-images' },
      spec: {
        capacity: { storage: '1Ti' },
        accessModes: ['ReadWriteMany'],
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: '',
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'ml-jobs', name: 'images' },
        nfs: { server: '10.0.0.4', path: '/share/images', readOnly: false },
      },
    });
    expect(claim).toMatchObject({
      type: 'kubernetes:core/v1:PersistentVolumeClaim',
      parent: component.urn,
      retainOnDelete: true,
      dependsOn: [volume.urn],
    });
  });

  test('goes to the cluster of the provider, of the component or of its parent', async () => {
    const run = await runProgram(() => {
      const provider = clusterProvider();
      const parent = new pulumi.ComponentResource('test:index:Parent', 'parent', {}, { providers: [provider] });
      new JobDataVolume('images', VOLUME, { parent });
      new JobDataVolume('models', { ...VOLUME, mountPath: '/mnt/models' }, { provider });
    });
    const provider = run.named('cluster').urn;
    const children = ['images-claim', 'models-claim', 'images-persistentVolume'].map((name) => run.named(name));
    expect(children.map((child) => child.provider.startsWith(`${provider}::`))).toStrictEqual([true, true, true]);
  });

  test('lets claim and volume be deleted when the options say so', async () => {
    const run = await runProgram(() => {
      new JobDataVolume('images', VOLUME, { provider: clusterProvider(), retainOnDelete: false });
    });
    expect(run.named('images-claim').retainOnDelete).toBe(false);
    expect(run.named('images-persistentVolume').retainOnDelete).toBe(false);
  });

  test('leaves the claim alone when a storage class provisions the volume', async () => {
    const run = await runProgram(() => {
      const source = { kind: 'storageClass', storageClassName: 'azurefile-csi' } as const;
      const volume = { source, capacity: '1Ti', mountPath: '/mnt/images', accessModes: ['ReadWriteMany'] } as const;
      const component = new JobDataVolume('images', volume, { provider: clusterProvider() });
      expect(component.persistentVolume).toBeUndefined();
    });
    expect(run.resources.map(({ name }) => name)).toStrictEqual(['project-stack', 'cluster', 'images', 'images-claim']);
  });

  test('hands options to a child by its role', async () => {
    const run = await runProgram(() => {
      const children = { claim: { import: 'ml-jobs/images', ignoreChanges: ['spec.resources'] } };
      new JobDataVolume('images', VOLUME, { provider: clusterProvider(), children });
    });
    expect(run.named('images-claim')).toMatchObject({
      importId: 'ml-jobs/images',
      ignoreChanges: ['spec.resources'],
      dependsOn: [run.named('images-persistentVolume').urn],
    });
    expect(run.named('images-persistentVolume').importId).toBe('');
  });

  test('shows in a preview all that is known beside what is not', async () => {
    const run = await runProgram(
      () => {
        const source = { ...VOLUME.source, server: unknownOutput() };
        new JobDataVolume('images', { ...VOLUME, source }, { provider: clusterProvider() });
      },
      { preview: true },
    );
    expect(run.named('images-persistentVolume').inputs).toMatchObject({
      spec: { nfs: { server: '<unknown>', path: '/share/images', readOnly: false } },
    });
    expect(run.named('images').inputs).toMatchObject({ source: { server: '<unknown>', path: '/share/images' } });
  });

  test('keeps a secret secret, and makes nothing else secret', async () => {
    const run = await runProgram(() => {
      const source = { ...VOLUME.source, server: pulumi.secret('10.0.0.4') };
      new JobDataVolume('images', { ...VOLUME, source }, { provider: clusterProvider() });
    });
    expect(run.named('images-persistentVolume').inputs).toMatchObject({
      metadata: { name: 'ml-jobs-images' },
      spec: { nfs: { server: { secret: '10.0.0.4' }, path: '/share/images' } },
    });
  });

  test('makes names out of Outputs', async () => {
    const run = await runProgram(() => {
      const namespace = pulumi.output('ml-jobs');
      new JobDataVolume('images', { ...VOLUME, namespace }, { provider: clusterProvider() });
    });
    expect(run.named('images-persistentVolume').inputs).toMatchObject({
      metadata: { name: 'ml-jobs-images' },
      spec: { claimRef: { namespace: 'ml-jobs', name: 'images' } },
    });
  });

  test('fails before anything is registered, with every issue and without a stack trace', async () => {
    let thrown: unknown;
    const run = await runProgram(() => {
      try {
        new JobDataVolume('images', { ...VOLUME, mountPath: 'images', capacity: '0Gi' });
      } catch (error) {
        thrown = error;
      }
    });
    expect(run.resources.map(({ name }) => name)).toStrictEqual(['project-stack']);
    expect(pulumi.RunError.isInstance(thrown)).toBe(true);
    expect(ValidationError.isValidationError(thrown)).toBe(true);
    expect(String(thrown)).toBe(
      [
        'ValidationError: JobDataVolume images has 3 errors:',
        `  - ${NO_PROVIDER}`,
        '  - mountPath: the mount path is not absolute (received "images"); start the path with a slash, for example /mnt/data [storage/mount-path-relative]',
        '  - capacity: the quantity is zero (received "0Gi"); give an amount greater than zero [quantity/zero]',
      ].join('\n'),
    );
  });

  test('fails when an Output stands where the program needs the value', async () => {
    const name = pulumi.output('images') as unknown as string;
    let message = '';
    await runProgram(() => {
      const provider = clusterProvider();
      message = errorMessage(() => new JobDataVolume('images', { ...VOLUME, name }, { provider }));
    });
    expect(message).toBe(
      'JobDataVolume images has 1 error:\n  - name: the value must be known when the program runs (received "<name>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
    );
  });

  test('fails when no provider is given, by options or parent', async () => {
    let message = '';
    await runProgram(() => {
      message = errorMessage(() => new JobDataVolume('images', VOLUME));
    });
    expect(message).toBe(`JobDataVolume images has 1 error:\n  - ${NO_PROVIDER}`);
  });
});
