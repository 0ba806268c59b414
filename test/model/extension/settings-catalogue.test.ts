import { EXTENSION_SOURCES } from '../../../lib/model/extension/extension-sources';
import { CURRENT_SETTINGS } from '../../../lib/model/extension/current-settings';
import { RETIRED_SETTINGS } from '../../../lib/model/extension/retired-settings';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import {
  EXTENSION_SETTINGS,
  isRetired,
  SETTING_NAMES,
  settingRow,
} from '../../../lib/model/extension/settings-catalogue';
import type { CurrentSettingRow } from '../../../lib/model/extension/setting-row';
import { settingsMapIssues } from '../../../lib/model/extension/settings-map.rules';
import { readFlag } from '../../../lib/model/extension/setting-value';
import { CURRENT_NAMES, currentRow, rightValues, sampleKey, wrongTexts } from '../../support/setting-samples';

/** The codes of what is wrong with one setting that is sent. */
function codes(map: 'plain' | 'protected', key: string, value: unknown): string[] {
  const property = map === 'plain' ? 'configurationSettings' : 'configurationProtectedSettings';
  return settingsMapIssues({ [property]: { [key]: value } }, { stage: 'sent' }).map(({ code }) => code);
}

describe('the catalogue of settings', () => {
  test('holds each name once, whatever its letter case, but for the misspelt ones', () => {
    const lower = SETTING_NAMES.map((name) => name.toLowerCase());

    expect(lower.filter((name, index) => lower.indexOf(name) !== index)).toStrictEqual(['sslcertpemfile']);
    expect(Object.keys(CURRENT_SETTINGS).length + Object.keys(RETIRED_SETTINGS).length).toBe(SETTING_NAMES.length);
  });

  test('uses each of its sources', () => {
    const used = new Set(Object.values(EXTENSION_SETTINGS).map(({ source }) => source));

    expect(Object.keys(EXTENSION_SOURCES).filter((name) => !used.has(name as never))).toStrictEqual([
      'restSpecification',
      'aksExtensions',
    ]);
  });

  test('has the documented settings of both maps', () => {
    const names = (map: string): string[] =>
      CURRENT_NAMES.filter((name) => currentRow(name).setBy === 'user' && currentRow(name).map === map);

    expect(names('plain')).toHaveLength(13);
    expect(names('protected')).toStrictEqual(['sslCertPemFile', 'sslKeyPemFile']);
  });

  test('says what replaced a retired setting by a name that exists', () => {
    const rows = SETTING_NAMES.map(settingRow).filter(isRetired);

    expect(rows.filter(({ instead }) => instead !== undefined && !(instead in CURRENT_SETTINGS))).toStrictEqual([]);
    expect(
      rows.filter(({ why, instead }) => (why === 'removed' || why === 'option') !== (instead === undefined)),
    ).toStrictEqual([]);
  });
});

describe.each(CURRENT_NAMES)('the setting %s', (name) => {
  const row: CurrentSettingRow = currentRow(name);
  const key = sampleKey(name);

  test('is sent with each of its values', () => {
    expect(rightValues(row.value).flatMap((value) => codes(row.map, key, value))).toStrictEqual([]);
  });

  test('fails with values of another form, and shows them only when it is no secret', () => {
    const property = row.map === 'plain' ? 'configurationSettings' : 'configurationProtectedSettings';
    const found = wrongTexts(row.value).map((value) =>
      settingsMapIssues({ [property]: { [key]: value } }, { stage: 'sent' }),
    );

    expect(found.filter((issues) => !issues.some(({ severity }) => severity === 'error'))).toStrictEqual([]);
    expect(found.flat().filter(({ received }) => (received === undefined) !== (row.map === 'protected'))).toStrictEqual(
      [],
    );
  });

  test.each([[true], [null], [3], [['a']], [{ a: 1 }]])('fails with %j, which is no text', (value) => {
    expect(codes(row.map, key, value)).toStrictEqual(['extension/setting-not-text']);
  });

  test('is reported in the other map', () => {
    const [value = ''] = rightValues(row.value);
    const [other, expected] =
      row.map === 'plain'
        ? (['protected', 'extension/setting-in-protected-map'] as const)
        : (['plain', 'extension/setting-in-plain-map'] as const);

    expect(codes(other, key, value)).toStrictEqual([expected]);
  });

  test('fails in another letter case of its name', () => {
    const wrong = key.replace(/[A-Za-z]/, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    const [issue] = settingsMapIssues({ configurationSettings: { [wrong]: 'x' } });

    expect(issue?.code).toBe('extension/setting-case');
    expect(issue?.fix).toBe(`write ${key}`);
  });

  test('has a default that it may have', () => {
    const { default: standard } = row;

    expect(standard === undefined ? [] : codes(row.map, key, standard)).toStrictEqual([]);
    expect(row.value.kind === 'boolean' && standard !== undefined ? typeof readFlag(standard) : 'boolean').toBe(
      'boolean',
    );
  });
});

test('a secret setting is taken as a secret', () => {
  expect(
    codes(
      'protected',
      'relayServerConnectionString',
      SecretValue.of('Endpoint=sb://a;SharedAccessKeyName=b;SharedAccessKey=c'),
    ),
  ).toStrictEqual([]);
  expect(
    settingsMapIssues(
      { configurationSettings: { 'scoringFe.sslKey': 'LS0tLS1CRUdJTiBQUklWQVRF' } },
      { stage: 'sent' },
    ).map(formatIssue),
  ).toStrictEqual([
    'configurationSettings["scoringFe.sslKey"]: the setting is a secret, and this map can be read by everybody who can read the extension; move it to the protected settings [extension/setting-in-plain-map]',
  ]);
});
