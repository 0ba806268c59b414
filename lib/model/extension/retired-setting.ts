import { issue, type Issue, type Path } from '../issues';
import type { RecognisedSetting } from './recognise-setting';
import type { ReplacedValue, RetiredSettingRow } from './setting-row';
import { readFlag } from './setting-value';

/**
 * What to say about a name that nothing reads: what to use instead, with the value where that is known.
 * @param found - the retired setting
 * @param row - its row
 * @param value - the value that it was given
 * @param path - where it is
 */
export function retiredSettingIssue(
  found: RecognisedSetting,
  row: RetiredSettingRow,
  value: unknown,
  path: Path,
): Issue {
  const which = found.match === 'exact' ? '' : ` (read as ${found.name})`;
  if (row.instead === undefined) {
    return issue('extension/setting-removed', path, { message: `nothing reads this setting: ${row.summary}${which}` });
  }
  if (row.why === 'misspelt') {
    return issue('extension/setting-misspelt', path, { fix: `did you mean ${row.instead}?` });
  }
  return issue('extension/setting-retired', path, { fix: `use ${replacement(row, row.instead, value)}${which}` });
}

/**
 * The value of a retired setting as the setting that replaced it has it.
 * @param how - how the row of the retired setting says
 * @param value - the value of the retired setting
 * @returns `undefined` when the value has no counterpart
 */
function replacedValue(how: ReplacedValue, value: string): string | undefined {
  const flag = readFlag(value);
  if (how === 'same') return value;
  if (how === 'opposite') return flag === undefined ? undefined : flag ? 'False' : 'True';
  return flag === how.when ? how.becomes : undefined;
}

/** The setting to use, with its value when that is no secret, has a counterpart and is known. */
function replacement(row: RetiredSettingRow, instead: string, given: unknown): string {
  const how = row.value ?? 'same';
  const isShown = row.map === 'plain' && typeof given === 'string';
  const value = isShown && readFlag(given) !== undefined ? replacedValue(how, given) : undefined;
  if (value !== undefined) return `${instead}=${value} instead`;
  if (how === 'opposite') return `${instead} instead, whose value is the opposite`;
  return typeof how === 'object' && readFlag(given) === undefined
    ? `${instead}=${how.becomes} instead, if it was ${how.when ? 'true' : 'false'}`
    : `${instead} instead`;
}
