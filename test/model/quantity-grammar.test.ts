import { closestQuantity, countUnits, readQuantity, writeQuantity } from '../../lib/model/quantity-grammar';

describe('readQuantity', () => {
  test.each([
    ['1.50', { negative: false, mantissa: 150n, exponent: -2, shift: 0, notation: 'decimal' }],
    ['-.5u', { negative: true, mantissa: 5n, exponent: -7, shift: 0, notation: 'decimal' }],
    ['+2Mi', { negative: false, mantissa: 2n, exponent: 0, shift: 20, notation: 'binary' }],
    ['3E', { negative: false, mantissa: 3n, exponent: 18, shift: 0, notation: 'decimal' }],
    ['3E-2', { negative: false, mantissa: 3n, exponent: -2, shift: 0, notation: 'exponent' }],
    ['x', undefined],
  ])('reads %s', (text, quantity) => {
    expect(readQuantity(text)).toStrictEqual(quantity);
  });
});

describe('countUnits', () => {
  const quantity = { negative: false, mantissa: 25n, exponent: -1, shift: 0, notation: 'decimal' } as const;

  test('counts exactly', () => {
    expect(countUnits(quantity, 0)).toBe('fraction');
    expect(countUnits(quantity, 1)).toBe(25n);
    expect(countUnits(quantity, 3)).toBe(2500n);
    expect(countUnits({ ...quantity, shift: 10 }, 0)).toBe(2560n);
  });

  test('stops where there is nothing to compute', () => {
    expect(countUnits({ ...quantity, exponent: 1e12 }, 0)).toBe('huge');
    expect(countUnits({ ...quantity, exponent: -1e12 }, 0)).toBe('fraction');
    expect(countUnits({ ...quantity, mantissa: 0n, exponent: 1e12 }, 0)).toBe(0n);
  });
});

describe('writeQuantity', () => {
  test('writes what is not whole in the decimal notation', () => {
    expect(writeQuantity(2_048_000n, 3, 'binary')).toBe('2Ki');
    expect(writeQuantity(2_048_500n, 3, 'binary')).toBe('2048500m');
    expect(writeQuantity(1500n, 3, 'exponent')).toBe('1500e-3');
  });
});

describe('closestQuantity', () => {
  test.each([
    ['5tb', '5T'],
    ['5 Gi', '5Gi'],
    ['5', undefined],
    ['5x', undefined],
    ['five G', undefined],
  ])('for %s is %s', (text, meant) => {
    expect(closestQuantity(text)).toBe(meant);
  });
});
