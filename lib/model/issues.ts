import { hasDelimiter, readParts, type DeferredPart } from './deferred-grammar';
import type { Severity } from './issue-code-table';
import { issueCodeRow, type IssueCode } from './issue-codes';

/** Where an issue is, as the user wrote it: property names and zero-based list positions. */
export type Path = readonly (string | number)[];

/** One thing that is wrong or unwise in a description. */
export interface Issue {
  /** The stable code, a row of `ISSUE_CODES`. */
  readonly code: IssueCode;
  readonly severity: Severity;
  /** The place in the description; empty for the description as a whole. */
  readonly path: Path;
  /** What is wrong, in lower case and without a final period; never holds a secret. */
  readonly message: string;
  /** What was given, printable and never a secret. */
  readonly received?: string;
  /** What would be right. */
  readonly expected?: string;
  /** What to do about it. */
  readonly fix: string;
}

/** What a rule knows beyond the row of its code. */
export interface IssueDetails {
  /** The value given; printed with the names of deferred values and without secrets. */
  readonly received?: unknown;
  readonly expected?: string;
  /** @default - the summary of the code's row */
  readonly message?: string;
  /** @default - the fix of the code's row */
  readonly fix?: string;
}

const MAX_RECEIVED_LENGTH = 240;
/** A private key in PEM, complete or not, and any PEM in base64. */
const PRIVATE_KEY = /PRIVATE KEY|LS0tLS1CRUdJTi/;
const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;
/** Line breaks and control characters that JSON leaves as they are. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/**
 * Makes an issue from the row of its code and what the rule knows.
 * @param code - a code of the table; severity, message and fix come from its row
 * @param path - the place in the description
 * @param details - what was received and expected, and a more exact message or fix
 */
export function issue(code: IssueCode, path: Path, details: IssueDetails = {}): Issue {
  const row = issueCodeRow(code);
  return {
    code,
    severity: row.severity,
    path,
    message: details.message ?? row.summary,
    ...('received' in details ? { received: printValue(details.received) } : {}),
    ...(details.expected === undefined ? {} : { expected: details.expected }),
    fix: details.fix ?? row.fix,
  };
}

/** The same issues with a longer path: for the rules of a part, called for the whole. */
export function atPath(prefix: Path, issues: readonly Issue[]): Issue[] {
  return issues.map((one) => ({ ...one, path: [...prefix, ...one.path] }));
}

/** The issues that stop everything. */
export function errorsOf(issues: readonly Issue[]): Issue[] {
  return issues.filter((one) => one.severity === 'error');
}

/** The issues that are reported only. */
export function warningsOf(issues: readonly Issue[]): Issue[] {
  return issues.filter((one) => one.severity === 'warning');
}

/**
 * A path as code writes it: `https.hosts[0]`, `labels["app.kubernetes.io/name"]`; empty for the whole. A key may be
 * anything, and is printed as values are.
 */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    const printed = printValue(step);
    if (typeof step === 'number' || !PLAIN_NAME.test(step) || printed !== `"${step}"`) return `${text}[${printed}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** One issue as one line: code, place, what is wrong, what was received and expected, and the fix. */
export function formatIssue(one: Issue): string {
  const place = one.path.length === 0 ? '' : `${formatPath(one.path)}: `;
  const facts = [
    ...(one.received === undefined ? [] : [`received ${one.received}`]),
    ...(one.expected === undefined ? [] : [`expected ${one.expected}`]),
  ];
  const detail = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  return `${place}${one.message}${detail}; ${one.fix} [${one.code}]`;
}

/** A value as a message may show it: deferred values by name, secrets not at all, long text cut. */
export function printValue(value: unknown): string {
  if (typeof value === 'string') return inOneLine(JSON.stringify(shorten(printText(value))));
  if (value === undefined) return 'nothing';
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  return shorten(printObject(value));
}

/** Data as JSON; what JSON cannot hold, such as a construct, is not shown. */
function printObject(value: unknown): string {
  try {
    const json: unknown = JSON.stringify(value, printReplacer);
    if (typeof json !== 'string') return 'an object';
    // Only keys still hold what values would not show.
    return PRIVATE_KEY.test(json) ? '<secret>' : inOneLine(json);
  } catch {
    return 'an object';
  }
}

function printReplacer(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return printText(value);
  return typeof value === 'bigint' ? String(value) : value;
}

/** A text with `<name>` in place of deferred values, and nothing of a private key that strayed into it. */
export function printText(text: string): string {
  if (PRIVATE_KEY.test(text)) return '<secret>';
  if (!hasDelimiter(text)) return text;
  const parts = readParts(text);
  return parts === undefined ? '<damaged deferred value>' : parts.map(printPart).join('');
}

function printPart(part: DeferredPart): string {
  if (typeof part === 'string') return part;
  if (part.kind === 'value') return `<${part.name}>`;
  return `${part.function}(${part.operand.map(printPart).join('')})`;
}

function inOneLine(json: string): string {
  return json.replaceAll(UNPRINTABLE, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function shorten(text: string): string {
  return text.length <= MAX_RECEIVED_LENGTH ? text : `${text.slice(0, MAX_RECEIVED_LENGTH)}…`;
}
