import * as fc from 'fast-check';
import { deferred } from '../../../lib/model/deferred';
import { relayNamespaceName } from '../../../lib/model/extension/relay-name';
import { errorMessage } from '../../support/error-message';

const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';

function relayName(name: string, resourceGroup: string): string {
  return relayNamespaceName({ name, subscriptionId: SUBSCRIPTION, resourceGroup });
}

describe('the name of the relay', () => {
  test.each([
    ['aks', 'rg', 'aks00000000111122223333444444444444rgrelay'],
    ['ml-cluster', 'rg-ml', 'mlcluster00000000111122223333444444444444rgmlrelay'],
    ['mlcluster', 'rgml', 'mlcluster00000000111122223333444444444444rgmlrelay'],
    ['aml-production-west-01', 'rg_machine-learning.prod', 'amlproductionwest010000000011112222333344444daa837'],
    ['größe-größe-größe-größe-', 'rg', 'größegrößegrößegröße000000001111222233334444de2f9a'],
    ['münchen', 'größe', 'münchen00000000111122223333444444444444größerelay'],
  ])('of %s in %s is %s', (name, resourceGroup, expected) => {
    expect(relayName(name, resourceGroup)).toBe(expected);
  });

  test('carries a hash exactly when 50 letters and digits are not enough', () => {
    expect(relayName('a'.repeat(11), 'rg')).toBe(`${'a'.repeat(11)}00000000111122223333444444444444rgrelay`);
    expect(relayName('a'.repeat(12), 'rg')).toMatch(/^a{12}0{8}1{4}2{4}3{4}4{12}[0-9a-f]{6}$/);
  });

  test('has at most 50 characters, letters and digits only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 90 }), (name, group) => {
        const characters = [...relayName(name, group)];
        return characters.length <= 50 && characters.every((one) => /[\p{L}\p{N}]/u.test(one));
      }),
    );
  });

  test('fails on parts that are known only at deployment', () => {
    expect(errorMessage(() => relayName(deferred('name'), deferred('group')))).toBe(
      [
        'relay name has 2 errors:',
        '  - cluster.name: the value must be known when the program runs (received "<name>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
        '  - cluster.resourceGroup: the value must be known when the program runs (received "<group>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
      ].join('\n'),
    );
  });
});
