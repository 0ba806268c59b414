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

describe('recogniseSetting', () => {
  test.each(RETIRED_NAMES)('knows %s in any letter case and with one letter wrong', (name) => {
    const right = meaning(name);

    expect(recogniseSetting(name)).toMatchObject({ match: 'exact', name });
    fc.assert(
      fc.property(
        fc.oneof(inAnyCase(name), withOneLetterWrong(name), withOneLetterWrong(name).chain(inAnyCase)),
        (key) => {
          expect([key, meaning(key)]).toStrictEqual([key, right]);
        },
      ),
      { numRuns: 100 },
    );
  });

  // Some names differ from each other by a separator alone, so that an error may lie between them.
  test.each(CURRENT_NAMES.filter((name) => !/^cluster_?name$|^servicebus.?connectionstring$/i.test(name)))(
    'knows %s in any letter case and with one letter wrong',
    (name) => {
      const key = sampleKey(name);

      expect(recogniseSetting(key)).toMatchObject({ match: 'exact', key, name });
      fc.assert(
        fc.property(fc.oneof(inAnyCase(key), withOneLetterWrong(key)), (wrong) => {
          expect([wrong, meaning(wrong)]).toStrictEqual([wrong, name]);
        }),
        { numRuns: 10 },
      );
    },
  );
});
