import * as fc from 'fast-check';
import { deferred } from '../../../lib/model/deferred';
import { nodeSelectorKey, nodeSelectorLabel, withEscapedDots } from '../../../lib/model/extension/node-selector-key';

const name = fc.stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9_.]{0,20}[A-Za-z0-9])?$/);
const domain = fc
  .array(fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,8}[a-z0-9])?$/), { minLength: 1, maxLength: 3 })
  .map((labels) => labels.join('.'));
const label = fc.oneof(
  name,
  fc.tuple(domain, name).map(([prefix, rest]) => `${prefix}/${rest}`),
);

/** How Helm reads a path of `--set`: a dot nests, and a backslash takes the next character as it is. */
function helmPath(key: string): string[] {
  const steps = [''];
  for (let at = 0; at < key.length; at += 1) {
    const here = key.charAt(at);
    if (here === '.') steps.push('');
    else {
      if (here === '\\') at += 1;
      steps.push(`${steps.pop() ?? ''}${key.charAt(at)}`);
    }
  }
  return steps;
}

describe('nodeSelectorKey', () => {
  test('escapes the dots of a label and nothing else', () => {
    expect(nodeSelectorKey('kubernetes.io/os')).toBe(String.raw`nodeSelector.kubernetes\.io/os`);
    expect(nodeSelectorKey('pool')).toBe('nodeSelector.pool');
  });

  test('is read by Helm as the label, and parsed back to it', () => {
    fc.assert(
      fc.property(label, (one) => {
        const key = nodeSelectorKey(one);

        expect(helmPath(key)).toStrictEqual(['nodeSelector', one]);
        expect(nodeSelectorLabel(key)).toBe(one);
        expect(withEscapedDots(key)).toBe(key);
      }),
    );
  });

  test('is what a label without escapes, or with some, was meant for', () => {
    fc.assert(
      fc.property(label, fc.infiniteStream(fc.boolean()), (one, escapes) => {
        const partly = one.replaceAll('.', () => (escapes.next().value === true ? String.raw`\.` : '.'));

        expect(withEscapedDots(`nodeSelector.${partly}`)).toBe(nodeSelectorKey(one));
      }),
    );
  });

  test('fails for what is no label key, and for a label that is not known yet', () => {
    expect(() => nodeSelectorKey('a b')).toThrow(/name\/label-key/);
    expect(() => nodeSelectorKey(deferred('label'))).toThrow(/deferred\/literal-required/);
  });
});

describe('nodeSelectorLabel', () => {
  test('takes a slash that is escaped too', () => {
    expect(nodeSelectorLabel(String.raw`nodeSelector.kubernetes\.azure\.com\/agentpool`)).toBe(
      'kubernetes.azure.com/agentpool',
    );
  });

  test('is nothing for other keys, which stay as they are', () => {
    expect(nodeSelectorLabel('sslSecret')).toBeUndefined();
    expect(withEscapedDots('scoringFe.sslSecret')).toBe('scoringFe.sslSecret');
  });
});
