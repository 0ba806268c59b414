import { isGuid } from '../../../lib/model/azure/guid';

const ID = '11111111-2222-4333-8444-55555555aBcD';

describe('isGuid', () => {
  test('takes five groups of hexadecimal digits in either case', () => {
    expect(isGuid(ID)).toBe(true);
  });

  test.each(['', ID.replaceAll('-', ''), `{${ID}}`, `${ID}\n`, ` ${ID}`, ID.slice(1), `${ID}0`, ID.replace('1', 'g')])(
    'fails on %j',
    (text) => {
      expect(isGuid(text)).toBe(false);
    },
  );
});
