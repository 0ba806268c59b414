import { deferredValues, parseDeferred } from '../../model/deferred';
import { issue, type Issue } from '../../model/issues';
import { ValidationError } from '../../model/validation-error';

type TextPart = ReturnType<typeof parseDeferred>[number];
type TextCall = Extract<TextPart, { readonly kind: 'call' }>;

/** Texts that a shell takes as they are. */
const PLAIN = /^[\w/:.,@%+=-]+$/;
const IDENTIFIER = /^[A-Za-z_]\w*$/;

/**
 * A text as one word of a POSIX shell: exact whatever it holds. Deferred values become variables.
 * @param text - a text that may be deferred, without the character NUL
 */
export function shellWord(text: string): string {
  return partsWord(parseDeferred(text));
}

/** A command as one line: its words, separated by spaces. */
export function shellCommand(...words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** The variable of a deferred value: `clusterId` is `CLUSTER_ID`. */
export function shellVariable(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .toUpperCase();
}

/**
 * The variables that texts need, in order.
 * @param texts - the words of a script
 */
export function shellVariables(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(deferredValues).map(({ name }) => shellVariable(name)))].sort();
}

/**
 * Values whose names make no variable or one that another value has, secrets, which are given in files, and JSON text, for
 * which a shell has no function.
 */
export function shellTextIssues(texts: readonly string[]): Issue[] {
  const names = [...new Map(texts.flatMap(deferredValues).map((value) => [value.name, value])).values()];
  const owners = new Map<string, string>();
  const json = texts.flatMap((text) => callsIn(parseDeferred(text))).filter((one) => one.function === 'jsonString');
  const jsonIssues = json.length === 0 ? [] : [issue('script/json-text', [])];
  const nameIssues = names.flatMap(({ name, secret }) => {
    const variable = shellVariable(name);
    const other = owners.get(variable);
    owners.set(variable, name);
    return [
      ...(IDENTIFIER.test(variable) ? [] : [issue('script/variable-name', [], { received: name })]),
      ...(other === undefined ? [] : [issue('script/variable-twice', [], { received: name, expected: other })]),
      ...(secret ? [issue('script/secret-argument', [], { received: name })] : []),
    ];
  });
  return [...nameIssues, ...jsonIssues];
}

function callsIn(parts: readonly TextPart[]): readonly TextCall[] {
  return parts.flatMap((part) =>
    typeof part === 'object' && part.kind === 'call' ? [part, ...callsIn(part.operand)] : [],
  );
}

function partsWord(parts: readonly TextPart[]): string {
  return parts.length === 0 ? "''" : parts.map(partWord).join('');
}

function partWord(part: TextPart): string {
  if (typeof part === 'string') return PLAIN.test(part) ? part : `'${part.replaceAll("'", String.raw`'\''`)}'`;
  return part.kind === 'value' ? `"\${${shellVariable(part.name)}}"` : `"$(${callCommand(part)})"`;
}

/** The functions of the script's prelude that stand for the functions of deferred text. */
function callCommand(part: TextCall): string {
  const operand = partsWord(part.operand);
  switch (part.function) {
    case 'lowerCase':
      return `lower ${operand}`;
    case 'base64':
      return `encode ${operand}`;
    case 'jsonString':
      throw new ValidationError('shell word', [issue('script/json-text', [])]);
    case 'resourceIdSegment':
      return `segment ${String(part.argument ?? 0)} ${operand}`;
  }
}
