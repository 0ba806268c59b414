import * as fc from 'fast-check';

import {
  base64,
  deferred,
  deferredValues,
  equalText,
  fromBase64,
  isDeferred,
  jsonString,
  lowerCase,
  parseDeferred,
  resourceIdSegment,
  substituteDeferred,
  substituteDeferredIn,
} from '../../lib/model/deferred';
import type { DeferredValue } from '../../lib/model/deferred-grammar';
import { revealSecret, SecretValue } from '../../lib/model/secret';
import { buildText, plainTexts, textTerms, valueNames } from '../support/deferred-arbitraries';
import { errorMessage } from '../support/error-message';

const ID =
  '/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/ml/providers/Microsoft.Compute/disks/data';

/** A text for every name, with upper case, quotes and slashes in it. */
function valueOf(name: string): string {
  return `/A"${name}/Σ`;
}

function lookup(value: DeferredValue): string {
  return valueOf(value.name);
}

describe('deferred', () => {
  test('gives a text that can stand inside a longer one', () => {
    const text = `${deferred('location')}.cloudapp.azure.com`;
    expect(isDeferred(text)).toBe(true);
    expect(parseDeferred(text)).toStrictEqual([
      { kind: 'value', name: 'location', secret: false, known: 'deployment-start' },
      '.cloudapp.azure.com',
    ]);
  });

  test('remembers that a value is secret and when it becomes known', () => {
    expect(parseDeferred(deferred('key', { secret: true, known: 'deployment-run' }))).toStrictEqual([
      { kind: 'value', name: 'key', secret: true, known: 'deployment-run' },
    ]);
  });

  test.each(['', 'a\uFDD0', '\uFDD1', 'a\uFDD2b'])('fails on the name %j', (name) => {
    expect(errorMessage(() => deferred(name))).toMatch(
      /^deferred value has 1 error:\n {2}- name: the name of a deferred value is not usable .*\[deferred\/name\]$/,
    );
  });

  test('keeps any other name', () => {
    fc.assert(
      fc.property(valueNames, (name) => {
        expect(deferredValues(deferred(name)).map((value) => value.name)).toStrictEqual([name]);
      }),
    );
  });
});

describe('the functions of deferred text', () => {
  test('apply to literal text at once', () => {
    expect(lowerCase('WestEurope')).toBe('westeurope');
    expect(base64('ä')).toBe('w6Q=');
    expect(jsonString('a "b"\n')).toBe('"a \\"b\\"\\n"');
  });

  test.each([
    [1, '0b1f6471-1bf0-4dda-aec3-cb9272f09590'],
    [3, 'ml'],
    [7, 'data'],
    [8, ''],
  ])('segment %d of a resource id is %j', (index, segment) => {
    expect(resourceIdSegment(ID, index)).toBe(segment);
  });

  test('leave a nested marker when the text is deferred', () => {
    const group = resourceIdSegment(deferred('clusterId'), 3);
    expect(parseDeferred(base64(`x-${lowerCase(group)}`))).toStrictEqual([
      {
        kind: 'call',
        function: 'base64',
        operand: [
          'x-',
          {
            kind: 'call',
            function: 'lowerCase',
            operand: [
              {
                kind: 'call',
                function: 'resourceIdSegment',
                argument: 3,
                operand: [{ kind: 'value', name: 'clusterId', secret: false, known: 'deployment-start' }],
              },
            ],
          },
        ],
      },
    ]);
  });
});

describe('deferredValues', () => {
  test('is empty for literal text', () => {
    expect(deferredValues('westeurope')).toStrictEqual([]);
  });

  test('gives the values of a text in order, also inside functions', () => {
    const text = `${deferred('a')}-${lowerCase(`${deferred('b')}${base64(deferred('c'))}`)}-${deferred('a')}`;
    expect(deferredValues(text).map((value) => value.name)).toStrictEqual(['a', 'b', 'c', 'a']);
  });
});

describe('equalText', () => {
  test('answers yes, no or unknown', () => {
    const location = deferred('location');
    expect(equalText('a', 'a')).toBe(true);
    expect(equalText('a', 'b')).toBe(false);
    expect(equalText(location, deferred('location'))).toBe(true);
    expect(equalText(location, 'a')).toBeUndefined();
    expect(equalText('a', location)).toBeUndefined();
    expect(equalText(location, deferred('other'))).toBeUndefined();
  });

  test('never says of texts whose values are unknown what their values deny', () => {
    fc.assert(
      fc.property(textTerms, textTerms, (one, other) => {
        const known = equalText(buildText(one, deferred), buildText(other, deferred));
        const equal = buildText(one, valueOf) === buildText(other, valueOf);
        expect([undefined, equal]).toContain(known);
      }),
    );
  });
});

