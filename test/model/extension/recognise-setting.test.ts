import * as fc from 'fast-check';
import { recogniseSetting } from '../../../lib/model/extension/recognise-setting';
import { RETIRED_SETTINGS } from '../../../lib/model/extension/retired-settings';
import { isRetired, type RetiredSettingName } from '../../../lib/model/extension/settings-catalogue';
import { CURRENT_NAMES, sampleKey } from '../../support/setting-samples';

const RETIRED_NAMES = Object.keys(RETIRED_SETTINGS) as readonly RetiredSettingName[];
const LETTER = fc.stringMatching(/^[A-Za-z]$/);

/** A text with one letter missing, added, replaced, or swapped with the next. */
function withOneLetterWrong(text: string): fc.Arbitrary<string> {
  const letters = [...text.matchAll(/[A-Za-z]/g)].map(({ index }) => index);
  const change = fc.tuple(fc.constantFrom('drop', 'add', 'replace', 'swap'), fc.constantFrom(...letters), LETTER);
  return change.map(([how, at, letter]) => {
    const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
    if (how === 'drop') return before + after;
    if (how === 'add') return before + letter + here + after;
    if (how === 'replace') return before + letter + after;
    return before + after.slice(0, 1) + here + after.slice(1);
  });
}

/** A text with some of its letters in the other case. */
function inAnyCase(text: string): fc.Arbitrary<string> {
  return fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) =>
      [...text].map((letter, index) => (upper[index] === true ? letter.toUpperCase() : letter.toLowerCase())).join(''),
    );
}

/** What to use according to a key: the setting that replaced a retired one, or the setting that is meant. */
function meaning(key: string): string | undefined {
  const found = recogniseSetting(key);
  if (found === undefined) return undefined;
  return isRetired(found.row) ? (found.row.instead ?? found.row.summary) : found.name;
}

const EVERY_KEY = [...RETIRED_NAMES, ...CURRENT_NAMES.map((name) => sampleKey(name))];

/** Whether a text becomes another by one letter missing, added, replaced, or swapped with the next. */
function isOneLetterApart(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const isSwap = left.length === 2 && left === [...right].reverse().join('');
  return isSwap || (left.length <= 1 && right.length <= 1);
}

/** Whether nobody can tell which name a wrong key was meant for: `sslCertKemFile` is as near to two of them. */
function isAmbiguous(key: string, name: string): boolean {
  const [wrong, right] = [withoutSeparators(key), withoutSeparators(name)];
  const others = EVERY_KEY.map((other) => withoutSeparators(other)).filter((other) => other !== right);
  return others.some((other) => isOneLetterApart(wrong, other));
}

/** Names that differ by a separator alone are one name to somebody who makes an error. */
function withoutSeparators(name: string): string {
  return name.toLowerCase().replaceAll(/[._]/g, '');
}

describe('recogniseSetting', () => {
  test.each(RETIRED_NAMES)('knows %s in any letter case and with one letter wrong', (name) => {
    const right = meaning(name);

    expect(recogniseSetting(name)).toMatchObject({ match: 'exact', name });
    fc.assert(
      fc.property(
        fc.oneof(inAnyCase(name), withOneLetterWrong(name), withOneLetterWrong(name).chain(inAnyCase)),
        (key) => {
          fc.pre(!isAmbiguous(key, name));
          expect([key, meaning(key)]).toStrictEqual([key, right]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each(CURRENT_NAMES)('knows %s in any letter case and with one letter wrong', (name) => {
    const key = sampleKey(name);
    const alike = CURRENT_NAMES.filter((other) => withoutSeparators(other) === withoutSeparators(name));

    expect(recogniseSetting(key)).toMatchObject({ match: 'exact', key, name });
    fc.assert(
      fc.property(fc.oneof(inAnyCase(key), withOneLetterWrong(key)), (wrong) => {
        fc.pre(!isAmbiguous(wrong, key));
        expect({ wrong, names: alike }).toStrictEqual({
          wrong,
          names: expect.arrayContaining([meaning(wrong)]) as string[],
        });
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ['privateEndpointILB', 'internalLoadBalancerProvider'],
    ['privateEndpointNodeport', 'inferenceRouterServiceType'],
    ['inferenceLoadBalancerHA', 'inferenceRouterHA'],
    ['reuseExistingPromOp', 'installPromOp'],
    ['volcanoScheduler.enable', 'installVolcano'],
    ['relayConnectionString', 'relayServerConnectionString'],
    ['serviceBusConnectionString', 'serviceBusConnectionString'],
    ['openshift', 'openshift'],
    ['blobCsiDriverEnabled', 'the extension no longer installs the CSI driver of Azure Blob'],
    ['installBlobfuseFlexvol', 'the extension no longer installs a FlexVolume driver of blobfuse'],
    ['installBlobfuseSysctl', 'the extension no longer changes kernel parameters for blobfuse'],
    ['volumePluginDir', 'the extension no longer installs a FlexVolume driver of blobfuse'],
    ['enableIdentityInUserContainer', 'documented in 2022-02 only'],
    ['ssKeyPMFile', 'sslKeyPemFile'],
    ['sslCertKeyFile', 'sslKeyPemFile'],
    ['slKeyPemFile', 'sslKeyPemFile'],
    ['sslCertPemFIle', 'sslCertPemFile'],
    ['installBlobCSIDriver', "the portal's parameter for blobCsiDriverEnabled, which nothing reads any longer"],
    ['installPrometheusOperator', 'installPromOp'],
    ['installVolcanoScheduler', 'installVolcano'],
    ['internalLbProvider', 'internalLoadBalancerProvider'],
    ['sslSecretName', 'sslSecret'],
  ])('says of %s that it means %s', (key, right) => {
    expect(meaning(key)).toBe(right);
  });

  test('is nothing for a key that is like no name, however long it is', () => {
    expect(recogniseSetting('')).toBeUndefined();
    expect(recogniseSetting('someSecret')).toBeUndefined();
    expect(recogniseSetting(`nodeSelektor.${'x'.repeat(1_000_000)}`)).toBeUndefined();
  });
});
