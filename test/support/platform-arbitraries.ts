import type { AzureMLPlatformSpec } from 'azureml-kubernetes';
import fc from 'fast-check';

const name = fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/);

const INFERENCE = { inferenceRouterServiceType: 'NodePort', allowInsecureConnections: true } as const;

const compute = fc.record(
  {
    name,
    workspace: fc.record({ resourceGroup: name, name }),
    namespace: fc.oneof(
      name.map((text) => `ns-${text}`),
      fc.record({ name: name.map((text) => `ns-${text}`), labels: fc.dictionary(name, name, { maxKeys: 3 }) }),
    ),
  },
  { requiredKeys: ['name', 'workspace'] },
);

const nodePool = fc.record(
  { maxCount: fc.integer({ min: 3, max: 9 }), labels: fc.dictionary(name, name, { maxKeys: 2 }) },
  { requiredKeys: ['maxCount'] },
);

const platform: fc.Arbitrary<AzureMLPlatformSpec> = fc.record(
  {
    extension: fc.record(
      { name, enableTraining: fc.constant(true as const), enableInference: fc.constantFrom(false as const, INFERENCE) },
      { requiredKeys: ['name', 'enableTraining'] },
    ),
    computes: fc.uniqueArray(compute, { minLength: 1, maxLength: 4, selector: (one) => one.name }),
    nodePools: fc.dictionary(name, nodePool, { minKeys: 1, maxKeys: 3 }),
    openShift: fc.constant({}),
  },
  { requiredKeys: ['extension', 'computes'] },
);

/** Descriptions without errors: no namespace is described twice. */
export function platforms(): fc.Arbitrary<AzureMLPlatformSpec> {
  return platform.filter(({ computes }) => {
    const described = computes.flatMap(({ namespace }) => (typeof namespace === 'object' ? [namespace.name] : []));
    return new Set(described).size === described.length;
  });
}
