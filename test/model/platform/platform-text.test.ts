import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { AzureMLPlatformSpec } from '../../../lib/model/platform/azureml-platform';
import { parseAzureMLPlatform, serializeAzureMLPlatform } from '../../../lib/model/platform/platform-text';
import { SecretValue } from '../../../lib/model/secret';
import { FULL_PLATFORM, platformWith } from '../../support/platform';

const name = fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/);

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
    extension: fc.record({ name, enableInference: fc.boolean() }, { requiredKeys: ['name'] }),
    computes: fc.uniqueArray(compute, { minLength: 1, maxLength: 4, selector: (one) => one.name }),
    nodePools: fc.dictionary(name, nodePool, { minKeys: 1, maxKeys: 3 }),
    openShift: fc.constant({}),
  },
  { requiredKeys: ['extension', 'computes'] },
);

/** Descriptions whose namespaces are not described twice. */
const valid = platform.filter(({ computes }) => {
  const described = computes.flatMap(({ namespace }) => (typeof namespace === 'object' ? [namespace.name] : []));
  return new Set(described).size === described.length;
});

describe('a description as a plain value', () => {
  test('is the same description when it is read again, also through YAML', () => {
    fc.assert(
      fc.property(valid, (spec) => {
        const plain = serializeAzureMLPlatform(spec);

        expect(parseAzureMLPlatform(plain)).toStrictEqual(plain);
        expect(serializeAzureMLPlatform(parseAzureMLPlatform(plain))).toStrictEqual(plain);
        expect(parse(stringify(plain))).toStrictEqual(plain);
      }),
      { numRuns: 200 },
    );
    expect(parseAzureMLPlatform(serializeAzureMLPlatform(FULL_PLATFORM))).toStrictEqual(FULL_PLATFORM);
  });

  test('fails to be read when it is wrong, with every issue', () => {
    expect(() => parseAzureMLPlatform({ extension: {}, computes: [] }, { subject: 'platform.yaml' })).toThrow(
      [
        'platform.yaml has 2 errors:',
        '  - extension.name: a required property is missing; set the property [spec/required]',
        '  - computes: the list is empty; give at least one element, or leave the property out where it has a default [spec/empty-list]',
      ].join('\n'),
    );
  });

  test('fails to be written when it holds a secret', () => {
    const source = { kind: 'inline', certificate: 'x', privateKey: SecretValue.of('k') };

    expect(() => serializeAzureMLPlatform(platformWith({ routerTls: { name: 'tls', source } }))).toThrow(
      /^AzureMLPlatform has 1 error:\n {2}- routerTls\.source\.privateKey: the description holds a secret/,
    );
  });
});
