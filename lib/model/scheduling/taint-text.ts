import { closestName } from '../closest-name';
import { issue, type Issue, type Path } from '../issues';
import { labelKey, labelValue, parseLabelKey, parseLabelValue } from '../names';
import { typeIssue } from '../text-format';
import { assertValid } from '../validation-error';
import { TAINT_EFFECTS, type Taint, type TaintEffect } from './taint';

const TAINT_TEXT = /^([^=:]*)(?:=(.*))?:([^:]*)$/;

/** The three parts of a taint, not checked yet. */
interface TaintParts {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/**
 * The taint that a text describes. Its value may be known only at deployment, key and effect not.
 * @param text - `key=value:Effect` or `key:Effect`
 * @param path - where the text is, for the error
 * @throws ValidationError with every issue of the text
 */
export function parseTaint(text: string, path: Path = []): Taint {
  const parts = readTaint(text);
  assertValid('taint', parts === undefined ? [notATaint(text, path)] : partIssues(parts, path, labelValue.issues));
  const { key, value, effect } = parts ?? { key: '', value: '', effect: '' };
  return { key: parseLabelKey(key, path), value: parseLabelValue(value, path), effect: effect as TaintEffect };
}

/**
 * What is wrong with a taint as text that must be known when the program runs.
 * @param value - what was given
 * @param path - where it is
 */
export function taintTextIssues(value: unknown, path: Path): Issue[] {
  if (typeof value !== 'string') return [typeIssue(value, path, 'a taint')];
  const parts = readTaint(value);
  return parts === undefined ? [notATaint(value, path)] : partIssues(parts, path, labelValue.literalIssues);
}

function readTaint(text: string): TaintParts | undefined {
  const match = TAINT_TEXT.exec(text);
  return match === null ? undefined : { key: match[1] ?? '', value: match[2] ?? '', effect: match[3] ?? '' };
}

function notATaint(text: string, path: Path): Issue {
  return issue('scheduling/taint-text', path, { received: text, expected: 'key=value:Effect' });
}

function partIssues(parts: TaintParts, path: Path, valueIssues: typeof labelValue.issues): Issue[] {
  return [
    ...labelKey.literalIssues(parts.key, path),
    ...valueIssues(parts.value, path),
    ...effectIssues(parts.effect, path),
  ];
}

function effectIssues(effect: string, path: Path): Issue[] {
  if ((TAINT_EFFECTS as readonly string[]).includes(effect)) return [];
  const closest = closestName(effect, TAINT_EFFECTS);
  const fix = closest === undefined ? {} : { fix: `did you mean ${JSON.stringify(closest)}?` };
  const expected = `one of ${TAINT_EFFECTS.join(', ')}`;
  return [issue('scheduling/taint-effect', path, { received: effect, expected, ...fix })];
}
