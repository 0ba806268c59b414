import { lowerCase } from '../deferred';
import { flag, listOf, literal, oneOf, text, wholeNumber, type Check } from '../fields';
import { INGRESS_FORMATS, type IngressFormat } from './ingress-formats';

/** How a value is written so that the controller reads it as meant. */
export type AnnotationValueKind =
  | { readonly kind: 'boolean' | 'onOff' }
  /** A bare whole number: the controllers take neither units nor signs. */
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  /** A size in the grammar of nginx. */
  | { readonly kind: 'size'; readonly format: 'nginxOffset' | 'nginxSize' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'choices'; readonly choices: readonly string[]; readonly separator: string }
  | { readonly kind: 'text'; readonly format: IngressFormat }
  | { readonly kind: 'texts'; readonly format: IngressFormat; readonly separator: string };

/**
 * How the value of an annotation that no property writes is read, as far as the library knows: `any` stands for any
 * text, `snippet` for text that goes into the configuration of the controller as it is.
 */
export type RawValueKind =
  | Extract<AnnotationValueKind, { kind: 'boolean' | 'onOff' | 'number' | 'size' | 'choice' }>
  /** HTTP or another protocol of the backend, in any letter case. */
  | { readonly kind: 'protocol'; readonly others: readonly string[] }
  | { readonly kind: 'any' | 'snippet' };

/** What Go's `strconv.ParseBool` takes. */
const GO_BOOLEAN = /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const DIGITS = /^\d+$/;

/** The check of a property whose value goes into an annotation. */
export function valueCheck(value: AnnotationValueKind): Check {
  switch (value.kind) {
    case 'boolean':
    case 'onOff':
      return flag();
    case 'number':
      return wholeNumber(value.min, value.max);
    case 'size':
      return literal(INGRESS_FORMATS[value.format]);
    case 'choice':
      return oneOf(value.choices);
    case 'choices':
      return listOf(oneOf(value.choices));
    case 'text':
      return text(INGRESS_FORMATS[value.format]);
    case 'texts':
      return listOf(text(INGRESS_FORMATS[value.format]));
  }
}

/**
 * What the controller would have to find in an annotation, when it does not read the given text as it is meant.
 * @returns `undefined` when it does
 */
export function misreadRawValue(value: RawValueKind, given: string): string | undefined {
  const { accepts, expected } = rawGrammar(value);
  return accepts(given) ? undefined : expected;
}

/** Whether the controllers read the name of a protocol as that of HTTP. */
export function isHttp(protocol: string): boolean {
  return lowerCase(protocol) === 'http';
}

/** Which text is read as meant, and that in words. */
interface RawGrammar {
  readonly accepts: (text: string) => boolean;
  readonly expected: string;
}

function rawGrammar(value: RawValueKind): RawGrammar {
  switch (value.kind) {
    case 'boolean':
      return { accepts: (text) => GO_BOOLEAN.test(text), expected: '"true" or "false"' };
    case 'onOff':
      return { accepts: (text) => text === 'on' || text === 'off', expected: '"on" or "off"' };
    case 'number':
      return numberGrammar(value);
    case 'size':
      return sizeGrammar(value);
    case 'choice':
      return { accepts: (text) => value.choices.includes(text), expected: `one of ${value.choices.join(', ')}` };
    case 'protocol':
      return { accepts: (text) => isHttp(text) || value.others.includes(lowerCase(text)), expected: '"HTTP"' };
    case 'any':
    case 'snippet':
      return { accepts: (text) => text !== '', expected: 'a text' };
  }
}

function numberGrammar({ min, max }: { readonly min: number; readonly max: number }): RawGrammar {
  return {
    accepts: (text) => DIGITS.test(text) && Number(text) >= min && Number(text) <= max,
    expected: `a bare whole number from ${String(min)} to ${String(max)}`,
  };
}

function sizeGrammar({ format }: Extract<RawValueKind, { kind: 'size' }>): RawGrammar {
  const accepts = (text: string): boolean => INGRESS_FORMATS[format].issues(text, []).length === 0;
  return {
    accepts,
    expected: `a bare number with at most one of the letters ${format === 'nginxSize' ? 'k, m' : 'k, m, g'}`,
  };
}
