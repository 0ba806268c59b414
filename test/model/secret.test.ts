import * as fc from 'fast-check';
import { format, inspect } from 'node:util';

import { deferred } from '../../lib/model/deferred';
import { fieldIssues, literal, required, secret, text } from '../../lib/model/fields';
import { formatIssue, issue } from '../../lib/model/issues';
import { plainText } from '../../lib/model/names';
import { isDeferredSecret, revealSecret, SecretValue } from '../../lib/model/secret';
import type * as SecretModule from '../../lib/model/secret';
import { ValidationError } from '../../lib/model/validation-error';

const TEXT = 'hunter2-is-the-password';
const hidden = SecretValue.of(TEXT);

describe('SecretValue', () => {
  test('gives its text to those who ask for it by name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (clear) => {
        expect(revealSecret(SecretValue.of(clear))).toBe(clear);
      }),
    );
  });

  test.each<readonly [string, (value: unknown) => string]>([
    ['String', String],
    ['a template', (value) => `a ${value as string}`],
    ['concatenation', (value) => 'a ' + (value as string)],
    ['a list that is joined', (value) => [value].join()],
    ['JSON', (value) => JSON.stringify(value)],
    ['JSON of an object around it', (value) => JSON.stringify({ a: [{ value }] })],
    ['inspection', (value) => inspect(value)],
    ['inspection of an object around it', (value) => inspect({ a: { value } }, { depth: null })],
    ['console output', (value) => format('%s %o %O %j', value, value, value, value)],
    ['an error that has it as cause', (value) => inspect(new Error('failed', { cause: value }))],
  ])('prints as <secret> in %s', (_where, print) => {
    expect(print(hidden)).toContain('<secret>');
    expect(print(hidden)).not.toContain('hunter2');
  });

  test.each<readonly [string, (value: unknown) => string]>([
    ['inspection of hidden properties', (value) => inspect(value, { showHidden: true, customInspect: false })],
    ['the names and values of its properties', (value) => inspect(Object.entries(value as object))],
    ['a copy', (value) => inspect({ ...(value as object) }, { showHidden: true })],
    ['a structured clone', (value) => inspect(structuredClone(value), { showHidden: true })],
  ])('shows nothing in %s', (_where, print) => {
    expect(print(hidden)).not.toContain('hunter2');
  });

  test('is known as a secret, also when another copy of the package made it', () => {
    let Copy = SecretValue;
    jest.isolateModules(() => {
      Copy = jest.requireActual<typeof SecretModule>('../../lib/model/secret').SecretValue;
    });
    const foreign = Copy.of(TEXT);
    expect(foreign).not.toBeInstanceOf(SecretValue);
    expect(SecretValue.isSecretValue(foreign)).toBe(true);
    expect(revealSecret(foreign)).toBe(TEXT);
  });

  test.each([undefined, null, TEXT, {}, [], { text: TEXT }])('does not take %j for a secret', (value) => {
    expect(SecretValue.isSecretValue(value)).toBe(false);
  });

  test.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [Buffer.from(TEXT), 'an object'],
    [Promise.resolve(TEXT), 'an object'],
    [[TEXT], 'a list'],
    [7, 'a number'],
  ])('fails on what is no text, without showing it: %p', (value, received) => {
    expect(() => SecretValue.of(value as never)).toThrow(
      new ValidationError('SecretValue', [
        {
          code: 'spec/type',
          severity: 'error',
          path: [],
          message: 'the value has the wrong type',
          received: `"${received}"`,
          expected: 'a text',
          fix: "read a file with its encoding, as readFileSync(name, 'utf8') does, set the variable, and give a Pulumi Output as it is",
        },
      ]),
    );
  });

  test('may hold a text that is known only at deployment', () => {
    expect(isDeferredSecret(hidden)).toBe(false);
    expect(isDeferredSecret(SecretValue.of(deferred('key', { secret: true })))).toBe(true);
  });
});

describe('messages', () => {
  test('show no secret that stands in the wrong place', () => {
    const spec = { name: hidden, other: [hidden], extra: { deep: hidden } };
    const issues = [
      ...fieldIssues(spec, { name: required(text(plainText)), other: required(literal(plainText)) }, []),
      issue('spec/choice', ['name'], { received: spec }),
      issue('spec/choice', ['name'], { received: hidden }),
    ];
    const error = new ValidationError('spec', issues);
    expect(issues).toHaveLength(5);
    expect(`${error.message}${inspect(error)}${JSON.stringify(error)}`).not.toContain('hunter2');
    expect(issues.map(formatIssue).at(-1)).toContain('received "<secret>"');
  });

  test('show nothing of what was given in the place of a secret', () => {
    const issues = fieldIssues({ key: TEXT }, { key: required(secret()) }, []);
    expect(issues.map(formatIssue)).toStrictEqual([
      'key: the value has the wrong type (received "a string", expected a secret, SecretValue.of(text)); give a value of the expected type [spec/type]',
    ]);
  });

  test.each([
    ['in PEM', '-----BEGIN PRIVATE KEY-----\nMIIhunter2\n-----END PRIVATE KEY-----'],
    ['of another kind in PEM', '-----BEGIN RSA PRIVATE KEY-----\nMIIhunter2\n-----END RSA PRIVATE KEY-----'],
    ['whose end was lost', '-----BEGIN EC PRIVATE KEY----\nMIIhunter2'],
    ['whose beginning was lost', 'MIIhunter2\n-----END ENCRYPTED PRIVATE KEY-----'],
    ['in base64', `${Buffer.from('-----BEGIN PRIVATE KEY-----\nMII').toString('base64')}hunter2`],
    ['after other text', `key: ${deferred('x')} -----BEGIN PRIVATE KEY----- MIIhunter2`],
  ])('show nothing of a private key %s', (_what, key) => {
    const received = [key, [key], { deep: { key } }, `\n${key}\n`];
    const issues = received.map((value) => issue('spec/choice', ['key'], { received: value }));
    expect(issues.map((one) => one.received)).toStrictEqual([
      '"<secret>"',
      '["<secret>"]',
      '{"deep":{"key":"<secret>"}}',
      '"<secret>"',
    ]);
  });
});
