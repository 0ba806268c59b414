import { ApiObject, App, Chart, JsonPatch, Size, Testing } from 'cdk8s';
import { ClusterScope, diagnosticsOf } from '../../../lib/cdk8s/cluster-scope';
import { JobDataVolume, type JobDataVolumeProps } from '../../../lib/cdk8s/storage/job-data-volume';
import { deferred } from '../../../lib/model/deferred';
import { errorMessage } from '../../support/error-message';

const NFS = {
  source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
  capacity: '100Gi',
  mountPath: '/mnt/images',
} as const satisfies JobDataVolumeProps;

const CLASS = {
  source: { kind: 'storageClass', storageClassName: 'azurefile-csi', reclaimPolicy: 'Delete' },
  capacity: '100Gi',
  accessModes: ['ReadWriteMany'],
  mountPath: '/mnt/scratch',
} as const satisfies JobDataVolumeProps;

function chartIn(namespace?: string): Chart {
  return new Chart(new App(), 'chart', namespace === undefined ? {} : { namespace });
}

describe('JobDataVolume', () => {
  test('takes its id as the name of the claim, in the default namespace', () => {
    const chart = chartIn();

    const volume = new JobDataVolume(chart, 'images', NFS);

    expect(Testing.synth(chart)).toStrictEqual([
      {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: 'default-images' },
        spec: {
          capacity: { storage: '100Gi' },
          accessModes: ['ReadWriteMany'],
          persistentVolumeReclaimPolicy: 'Retain',
          storageClassName: '',
          claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'default', name: 'images' },
          nfs: { server: '10.0.0.4', path: '/share/images', readOnly: false },
        },
      },
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name: 'images',
          namespace: 'default',
          labels: { 'ml.azure.com/pvc': 'true' },
          annotations: { 'ml.azure.com/mountpath': '/mnt/images' },
        },
        spec: {
          storageClassName: '',
          accessModes: ['ReadWriteMany'],
          resources: { requests: { storage: '100Gi' } },
          volumeName: 'default-images',
        },
      },
    ]);
    expect(volume).toMatchObject({
      phase: 'before-extension',
      claimName: 'images',
      namespace: 'default',
      mountPath: '/mnt/images',
      volumeName: 'default-images',
      diagnostics: [],
      spec: { request: '100Gi' },
    });
  });

  test('goes into the namespace of its chart, the volume into none', () => {
    const chart = chartIn('ml-jobs');

    const volume = new JobDataVolume(chart, 'images', { ...NFS, name: 'pictures' });

    const [persistentVolume, claim] = Testing.synth(chart) as [ApiObject, ApiObject];
    expect(persistentVolume.metadata).toStrictEqual({ name: 'ml-jobs-pictures' });
    expect(claim.metadata).toMatchObject({ name: 'pictures', namespace: 'ml-jobs' });
    expect(volume.namespace).toBe('ml-jobs');
  });

  test('prefers the namespace that is given', () => {
    const chart = chartIn('other');

    new JobDataVolume(chart, 'images', { ...NFS, namespace: 'ml-jobs' });

    expect(Testing.synth(chart)[1]).toMatchObject({ metadata: { namespace: 'ml-jobs' } });
  });

  test('takes amounts as Size of cdk8s', () => {
    const chart = chartIn();

    new JobDataVolume(chart, 'images', { ...NFS, capacity: Size.tebibytes(1), request: Size.mebibytes(512) });
    new JobDataVolume(chart, 'scratch', { ...CLASS, capacity: Size.gibibytes(10) });

    expect(Testing.synth(chart)).toMatchObject([
      { spec: { capacity: { storage: '1Ti' } } },
      { spec: { resources: { requests: { storage: '512Mi' } } } },
      { spec: { resources: { requests: { storage: '10Gi' } } } },
    ]);
  });

  test('makes a claim alone for a storage class, and warns when the class deletes', () => {
    const chart = chartIn();

    const volume = new JobDataVolume(chart, 'scratch', CLASS);

    expect(Testing.synth(chart)).toMatchObject([{ kind: 'PersistentVolumeClaim' }]);
    expect(volume.node.children.map(({ node }) => node.id)).toStrictEqual(['Claim']);
    expect(volume.volumeName).toBeUndefined();
    expect(volume.diagnostics).toMatchObject([{ code: 'storage/class-deletes', severity: 'warning' }]);
    expect(diagnosticsOf(chart)).toMatchObject([{ place: 'chart/scratch', issue: { code: 'storage/class-deletes' } }]);
  });

  test('has the claim as its default child', () => {
    const claim = ApiObject.of(new JobDataVolume(chartIn(), 'images', NFS));

    expect(claim.kind).toBe('PersistentVolumeClaim');
    expect(claim.node.id).toBe('Claim');
  });

  test('writes the volume before the claim, and both after what they depend on', () => {
    const chart = chartIn();
    const volume = new JobDataVolume(chart, 'images', NFS);
    const settings = new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap' });
    volume.node.addDependency(settings);

    expect((Testing.synth(chart) as { kind: string }[]).map(({ kind }) => kind)).toStrictEqual([
      'ConfigMap',
      'PersistentVolume',
      'PersistentVolumeClaim',
    ]);
  });

  test('fails with all issues at once, and leaves nothing in the tree', () => {
    const chart = chartIn();
    const props: JobDataVolumeProps = {
      ...NFS,
      mountPath: 'mnt/',
      request: '1Ti',
      labels: { 'ml.azure.com/pvc': '1' },
    };

    expect(() => new JobDataVolume(chart, 'images', props)).toThrow(/^JobDataVolume chart\/images has 3 errors:/);
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails on an amount that is neither text nor Size', () => {
    const capacities: readonly unknown[] = [null, { asString: '1Gi' }, 5];
    const codes = capacities.map((capacity) => {
      const props = { ...NFS, capacity } as JobDataVolumeProps;
      return errorMessage(() => new JobDataVolume(chartIn(), 'images', props));
    });

    expect(codes).toStrictEqual(capacities.map(() => expect.stringMatching(/capacity: .*\[spec\/type\]$/) as unknown));
  });

  test('fails on deferred values, which nothing resolves at synthesis', () => {
    const source = { ...NFS.source, server: deferred('server') };
    expect(() => new JobDataVolume(chartIn(), 'images', { ...NFS, source })).toThrow(
      'source.server: a deferred value is left that nothing resolves when manifests are synthesized (received "<server>")',
    );
  });

  test('can be amended with patches that survive', () => {
    const chart = chartIn('ml');
    const volume = new JobDataVolume(chart, 'images', NFS);

    ApiObject.of(volume).addJsonPatch(JsonPatch.add('/spec/volumeAttributesClassName', 'gold'));
    ApiObject.of(volume.node.findChild('PersistentVolume')).addJsonPatch(JsonPatch.add('/metadata/labels', { a: 'b' }));

    expect(Testing.synth(chart)).toMatchObject([
      { metadata: { name: 'ml-images', labels: { a: 'b' } } },
      { spec: { volumeAttributesClassName: 'gold' } },
    ]);
  });
});

