import fc from 'fast-check';
import { deferred } from '../../lib/model/deferred';
import { coversHost } from '../../lib/model/host-match';

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,10}[a-z0-9])?$/);
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));

describe('coversHost', () => {
  test.each([
    ['ml.contoso.com', 'ml.contoso.com', true],
    ['*.contoso.com', 'ml.contoso.com', true],
    ['*.contoso.com', '*.contoso.com', true],
    ['*.contoso.com', 'contoso.com', false],
    ['*.contoso.com', 'a.ml.contoso.com', false],
    ['*.contoso', 'contoso', false],
    ['ml.contoso.com', '*.contoso.com', false],
    ['ml.contoso.com', 'a.ml.contoso.com', false],
  ])('says whether %s covers %s', (one, other, expected) => {
    expect(coversHost(one, other)).toBe(expected);
  });

  test('takes a host that is not known yet as covered', () => {
    expect(coversHost(deferred('host'), 'ml.contoso.com')).toBe(true);
    expect(coversHost('ml.contoso.com', deferred('host'))).toBe(true);
    expect(coversHost(`*.${deferred('domain')}`, 'ml.contoso.com')).toBe(true);
  });

  test('puts a wildcard in place of one label, and of no more', () => {
    fc.assert(
      fc.property(label, host, host, (first, parent, name) => {
        expect(coversHost(`*.${parent}`, `${first}.${parent}`)).toBe(true);
        expect(coversHost(`*.${parent}`, `${first}.${name}.${parent}`)).toBe(false);
        expect(coversHost(name, parent)).toBe(name === parent);
      }),
    );
  });
});
