import * as fc from 'fast-check';
import { readFlag, settingValueInWords, settingValueIssues } from '../../../lib/model/extension/setting-value';
import type { SettingValue } from '../../../lib/model/extension/setting-row';
import { SecretValue } from '../../../lib/model/secret';

const FLAG: SettingValue = { kind: 'boolean', written: 'True' };
const CHOICE: SettingValue = { kind: 'choice', choices: ['LoadBalancer', 'NodePort'], letterCase: 'any' };
const SECRET: SettingValue = { kind: 'text', format: 'anySecret' };

describe('readFlag', () => {
  test('is true or false in any letter case', () => {
    expect(['True', 'true', 'TRUE', 'tRuE'].map(readFlag)).toStrictEqual([true, true, true, true]);
    expect(['False', 'false', 'FALSE'].map(readFlag)).toStrictEqual([false, false, false]);
  });

  test('is nothing for anything else', () => {
    expect(['', 'yes', '1', ' true', true, undefined, null].map(readFlag)).toStrictEqual(Array(7).fill(undefined));
  });
});

describe('settingValueInWords', () => {
  test('says what the text of a setting has to be', () => {
    expect(settingValueInWords(FLAG)).toBe('True or False');
    expect(settingValueInWords({ kind: 'boolean', written: 'true' })).toBe('true or false');
    expect(settingValueInWords(CHOICE)).toBe('one of LoadBalancer, NodePort');
    expect(settingValueInWords({ kind: 'choice', choices: ['azure'], letterCase: 'any' })).toBe('azure');
    expect(settingValueInWords({ kind: 'text', format: 'connectionString' })).toBe('connection string');
  });
});

describe('settingValueIssues', () => {
  test('takes choices in any letter case, where that is how they are read', () => {
    expect(settingValueIssues(CHOICE, false, 'NODEPORT', [])).toStrictEqual([]);
    expect(settingValueIssues({ ...CHOICE, letterCase: 'exact' }, false, 'NODEPORT', [])).toHaveLength(1);
  });

  test('never shows a value that is to be hidden', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 12, maxLength: 40 }),
        fc.constantFrom(FLAG, CHOICE, SECRET, { kind: 'text', format: 'base64Pem' } as const),
        fc.boolean(),
        (text, value, wrapped) => {
          const found = settingValueIssues(value, true, wrapped ? SecretValue.of(text) : text, ['key']);

          expect(JSON.stringify(found)).not.toContain(JSON.stringify(text).slice(1, -1));
        },
      ),
    );
  });
});
