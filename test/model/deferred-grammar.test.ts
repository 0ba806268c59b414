import * as fc from 'fast-check';

import { deferred, lowerCase } from '../../lib/model/deferred';
import { hasDelimiter, readParts, writeCall, writeValue, type DeferredPart } from '../../lib/model/deferred-grammar';
import { buildText, plainTexts, textTerms } from '../support/deferred-arbitraries';

function write(part: DeferredPart): string {
  if (typeof part === 'string') return part;
  return part.kind === 'value'
    ? writeValue(part)
    : writeCall(part.function, part.operand.map(write).join(''), part.argument);
}

/** Whether no two literals stand side by side and none is empty, here and inside calls. */
function isNormal(parts: readonly DeferredPart[]): boolean {
  return parts.every((part, index) => {
    if (typeof part === 'string') return part !== '' && typeof parts[index + 1] !== 'string';
    return part.kind === 'value' || isNormal(part.operand);
  });
}

describe('the grammar of deferred text', () => {
  test('reads plain text as one literal', () => {
    fc.assert(
      fc.property(plainTexts, (text) => {
        expect(hasDelimiter(text)).toBe(false);
        expect(readParts(text)).toStrictEqual(text === '' ? [] : [text]);
      }),
    );
  });

  test('reads back what was written', () => {
    fc.assert(
      fc.property(textTerms, (term) => {
        const text = buildText(term, deferred);
        const parts = readParts(text) ?? [];
        expect(parts.map(write).join('')).toBe(text);
        expect(isNormal(parts)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test.each([false, true])('reads back a value whose secrecy is %s', (secret) => {
    const values = (['deployment-start', 'deployment-run'] as const).map((known) => ({ name: 'n', secret, known }));
    expect(values.map((value) => readParts(writeValue(value)))).toStrictEqual(
      values.map((value) => [{ kind: 'value', ...value }]),
    );
  });

  test.each([
    ['an unknown head', '\uFDD0x\uFDD2name\uFDD1'],
    ['an unknown function', '\uFDD0c:upperCase:\uFDD2a\uFDD1'],
    ['an argument that is no number', '\uFDD0c:resourceIdSegment:x\uFDD2a\uFDD1'],
    ['a value without name', '\uFDD0v\uFDD2\uFDD1'],
    ['a marker in the place of a name', '\uFDD0v\uFDD2\uFDD0v\uFDD2a\uFDD1\uFDD1'],
    ['a marker without end', 'a\uFDD0v\uFDD2name'],
    ['an end without marker', 'a\uFDD1'],
    ['a lone separator', '\uFDD2'],
  ])('fails on %s', (_what, text) => {
    expect(readParts(text)).toBeUndefined();
  });

  test('fails on markers nested deeper than any program nests them, not on the stack', () => {
    let text = deferred('name');
    for (let depth = 0; depth < 10_000; depth += 1) text = `\uFDD0c:lowerCase:\uFDD2${text}\uFDD1`;
    expect(readParts(text)).toBeUndefined();
    expect(readParts(lowerCase(lowerCase(lowerCase(deferred('name')))))).toHaveLength(1);
  });
});
