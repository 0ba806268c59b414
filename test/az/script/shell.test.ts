import * as fc from 'fast-check';
import { PRELUDE } from '../../../lib/az/script/prelude';
import { az, command, renderScript } from '../../../lib/az/script/script';
import { shellCommand, shellVariable, shellVariables, shellWord } from '../../../lib/az/script/shell';
import { base64, deferred, jsonString, lowerCase, resourceIdSegment } from '../../../lib/model/deferred';
import { buildText, type TextTerm } from '../../support/deferred-arbitraries';
import { errorMessage } from '../../support/error-message';
import { ScriptRunner } from '../../support/script-runner';

const NAMES = ['location', 'clusterId', 'x1'] as const;
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }).map((text) => text.replaceAll(/[\0\uFDD0-\uFDD2]|\p{Cs}/gu, '')),
  fc.constantFrom("it's", '$HOME', '`id`', '"', '\\', '*', '~', '-n', 'a b', '', '!', '\n', '$(id)'),
);
/** What commands of a shell change byte by byte as JavaScript does: one line of ASCII. */
const lines = fc.string({ unit: 'grapheme-ascii', maxLength: 8 });
const values = fc.record(Object.fromEntries(NAMES.map((name) => [name, lines])));
const names = fc.constantFrom(...NAMES).map((name): TextTerm => ({ kind: 'value', name }));
const operands = fc
  .array(
    fc.oneof(
      lines.map((text): TextTerm => ({ kind: 'literal', text })),
      names,
    ),
    { maxLength: 3 },
  )
  .map((terms): TextTerm => ({ kind: 'join', terms }));
const calls = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(lowerCase, base64),
      fc.nat({ max: 3 }).map((index) => (text: string) => resourceIdSegment(text, index)),
    ),
    operands,
  )
  .map(([apply, operand]): TextTerm => ({ kind: 'call', apply, operand }));
const terms = fc
  .array(
    fc.oneof(
      anyText.map((text): TextTerm => ({ kind: 'literal', text })),
      names,
      calls,
    ),
    { maxLength: 4 },
  )
  .map((inner): TextTerm => ({ kind: 'join', terms: inner }));

let runner: ScriptRunner;

beforeEach(() => {
  runner = new ScriptRunner();
});

afterEach(() => {
  runner.remove();
});

describe('a word of a shell', () => {
  test('is what the text is when its values are known before, byte by byte', () => {
    const samples = fc.sample(fc.tuple(terms, values), { numRuns: 300, seed: 1 });
    const known = { location: 'West Europe', clusterId: "/subscriptions/S/resourceGroups/it's", x1: '' };
    const script = samples.map(([term]) => `az ${shellWord(buildText(term, (name) => deferred(name)))}`).join('\n');
    const run = runner.run(`${PRELUDE}\n${script}\n`, {
      LOCATION: known.location,
      CLUSTER_ID: known.clusterId,
      X1: known.x1,
    });

    expect(run.stderr).toBe('');
    expect(run.calls).toStrictEqual(
      samples.map(([term]) => ['az', buildText(term, (name) => known[name as keyof typeof known])]),
    );
  });

  test('is written without quotes where none are needed', () => {
    expect(shellCommand('az', 'a=b', "it's", '', `${deferred('clusterId')}/x y`)).toBe(
      "az a=b 'it'\\''s' '' \"${CLUSTER_ID}\"'/x y'",
    );
  });

  test('has a variable for each deferred value', () => {
    expect(['clusterId', 'x1', 'relay-name', 'HTTPPort'].map(shellVariable)).toStrictEqual([
      'CLUSTER_ID',
      'X1',
      'RELAY_NAME',
      'HTTPPORT',
    ]);
    expect(shellVariables([deferred('b'), lowerCase(deferred('a')), deferred('b')])).toStrictEqual(['A', 'B']);
  });
});

describe('a script', () => {
  test('fails as a word when it is JSON text, which a shell cannot write', () => {
    expect(() => shellWord(jsonString(deferred('x')))).toThrow('[script/json-text]');
    expect(shellWord(jsonString('x'))).toBe(`'"x"'`);
  });

  test('fails with values that cannot be variables, secrets among arguments, and JSON text', () => {
    const words = [
      deferred('1x'),
      deferred('clusterId'),
      deferred('cluster-id'),
      deferred('key', { secret: true }),
      jsonString(deferred('x')),
    ];

    expect(errorMessage(() => renderScript({ title: 't', steps: [{ name: 's', lines: [az(words)] }] })))
      .toBe(`script has 4 errors:
  - the name of the deferred value cannot name a variable of a shell (received "1x"); use a letter and then letters, digits and underscores [script/variable-name]
  - two deferred values have the same variable in a script (received "cluster-id", expected clusterId); name them differently, not only in letter case and punctuation [script/variable-twice]
  - a secret would stand among the arguments of a command, which every user of a machine can read (received "key"); give it where the description asks for a secret: it is then read from a file [script/secret-argument]
  - a value that is known only at deployment would have to be written as JSON, which a shell cannot do exactly; give the value as text [script/json-text]`);
  });

  test('asks for its variables, but not for those that it sets', () => {
    const lines = [az(['show', deferred('id')], 'FOUND=$(', ')'), command(['use', deferred('found')])];
    const script = renderScript({ title: 'Tests.', steps: [{ name: 'all', lines }] });

    expect(script).toContain('\n: "${ID:?has to be set}"\n\nbegin all\nFOUND=$(az show "${ID}")\nuse "${FOUND}"\n');
    expect(runner.run(script).stderr).toContain('ID: has to be set');
  });
});
