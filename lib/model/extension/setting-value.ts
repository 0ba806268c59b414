import { issue, type Issue, type Path } from '../issues';
import { isDeferredSecret, revealSecret, SecretValue } from '../secret';
import { secret } from '../fields';
import { isDeferred, lowerCase } from '../deferred';
import { textFormat, typeName, type TextFormat } from '../text-format';
import { SETTING_FORMATS } from './setting-formats';
import type { SettingsMapName, SettingValue } from './setting-row';
import { closestName } from '../closest-name';

const FLAG = /^(true|false)$/i;
const HELM_CHARACTERS = /[,{}\\]/;

/** The text of a setting about which nothing is known. */
const ANY = textFormat({
  noun: 'setting',
  code: 'extension/setting-value',
  expected: 'a text that is not empty',
  accepts: (text) => text !== '',
});

/** Checks the text of a value that is a text. */
type TextCheck = (text: string) => Issue[];

/**
 * What is wrong with the value of a setting.
 * @param expected - what it has to be
 * @param hidden - whether it stands among secrets or is one, and is never shown
 * @param value - the value as given
 * @param path - where the value is
 */
export function settingValueIssues(expected: SettingValue, hidden: boolean, value: unknown, path: Path): Issue[] {
  const check: TextCheck = (text) => [...formIssues(expected, text, path), ...helmIssues(expected, text, path)];
  return hidden ? hiddenTextIssues(value, check, path) : shownTextIssues(value, check, path);
}

/**
 * What is wrong with a value of which nothing is known.
 * @param map - the map that it stands in
 * @param value - the value as given
 * @param path - where the value is
 */
export function anyValueIssues(map: SettingsMapName, value: unknown, path: Path): Issue[] {
  const check: TextCheck = (text) => [...ANY.issues(text, path), ...helmIssues(undefined, text, path)];
  return map === 'protected' ? hiddenTextIssues(value, check, path) : shownTextIssues(value, check, path);
}

/**
 * The value of a flag.
 * @param text - `True` or `False` in any letter case
 * @returns `undefined` when the text is neither
 */
export function readFlag(text: unknown): boolean | undefined {
  return typeof text === 'string' && FLAG.test(text) ? lowerCase(text) === 'true' : undefined;
}

/** What the text of a setting has to be, in words. */
export function settingValueInWords(value: SettingValue): string {
  switch (value.kind) {
    case 'boolean':
      return value.written === 'True' ? 'True or False' : 'true or false';
    case 'choice':
      return value.choices.length === 1 ? (value.choices[0] ?? '') : `one of ${value.choices.join(', ')}`;
    case 'text':
      return SETTING_FORMATS[value.format].noun;
  }
}

function formIssues(value: SettingValue, text: string, path: Path): Issue[] {
  switch (value.kind) {
    case 'boolean':
    case 'choice':
      return closedFormat(value)
        .literalIssues(text, path)
        .map((one) => withSuggestion(one, value, text));
    case 'text':
      return SETTING_FORMATS[value.format].issues(text, path);
  }
}

/** Values of a closed set decide what else is derived, so that they are known when the program runs. */
function closedFormat(value: Exclude<SettingValue, { kind: 'text' }>): TextFormat<string> {
  const accepts = (text: string): boolean => (value.kind === 'boolean' ? FLAG.test(text) : isChoice(value, text));
  return textFormat({
    noun: 'setting',
    code: 'extension/setting-value',
    expected: settingValueInWords(value),
    accepts,
  });
}

function isChoice({ choices, letterCase }: Extract<SettingValue, { kind: 'choice' }>, text: string): boolean {
  return choices.some((choice) => (letterCase === 'exact' ? choice === text : lowerCase(choice) === lowerCase(text)));
}

function withSuggestion(one: Issue, value: SettingValue, text: string): Issue {
  const closest = value.kind === 'choice' && !isDeferred(text) ? closestName(text, value.choices) : undefined;
  return closest === undefined ? one : { ...one, fix: `did you mean ${JSON.stringify(closest)}?` };
}

function shownTextIssues(value: unknown, check: TextCheck, path: Path): Issue[] {
  return typeof value === 'string' ? check(value) : [notTextIssue(value, path)];
}

function hiddenTextIssues(value: unknown, check: TextCheck, path: Path): Issue[] {
  if (typeof value !== 'string' && !SecretValue.isSecretValue(value)) return [notTextIssue(value, path)];
  const hidden = typeof value === 'string' ? SecretValue.of(value) : value;
  const damaged = secret()(hidden, path);
  if (damaged.length > 0 || isDeferredSecret(hidden)) return damaged;
  return check(revealSecret(hidden)).map(withoutReceived);
}

/** What was received is not shown. */
function withoutReceived(one: Issue): Issue {
  return issue(one.code, one.path, {
    message: one.message,
    fix: one.fix,
    ...(one.expected === undefined ? {} : { expected: one.expected }),
  });
}

/** A path is read by the Azure CLI, and only then sent on. */
function helmIssues(expected: SettingValue | undefined, text: string, path: Path): Issue[] {
  const isPath = expected?.kind === 'text' && expected.format === 'filePath';
  if (isPath || isDeferred(text) || !HELM_CHARACTERS.test(text)) return [];
  return [issue('extension/setting-helm-characters', path, { received: text })];
}

/** Booleans and numbers are what JSON and YAML make of text without quotes. */
function notTextIssue(value: unknown, path: Path): Issue {
  const written = typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
  const isScalar = typeof value === 'boolean' || typeof value === 'number';
  const fix = isScalar ? { fix: `write the text ${JSON.stringify(written)}` } : {};
  return issue('extension/setting-not-text', path, { received: typeName(value), expected: 'a text', ...fix });
}
