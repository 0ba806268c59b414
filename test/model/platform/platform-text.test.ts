import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { parseAzureMLPlatform, serializeAzureMLPlatform } from '../../../lib/model/platform/platform-text';
import { SecretValue } from '../../../lib/model/secret';
import { FULL_PLATFORM, platformWith } from '../../support/platform';
import { platforms } from '../../support/platform-arbitraries';

describe('a description as a plain value', () => {
  test('is the same description when it is read again, also through YAML', () => {
    fc.assert(
      fc.property(platforms(), (spec) => {
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

  test('fails to be read and written when it lies in itself', () => {
    const endless: { labels?: unknown } = {};
    endless.labels = endless;
    const spec = { ...platformWith({}), openShift: endless } as never;

    expect(() => serializeAzureMLPlatform(spec)).toThrow(
      'AzureMLPlatform has 1 error:\n  - openShift.labels: the value is a list or an object that it lies in itself; give plain data, as JSON can hold it [spec/cyclic]',
    );
    expect(() => parseAzureMLPlatform(spec)).toThrow(
      'openShift.labels.labels: the value has the wrong type (received "an object", expected a text); give a value of the expected type [spec/type]',
    );
  });
});