describe('substituteDeferred', () => {
  test('gives what the program would have made of the values', () => {
    fc.assert(
      fc.property(textTerms, (term) => {
        expect(substituteDeferred(buildText(term, deferred), lookup)).toBe(buildText(term, valueOf));
      }),
      { numRuns: 400 },
    );
  });

  test('gives the same in two steps as in one', () => {
    fc.assert(
      fc.property(textTerms, fc.func(fc.boolean()), (term, isKnown) => {
        const text = buildText(term, deferred);
        const some = substituteDeferred(text, (value) => (isKnown(value.name) ? lookup(value) : undefined));
        expect(deferredValues(some).some((value) => isKnown(value.name))).toBe(false);
        expect(substituteDeferred(some, lookup)).toBe(substituteDeferred(text, lookup));
      }),
      { numRuns: 400 },
    );
  });

  test('changes nothing when no value is known', () => {
    fc.assert(
      fc.property(textTerms, (term) => {
        const text = buildText(term, deferred);
        expect(substituteDeferred(text, () => undefined)).toBe(text);
      }),
    );
  });

  test('hands the lookup what is known about a value', () => {
    const seen: DeferredValue[] = [];
    substituteDeferred(base64(deferred('key', { secret: true })), (value) => {
      seen.push(value);
      return '';
    });
    expect(seen).toStrictEqual([{ kind: 'value', name: 'key', secret: true, known: 'deployment-start' }]);
  });

  test('fails on a value that holds a delimiter, without showing it', () => {
    expect(errorMessage(() => substituteDeferred(deferred('key'), () => 'hunter2\uFDD0'))).toBe(
      'deferred value <key> has 1 error:\n  - key: the value for a deferred name holds the delimiters of deferred values; give ordinary text [deferred/value]',
    );
  });

  test('fails on a damaged marker', () => {
    expect(() => substituteDeferred(deferred('key').slice(1), lookup)).toThrow('[deferred/damaged-marker]');
  });
});

describe('substituteDeferredIn', () => {
  test('substitutes in objects, lists and secrets, and leaves names and the rest', () => {
    const name = deferred('name');
    const date = new Date(0);
    const bare = Object.assign(Object.create(null) as object, { text: name });
    const given = {
      text: `a-${name}`,
      list: [name, 1, true, null, undefined],
      inner: { [name]: name },
      bare,
      date,
      secret: SecretValue.of(`s-${name}`),
    };
    const { secret, ...rest } = substituteDeferredIn(given, () => 'value');
    expect(rest).toStrictEqual({
      text: 'a-value',
      list: ['value', 1, true, null, undefined],
      inner: { [name]: 'value' },
      bare: { text: 'value' },
      date,
    });
    expect(rest.date).toBe(date);
    expect(revealSecret(secret)).toBe('s-value');
    expect(given.text).toBe(`a-${name}`);
  });

  test('substitutes any JSON as each of its texts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), textTerms, (json, term) => {
        const text = buildText(term, deferred);
        const given = { json, texts: [text, { text }] };
        const done = substituteDeferred(text, lookup);
        expect(substituteDeferredIn(given, lookup)).toStrictEqual({ json, texts: [done, { text: done }] });
      }),
    );
  });
});

describe('deferred text', () => {
  test('survives JSON', () => {
    fc.assert(
      fc.property(textTerms, plainTexts, (term, key) => {
        const data = [buildText(term, deferred), key];
        expect(JSON.parse(JSON.stringify(data))).toStrictEqual(data);
      }),
    );
  });

  test('fails when one delimiter is lost', () => {
    fc.assert(
      fc.property(textTerms, valueNames, fc.nat(), (term, name, choice) => {
        const text = `${buildText(term, deferred)}${deferred(name)}`;
        const delimiters = [...text.matchAll(/[\uFDD0-\uFDD2]/g)].map((match) => match.index);
        const at = delimiters[choice % delimiters.length] ?? 0;
        const damaged = text.slice(0, at) + text.slice(at + 1);
        expect(() => parseDeferred(damaged)).toThrow('[deferred/damaged-marker]');
      }),
      { numRuns: 400 },
    );
  });
});

describe('fromBase64', () => {
  test('gives the text that base64 was made of, also before it is known', () => {
    fc.assert(
      fc.property(textTerms, (term) => {
        const text = buildText(term, (name) => deferred(name));
        expect(fromBase64(base64(text))).toBe(text);
      }),
    );
  });

  test.each([
    '=',
    'YQ',
    'YQ==\n',
    '/w==',
    deferred('text'),
    `YQ==${base64(deferred('text'))}`,
    lowerCase(deferred('text')),
  ])('gives nothing for %j, which is not the base64 of a text', (encoded) => {
    expect(fromBase64(encoded)).toBeUndefined();
  });
});
