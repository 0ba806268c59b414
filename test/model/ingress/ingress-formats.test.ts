import fc from 'fast-check';
import { INGRESS_FORMATS, type IngressFormat } from '../../../lib/model/ingress/ingress-formats';

function accepts(format: IngressFormat, text: string): boolean {
  return INGRESS_FORMATS[format].issues(text, []).length === 0;
}

describe('INGRESS_FORMATS', () => {
  test.each<[IngressFormat, RegExp]>([
    ['nginxOffset', /^[1-9][0-9]{0,8}[kKmMgG]?$/],
    ['nginxSize', /^[1-9][0-9]{0,8}[kKmM]?$/],
    ['gatewayItem', /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$/],
    ['gatewayPath', /^(\/[A-Za-z0-9._~%-]{1,8}){1,3}\/?$/],
  ])('%s takes every text of its grammar, and parses it to itself', (format, grammar) => {
    fc.assert(
      fc.property(fc.stringMatching(grammar), (text) => {
        expect(INGRESS_FORMATS[format].parse(text)).toBe(text);
      }),
    );
  });

  test('nginx would not overflow on any size that is taken', () => {
    const units: Readonly<Record<string, bigint>> = { k: 1024n, m: 1024n ** 2n, g: 1024n ** 3n };

    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,12}[kmg]?$/), (text) => {
        const [, digits = '0', unit = ''] = /^(\d+)(\w?)$/.exec(text) ?? [];
        const bytes = BigInt(digits) * (units[unit] ?? 1n);

        expect(accepts('nginxOffset', text) && bytes >= 2n ** 63n).toBe(false);
      }),
    );
  });

  test('status codes are one code or a rising range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 699 }), fc.integer({ min: 0, max: 699 }), (first, last) => {
        const isCode = (code: number): boolean => code >= 100 && code <= 599;

        expect(accepts('statusCodes', String(first))).toBe(isCode(first));
        expect(accepts('statusCodes', `${String(first)}-${String(last)}`)).toBe(
          isCode(first) && isCode(last) && first <= last,
        );
      }),
    );
  });
});
