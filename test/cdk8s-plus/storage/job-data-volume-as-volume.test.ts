import { App, Chart, Testing } from 'cdk8s';
import { Pod } from 'cdk8s-plus-27';
import { JobDataVolume } from '../../../lib/cdk8s/storage/job-data-volume';
import { jobDataVolumeAsVolume } from '../../../lib/cdk8s-plus/storage/job-data-volume-as-volume';

interface PodManifest {
  readonly spec: { readonly volumes: unknown; readonly containers: readonly { readonly volumeMounts: unknown }[] };
}

function podWith(options?: Parameters<typeof jobDataVolumeAsVolume>[3]): PodManifest {
  const chart = new Chart(new App(), 'chart', { namespace: 'ml-jobs' });
  const images = JobDataVolume.fromClaim(chart, 'images', { claimName: 'images' });
  const volume = jobDataVolumeAsVolume(chart, 'images-volume', images, options);
  new Pod(chart, 'pod', { containers: [{ image: 'busybox', volumeMounts: [{ path: '/mnt/images', volume }] }] });
  return (Testing.synth(chart) as [PodManifest])[0];
}

describe('jobDataVolumeAsVolume', () => {
  test('mounts the claim into a pod of cdk8s-plus', () => {
    const { spec } = podWith();

    expect(spec.volumes).toStrictEqual([
      { name: 'pvc-images', persistentVolumeClaim: { claimName: 'images', readOnly: false } },
    ]);
    expect(spec.containers[0]?.volumeMounts).toStrictEqual([{ name: 'pvc-images', mountPath: '/mnt/images' }]);
  });

  test('takes another name, and read-only access', () => {
    expect(podWith({ name: 'data', readOnly: true }).spec.volumes).toStrictEqual([
      { name: 'data', persistentVolumeClaim: { claimName: 'images', readOnly: true } },
    ]);
  });
});
