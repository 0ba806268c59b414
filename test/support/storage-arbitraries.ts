import type { ByteQuantity, JobDataVolumeSpec, NfsMount } from 'azureml-kubernetes';
import * as fc from 'fast-check';
import { ALL_SPECS } from './storage-specs';

/** DNS labels of up to 20 characters. */
const labels = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,18}[a-z0-9])?$/);

const segments = fc.stringMatching(/^[A-Za-z0-9_][-A-Za-z0-9_. ]{0,8}[A-Za-z0-9_]$/);

const labelTexts = fc.stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9_.]{0,8}[A-Za-z0-9])?$/);

/** Absolute paths in their shortest form, of no system folder. */
const mountPaths = fc.array(segments, { minLength: 1, maxLength: 4 }).map((parts) => `/mnt/${parts.join('/')}`);

const capacities = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom('Mi', 'Gi', 'Ti', 'M', 'G'))
  .map(([amount, unit]) => `${String(amount)}${unit}` as ByteQuantity);

/** Right descriptions of volumes of every form, as far as the forms have the properties. */
export function jobDataVolumeSpecs(): fc.Arbitrary<JobDataVolumeSpec> {
  const common = fc.record(
    {
      name: labels,
      mountPath: mountPaths,
      namespace: labels,
      labels: fc.dictionary(labelTexts, labelTexts, { maxKeys: 3, noNullPrototype: true }),
      annotations: fc.dictionary(labelTexts, fc.string(), { maxKeys: 3, noNullPrototype: true }),
    },
    { requiredKeys: ['name', 'mountPath'], noNullPrototype: true },
  );
  const amount = fc.record(
    { capacity: capacities, volumeName: labels },
    { requiredKeys: ['capacity'], noNullPrototype: true },
  );
  const sources = fc.constantFrom(...ALL_SPECS.map(([, spec]) => spec));
  return fc
    .tuple(sources, common, amount, fc.boolean())
    .map(([spec, more, { capacity, ...volume }, readOnly]): JobDataVolumeSpec => {
      if (spec.source.kind === 'storageClass') return { ...spec, ...more, capacity };
      const readable = ['nfs', 'azureFiles', 'azureBlob', 'azureDisk'].includes(spec.source.kind);
      return { ...spec, ...more, capacity, ...volume, ...(readable ? { readOnly } : {}) } as JobDataVolumeSpec;
    });
}

/** Mounts of all jobs with names of their own. */
export function nfsMounts(): fc.Arbitrary<NfsMount[]> {
  const mount = fc.record({
    name: labels,
    mountPath: mountPaths,
    server: fc.oneof(labels, fc.ipV4(), fc.ipV6()),
    path: fc.array(fc.stringMatching(/^[^/\p{Cc}.]{1,8}$/u), { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
  });
  const different = { selector: ({ name }: NfsMount) => name, minLength: 1, maxLength: 5 };
  return fc
    .uniqueArray(mount, different)
    .map((mounts) => mounts.map((one, index) => ({ ...one, mountPath: `/mnt/${String(index)}${one.mountPath}` })));
}