describe('JobDataVolume.fromClaim', () => {
  test('creates nothing', () => {
    const chart = chartIn('ml-jobs');

    const volume = JobDataVolume.fromClaim(chart, 'old', { claimName: 'models', mountPath: '/mnt/models' });

    expect(Testing.synth(chart)).toStrictEqual([]);
    expect(volume).toMatchObject({ claimName: 'models', namespace: 'ml-jobs', mountPath: '/mnt/models' });
  });

  test('knows no mount path unless it is given, and takes the default namespace', () => {
    const volume = JobDataVolume.fromClaim(chartIn(), 'old', { claimName: 'models' });

    expect(volume).toMatchObject({ claimName: 'models', namespace: 'default', mountPath: undefined });
  });

  test('fails on a wrong name, and leaves nothing in the tree', () => {
    const chart = chartIn();

    expect(() => JobDataVolume.fromClaim(chart, 'old', { claimName: 'Models' })).toThrow(
      'claimName: the text is not a DNS subdomain name',
    );
    expect(chart.node.children).toStrictEqual([]);
  });
});

describe('the volumes of one cluster', () => {
  test('fail on one mount path when they are synthesized', () => {
    const chart = chartIn();
    JobDataVolume.fromClaim(chart, 'old', { claimName: 'old', mountPath: '/mnt/images' });
    new JobDataVolume(chart, 'images', NFS);

    expect(() => void Testing.synth(chart)).toThrow(
      'chart/images: mountPath: the mount path is also the mount path of the claim default/old',
    );
  });

  test('hold a claim once that several constructs stand for, and fail when it has two mount paths', () => {
    const app = new App();
    const cluster = new ClusterScope(app, 'prod');
    const [one, two] = [new Chart(cluster, 'one'), new Chart(cluster, 'two')];
    new JobDataVolume(one, 'images', NFS);
    JobDataVolume.fromClaim(two, 'images', { claimName: 'images' });
    JobDataVolume.fromClaim(two, 'again', { claimName: 'images', mountPath: NFS.mountPath });
    expect(() => app.synthYaml()).not.toThrow();

    JobDataVolume.fromClaim(two, 'other', { claimName: 'images', mountPath: '/mnt/other' });
    expect(() => app.synthYaml()).toThrow(
      'prod/two/other: mountPath: one claim is said to have two mount paths (received "/mnt/other", expected "/mnt/images", as elsewhere in the cluster); give the mount path in the annotation of the claim, or leave it out where the claim is adopted [storage/mount-path-differs]',
    );
  });

  test('are those of all charts below a ClusterScope', () => {
    const app = new App();
    const cluster = new ClusterScope(app, 'prod');
    new JobDataVolume(new Chart(cluster, 'one'), 'images', NFS);
    new JobDataVolume(new Chart(cluster, 'two'), 'images', { ...NFS, mountPath: '/mnt/other' });

    expect(() => app.synthYaml()).toThrow('prod/two/images: name: the claim default/images has the same name');
  });

  test('are those of a chart alone without one', () => {
    const app = new App();
    new JobDataVolume(new Chart(app, 'dev'), 'images', NFS);
    new JobDataVolume(new Chart(app, 'prod'), 'images', NFS);

    expect(app.synthYaml()).toContain('name: default-images');
  });

  test('warn when one is mounted inside another', () => {
    const chart = chartIn();
    new JobDataVolume(chart, 'images', NFS);
    new JobDataVolume(chart, 'inner', { ...NFS, mountPath: '/mnt/images/inner' });

    expect(diagnosticsOf(chart)).toMatchObject([
      { place: 'chart/inner', issue: { code: 'storage/mount-path-nested', path: ['mountPath'] } },
    ]);
  });
});
