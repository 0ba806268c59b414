import * as fc from 'fast-check';

import { base64, jsonString, lowerCase, resourceIdSegment } from '../../lib/model/deferred';

/** A text as a program puts it together: literals, values with names, and functions of texts. */
export type TextTerm =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'join'; readonly terms: readonly TextTerm[] }
  | { readonly kind: 'call'; readonly apply: (text: string) => string; readonly operand: TextTerm };

/** Text of any characters but the delimiters of deferred values. */
export const plainTexts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll(/[\uFDD0-\uFDD2]/g, '')),
  fc.constantFrom('/subscriptions/s/resourceGroups/RG/providers/P.P/t/Name', 'ΑΣ', '"\\', '[x]', '${'),
);

/** Names of deferred values; few, so that one value occurs more than once. */
export const valueNames: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('location', 'id', 'a b', '<x>'),
  plainTexts.filter((text) => text !== ''),
);

const functions = fc.oneof(
  fc.constantFrom(lowerCase, base64, jsonString),
  fc.nat({ max: 12 }).map((index) => (text: string) => resourceIdSegment(text, index)),
);

/** Texts of literals, values, and functions applied to both, nested. */
export const textTerms: fc.Arbitrary<TextTerm> = fc.letrec<{ term: TextTerm }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    plainTexts.map((text): TextTerm => ({ kind: 'literal', text })),
    valueNames.map((name): TextTerm => ({ kind: 'value', name })),
    fc.array(tie('term'), { maxLength: 4 }).map((terms): TextTerm => ({ kind: 'join', terms })),
    fc.tuple(functions, tie('term')).map(([apply, operand]): TextTerm => ({ kind: 'call', apply, operand })),
  ),
})).term;

/**
 * Puts a text together as a program does.
 * @param value - what stands for a name: a deferred value, or its text
 */
export function buildText(term: TextTerm, value: (name: string) => string): string {
  switch (term.kind) {
    case 'literal':
      return term.text;
    case 'value':
      return value(term.name);
    case 'join':
      return term.terms.map((inner) => buildText(inner, value)).join('');
    case 'call':
      return term.apply(buildText(term.operand, value));
  }
}
