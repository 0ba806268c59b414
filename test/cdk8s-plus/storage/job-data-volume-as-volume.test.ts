import { App, Chart, Testing } from 'cdk8s';
import { Pod } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { JobDataVolume } from '../../../lib/cdk8s/storage/job-data-volume';
import { jobDataVolumeAsVolume } from '../../../lib/cdk8s-plus/storage/job-data-volume-as-volume';

/** The names of the volumes for claims, all in one chart. */
function namesFor(claimNames: readonly string[]): string[] {
  const chart = new Chart(new App(), 'chart');
  return claimNames.map((claimName, index) => {
    const claim = JobDataVolume.fromClaim(chart, `claim-${String(index)}`, { claimName });
    return jobDataVolumeAsVolume(chart, `volume-${String(index)}`, claim).name;
  });
}

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

  test('gives a name that a pod accepts when that of the claim is none', () => {
    const long = 'a'.repeat(60);
    expect(namesFor(['images.v1', 'images-v1', 'images.v1', long])).toStrictEqual([
      'pvc-images-v1-6e38ef4e',
      'pvc-images-v1',
      'pvc-images-v1-3584eaac',
      'pvc-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-ce14c6b7',
    ]);
  });

  test('gives names that a pod accepts, each once, for claims of any name', () => {
    const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,40}[a-z0-9])?$/);
    const dotted = fc.array(label, { minLength: 2, maxLength: 5 }).map((labels) => labels.join('.'));
    fc.assert(
      fc.property(fc.array(dotted, { minLength: 2, maxLength: 4 }), (claimNames) => {
        const names = namesFor(claimNames);
        for (const name of names) expect(name).toMatch(/^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
        expect(new Set(names).size).toBe(names.length);
        expect(namesFor(claimNames)).toStrictEqual(names);
      }),
    );
  });

  test('fails with a name that no pod accepts, and leaves nothing', () => {
    const chart = new Chart(new App(), 'chart');
    const images = JobDataVolume.fromClaim(chart, 'images', { claimName: 'images' });
    expect(() => jobDataVolumeAsVolume(chart, 'images-volume', images, { name: 'images.v1' })).toThrow(
      'Volume images-volume has 1 error:\n  - name: the text is not a DNS label (received "images.v1", expected at most 63 lower-case letters, digits and hyphens); use lower-case letters, digits and hyphens, with a letter or digit at both ends [name/dns-label]',
    );
    expect(chart.node.children).toStrictEqual([images]);
  });
});
