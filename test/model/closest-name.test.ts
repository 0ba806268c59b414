import * as fc from 'fast-check';

import { closestName } from '../../lib/model/closest-name';

const SETTINGS = [
  'inferenceRouterServiceType',
  'inferenceRouterHA',
  'internalLoadBalancerProvider',
  'sslSecret',
  'nfs',
];

describe('closestName', () => {
  test.each([
    ['inferencerouterservicetype', 'inferenceRouterServiceType'],
    ['inference-router-ha', 'inferenceRouterHA'],
    ['inference_router_HA', 'inferenceRouterHA'],
    ['infrenceRouterServiceTyp', 'inferenceRouterServiceType'],
    ['internalLoadBalancerProvidr', 'internalLoadBalancerProvider'],
    ['sslSecert', 'sslSecret'],
    ['nsf', 'nfs'],
    ['nf', 'nfs'],
    ['ssl', undefined],
    ['', undefined],
    ['completelyDifferent', undefined],
  ])('for the %#th name is the right one', (received, meant) => {
    expect(closestName(received, SETTINGS)).toBe(meant);
  });

  test('is the nearest of several, and the first of equals', () => {
    expect(closestName('cats', ['cat', 'cars', 'Cats'])).toBe('Cats');
    expect(closestName('data', ['date', 'dato'])).toBe('date');
  });

  test('is among names that differ in separators the one with the nearer ones', () => {
    const names = ['serviceBusConnectionString', 'servicebus.connectionString'];

    expect(closestName('serviceBusConectionString', names)).toBe('serviceBusConnectionString');
    expect(closestName('servicebus.conectionString', names)).toBe('servicebus.connectionString');
  });

  test('is nearer where each error needs more letters', () => {
    expect(closestName('someSecret', ['sslSecret'])).toBe('sslSecret');
    expect(closestName('someSecret', ['sslSecret'], 5)).toBeUndefined();
  });

  test('is nothing for a text of any length that is no name', () => {
    expect(closestName('x'.repeat(1_000_000), SETTINGS)).toBeUndefined();
  });

  test('is nothing when there are no names', () => {
    expect(closestName('name', [])).toBeUndefined();
  });

  test('finds a name of some length despite one wrong, missing or added letter', () => {
    const name = 'internalLoadBalancerProvider';
    const change = fc.record({
      at: fc.nat({ max: name.length - 1 }),
      cut: fc.nat({ max: 1 }),
      add: fc.constantFrom('', 'x'),
    });
    fc.assert(
      fc.property(change, ({ at, cut, add }) => {
        expect(closestName(name.slice(0, at) + add + name.slice(at + cut), SETTINGS)).toBe(name);
      }),
    );
  });
});
