import { isDeferred, parseDeferred } from '../../model/deferred';

/** The pieces of a text that may be deferred, as `parseDeferred` gives them. */
type TextPart = ReturnType<typeof parseDeferred>[number];
/** A value of such a text. */
export type TextValue = Extract<TextPart, { readonly kind: 'value' }>;
type TextCall = Extract<TextPart, { readonly kind: 'call' }>;

/** A call of a template function, and what is taken out of its result. */
export interface ArmExpression {
  readonly function: string;
  readonly arguments: readonly ArmArgument[];
  /**
   * The properties that are read one after the other, for example `['outputs', 'id', 'value']`.
   * @default - the result itself
   */
  readonly properties?: readonly string[];
}

/** An argument of a template function; text may hold deferred values. */
export type ArmArgument = string | number | boolean | ArmExpression;

/** Gives the expression of a deferred value, without brackets: `parameters('location')`. */
export type Binding = (value: TextValue) => string;

/** The functions of the template language that read what exists only while the deployment runs. */
const RUN_TIME = /^(reference|list\w*|deployment)$/i;
const RUN_TIME_CALL = /(^|[^\w'])(reference|list\w*)\s*\(/i;
const IDENTIFIER = /^[A-Za-z_]\w*$/;

/**
 * A call of a template function.
 * @param name - the function, for example `resourceId`
 * @param argumentList - its arguments
 */
export function call(name: string, ...argumentList: readonly ArmArgument[]): ArmExpression {
  return { function: name, arguments: argumentList };
}

/** The same call with a property of its result. */
export function property(of: ArmExpression, ...names: readonly string[]): ArmExpression {
  return { ...of, properties: [...(of.properties ?? []), ...names] };
}

/** Whether a value of a template is an expression rather than an object. */
export function isExpression(value: object): value is ArmExpression {
  return 'function' in value && 'arguments' in value;
}

/**
 * A text as the template writes it: literal text, escaped where the language would take it for an expression, or the
 * expression that puts it together.
 * @param text - a text that may be deferred
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function templateString(text: string, bind: Binding): string {
  if (isDeferred(text)) return `[${textExpression(text, bind)}]`;
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}

/** Whether an expression, given as text, reads what exists only while the deployment runs. */
export function readsAtRunTime(expression: string): boolean {
  return RUN_TIME_CALL.test(expression);
}

/** Whether a function does. */
export function isRunTimeFunction(name: string): boolean {
  return RUN_TIME.test(name);
}

/** A call as the template writes it, without brackets. */
export function callExpression(expression: ArmExpression, bind: Binding): string {
  const inner = expression.arguments.map((argument) => argumentExpression(argument, bind)).join(', ');
  const path = (expression.properties ?? []).map((name) => (IDENTIFIER.test(name) ? `.${name}` : `[${quoted(name)}]`));
  return `${expression.function}(${inner})${path.join('')}`;
}

function argumentExpression(argument: ArmArgument, bind: Binding): string {
  if (typeof argument === 'string') return textExpression(argument, bind);
  if (typeof argument === 'number') return String(argument);
  return typeof argument === 'boolean' ? `${String(argument)}()` : callExpression(argument, bind);
}

function textExpression(text: string, bind: Binding): string {
  return partsExpression(parseDeferred(text), bind);
}

function partsExpression(parts: readonly TextPart[], bind: Binding): string {
  const [first, ...others] = parts.map((part) => partExpression(part, bind));
  if (first === undefined) return quoted('');
  return others.length === 0 ? first : `concat(${[first, ...others].join(', ')})`;
}

function partExpression(part: TextPart, bind: Binding): string {
  if (typeof part === 'string') return quoted(part);
  return part.kind === 'value' ? bind(part) : functionExpression(part, partsExpression(part.operand, bind));
}

/** The functions of deferred text in the template language. */
function functionExpression(part: TextCall, operand: string): string {
  switch (part.function) {
    case 'lowerCase':
      return `toLower(${operand})`;
    case 'base64':
      return `base64(${operand})`;
    case 'resourceIdSegment':
      return `split(${operand}, '/')[${String((part.argument ?? 0) + 1)}]`;
    case 'jsonString':
      return jsonExpression(operand);
  }
}

/** The language writes JSON of lists and objects only: a list of the one text, without its brackets. */
function jsonExpression(operand: string): string {
  const list = `string(createArray(${operand}))`;
  return `substring(${list}, 1, sub(length(${list}), 2))`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
