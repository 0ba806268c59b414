import { given, named } from '../../lib/model/given';

describe('given', () => {
  test('takes the properties that are there', () => {
    expect(given({ a: 1, b: undefined, c: 3 }, ['a', 'b'])).toStrictEqual({ a: 1 });
  });
});

describe('named', () => {
  test('gives a description the name that it lacks, and keeps its own', () => {
    expect(named({ size: 1 }, 'id')).toStrictEqual({ size: 1, name: 'id' });
    expect(named({ name: undefined }, 'id')).toStrictEqual({ name: 'id' });
    expect(named({ name: 'own' }, 'id')).toStrictEqual({ name: 'own' });
  });

  test.each([null, 'text', ['list'], undefined])('leaves %j to the rules, which refuse it', (description) => {
    expect(named(description as never, 'id')).toBe(description);
  });
});
