import { hasDelimiter, readParts, type DeferredPart } from './deferred-grammar';
import { issue, type Issue, type Path } from './issues';
import type { IssueCode } from './issue-codes';
import { assertValid } from './validation-error';

declare const BRAND: unique symbol;

/** Text that passed the rules of a format; only such text reaches an output. */
export type Branded<Name extends string> = string & { readonly [BRAND]: Name };

/** The grammar of one kind of text: a DNS label, a label value, a host name. */
export interface TextFormat<Name extends string> {
  /** What the text is called in messages, for example `DNS label`. */
  readonly noun: string;
  /**
   * What is wrong with a value. Deferred text passes unchecked, since its value is not known yet.
   * @param path - the place of the value in the description
   */
  readonly issues: (value: unknown, path: Path) => Issue[];
  /** The same, and deferred text is refused: for names and shapes that are needed before the deployment. */
  readonly literalIssues: (value: unknown, path: Path) => Issue[];
  /**
   * The checked text.
   * @throws ValidationError with every issue of the text
   */
  readonly parse: (text: string, path?: Path) => Branded<Name>;
}

/** What makes a format. */
export interface TextFormatOptions {
  readonly noun: string;
  /** The code of the issue when the text is not of the format. */
  readonly code: IssueCode;
  /** The grammar in words, for the message. */
  readonly expected: string;
  /** Whether a literal text is of the format: a pattern of the whole text, or a function. */
  readonly accepts: RegExp | ((text: string) => boolean);
}

/**
 * Defines a format once for rules and parsers.
 * @param options - its name, issue code and grammar
 */
export function textFormat<Name extends string>(options: TextFormatOptions): TextFormat<Name> {
  const { accepts } = options;
  const isRight = typeof accepts === 'function' ? accepts : (text: string): boolean => accepts.test(text);
  const check = (value: unknown, path: Path, literal: boolean): Issue[] => {
    if (typeof value !== 'string') return [typeIssue(value, path, 'a text')];
    if (hasDelimiter(value)) return deferredTextIssues(value, path, literal);
    if (isRight(value)) return [];
    return [issue(options.code, path, { received: value, expected: options.expected })];
  };
  return {
    noun: options.noun,
    issues: (value, path) => check(value, path, false),
    literalIssues: (value, path) => check(value, path, true),
    parse: (text, path = []) => {
      assertValid(options.noun, check(text, path, false));
      return text as Branded<Name>;
    },
  };
}

/**
 * The checked text where it must be known when the program runs.
 * @param format - what the text has to be
 * @param text - the text as given
 * @param path - where it is in the description
 * @throws ValidationError with every issue of the text
 */
export function parseLiteral<Name extends string>(
  format: TextFormat<Name>,
  text: string,
  path: Path = [],
): Branded<Name> {
  assertValid(format.noun, format.literalIssues(text, path));
  return text as Branded<Name>;
}

/** What kind of value something is, in words, without showing it. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/**
 * That a value has the wrong type.
 * @param value - the value, which is not shown
 * @param path - where it is
 * @param expected - what it has to be, in words
 */
export function typeIssue(value: unknown, path: Path, expected: string): Issue {
  return issue('spec/type', path, { received: typeName(value), expected });
}

function deferredTextIssues(text: string, path: Path, literal: boolean): Issue[] {
  const parts = readParts(text);
  if (parts === undefined) return [issue('deferred/damaged-marker', path)];
  if (literal) return [issue('deferred/literal-required', path, { received: text })];
  return hasSecret(parts) ? [issue('deferred/secret-in-plain-text', path, { received: text })] : [];
}

function hasSecret(parts: readonly DeferredPart[]): boolean {
  return parts.some((part) => {
    if (typeof part === 'string') return false;
    return part.kind === 'value' ? part.secret : hasSecret(part.operand);
  });
}
