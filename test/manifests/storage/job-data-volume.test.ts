import * as fc from 'fast-check';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import type { JobDataVolumeSpec } from '../../../lib/model/storage/job-data-volume';
import { resolveJobDataVolume } from '../../../lib/model/storage/resolve-job-data-volume';
import { renderJobDataVolume, type JobDataVolumeManifests } from '../../../lib/manifests/storage/job-data-volume';
import { jobDataVolumeSpecs } from '../../support/storage-arbitraries';
import { ALL_SPECS, CLASS, CSI, DISK, FILES_SMB, HOST_PATH, NFS } from '../../support/storage-specs';

function render(spec: JobDataVolumeSpec): JobDataVolumeManifests {
  return renderJobDataVolume(resolveJobDataVolume(spec));
}

describe('renderJobDataVolume', () => {
  test('writes the sample of the documentation, bound on both sides', () => {
    const spec: JobDataVolumeSpec = {
      name: 'nfs-pvc',
      volumeName: 'nfs-pv',
      source: { kind: 'nfs', server: '20.98.110.84', path: '/share/nfs' },
      capacity: '1Gi',
      mountPath: '/mnt/nfs',
    };
    expect(render(spec)).toStrictEqual({
      persistentVolume: {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: 'nfs-pv' },
        spec: {
          capacity: { storage: '1Gi' },
          accessModes: ['ReadWriteMany'],
          persistentVolumeReclaimPolicy: 'Retain',
          storageClassName: '',
          claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'default', name: 'nfs-pvc' },
          nfs: { path: '/share/nfs', server: '20.98.110.84', readOnly: false },
        },
      },
      claim: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name: 'nfs-pvc',
          namespace: 'default',
          labels: { 'ml.azure.com/pvc': 'true' },
          annotations: { 'ml.azure.com/mountpath': '/mnt/nfs' },
        },
        spec: {
          storageClassName: '',
          accessModes: ['ReadWriteMany'],
          resources: { requests: { storage: '1Gi' } },
          volumeName: 'nfs-pv',
        },
      },
    });
  });

  test('writes a claim alone for a storage class', () => {
    expect(render({ ...CLASS, namespace: 'ml', labels: { team: 'ml' }, annotations: { owner: 'me' } })).toStrictEqual({
      claim: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name: 'images',
          namespace: 'ml',
          labels: { team: 'ml', 'ml.azure.com/pvc': 'true' },
          annotations: { owner: 'me', 'ml.azure.com/mountpath': '/mnt/images' },
        },
        spec: {
          storageClassName: 'files-retain',
          accessModes: ['ReadWriteMany'],
          resources: { requests: { storage: '100Gi' } },
        },
      },
    });
  });

  test('writes mount options and the CSI source', () => {
    expect(render({ ...FILES_SMB, mountOptions: ['nobrl'] }).persistentVolume?.spec).toStrictEqual({
      capacity: { storage: '100Gi' },
      accessModes: ['ReadWriteMany'],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      mountOptions: ['nobrl'],
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'default', name: 'images' },
      csi: {
        driver: 'file.csi.azure.com',
        volumeHandle: 'contosoml_images_default-images',
        readOnly: false,
        volumeAttributes: { protocol: 'smb', storageAccount: 'contosoml', shareName: 'images' },
        nodeStageSecretRef: { name: 'storage-key', namespace: 'ml' },
      },
    });
  });

  test('names the driver of a volume that it may delete, which drivers look for', () => {
    const annotated = (spec: JobDataVolumeSpec): unknown => render(spec).persistentVolume?.metadata;
    expect(annotated({ ...DISK, reclaimPolicy: 'Delete' })).toStrictEqual({
      name: 'default-images',
      annotations: { 'pv.kubernetes.io/provisioned-by': 'disk.csi.azure.com' },
    });
    expect(annotated({ ...CSI, reclaimPolicy: 'Delete' })).toMatchObject({
      annotations: { 'pv.kubernetes.io/provisioned-by': 'nfs.csi.k8s.io' },
    });
    expect(annotated(DISK)).toStrictEqual({ name: 'default-images' });
  });

  test('writes a folder of the node', () => {
    expect(render(HOST_PATH).persistentVolume?.spec).toMatchObject({ hostPath: { path: '/data/images' } });
  });

  test.each(ALL_SPECS)('agrees on both sides of %s', (_form, spec) => {
    expectBoundPair(render(spec));
  });
});

describe('any job data volume', () => {
  test('is a pair that agrees on both sides, is JSON and holds nothing undefined', () => {
    fc.assert(
      fc.property(jobDataVolumeSpecs(), (spec) => {
        const manifests = render(spec);
        expectBoundPair(manifests);
        expect(JSON.parse(JSON.stringify(manifests))).toStrictEqual(manifests);
      }),
    );
  });

  test('is the same whether deferred values are put in before it is rendered or after', () => {
    const values: Readonly<Record<string, string>> = { namespace: 'ml-jobs', path: '/mnt/later', text: 'later' };
    const lookup = ({ name }: { readonly name: string }): string | undefined => values[name];
    fc.assert(
      fc.property(jobDataVolumeSpecs(), fc.boolean(), (spec, withPath) => {
        const open: JobDataVolumeSpec = {
          ...spec,
          namespace: deferred('namespace'),
          labels: { ...spec.labels, later: `a-${deferred('text')}` },
          annotations: { later: deferred('text') },
          ...(withPath ? { mountPath: deferred('path') } : {}),
        };
        expect(substituteDeferredIn(render(open), lookup)).toStrictEqual(render(substituteDeferredIn(open, lookup)));
      }),
    );
  });

  test('can have a source that is known only at deployment', () => {
    const lookup = ({ name }: { readonly name: string }): string => `later-${name}`;
    const open: JobDataVolumeSpec = {
      ...NFS,
      volumeName: deferred('volume'),
      source: { kind: 'nfs', server: deferred('server'), path: `/share/${deferred('folder')}` },
    };
    expect(substituteDeferredIn(render(open), lookup)).toStrictEqual(render(substituteDeferredIn(open, lookup)));
  });
});

/** That the claim and its volume can only be bound to each other, and that the volume is in no namespace. */
function expectBoundPair({ persistentVolume: volume, claim }: JobDataVolumeManifests): void {
  expect(claim.metadata.labels).toHaveProperty(['ml.azure.com/pvc'], 'true');
  expect(claim.metadata.annotations).toHaveProperty(['ml.azure.com/mountpath']);
  expect(claim.spec.volumeName).toBe(volume?.metadata.name);
  if (volume === undefined) return;
  const { namespace, name } = claim.metadata;
  expect(volume.metadata).not.toHaveProperty('namespace');
  expect(volume.spec.claimRef).toStrictEqual({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name });
  expect(volume.spec.storageClassName).toBe('');
  expect(claim.spec.storageClassName).toBe('');
  expect(volume.spec.accessModes).toStrictEqual(claim.spec.accessModes);
}
