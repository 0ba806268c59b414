import * as fc from 'fast-check';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import type { CliSettings, CliUpdateInput } from '../../../lib/model/extension/cli-input';
import type { CliConfirmation, CliUpdateOutcome } from '../../../lib/model/extension/cli-outcome';
import { deriveExtensionUpdate } from '../../../lib/model/extension/cli-update';
import { updateInputs } from '../../support/cli-arbitraries';
import { clearTexts } from '../../support/cli-inputs';

const DERIVED = ['scoringFe.serviceType.nodePort', 'scoringFe.serviceType.internalLoadBalancer', 'scoringFe.sslSecret'];

/** The outcome with protected settings in clear, so that it can be compared. */
function clear(outcome: CliUpdateOutcome): unknown {
  if (!outcome.ok || outcome.protected === null) return outcome;
  return { ...outcome, protected: clearTexts(outcome.protected) };
}

function codeOf(outcome: CliUpdateOutcome): string | undefined {
  return outcome.ok ? undefined : outcome.issues[0]?.code;
}

/** The question, once more in the words of its description. */
function question(input: CliUpdateInput): CliConfirmation | null {
  const [plain, hidden] = [input.settings ?? {}, input.protected ?? {}];
  const value = (key: string): unknown => (key in plain ? plain[key] : hidden[key]) ?? null;
  const isSet = (key: string): boolean =>
    !['', 'null', 'false', '0'].includes(String(value(key))) && String(value(key)) !== '';
  const isEmpty = Object.keys(plain).length === 0;
  if (isEmpty && !isSet('inferenceRouterServiceType') && !isSet('internalLoadBalancerProvider')) return null;
  const off = ['enableTraining', 'enableInference', 'installNvidiaDevicePlugin'].filter(
    (key) => String(value(key)).toLowerCase() === 'false',
  );
  const changed = [
    'allowInsecureConnections',
    'inferenceRouterServiceType',
    'internalLoadBalancerProvider',
    'sslCname',
  ].filter((key) => value(key) !== null);
  const selectors = Object.keys({ ...plain, ...hidden }).some((key) => key.includes('nodeSelector'))
    ? ['nodeSelector']
    : [];
  const workspace = String(value('logAnalyticsWS')).toLowerCase() === 'true' ? ['logAnalyticsWS'] : [];
  const items = [...off, ...changed, ...selectors, ...workspace];
  const hurtsJobs = items.some((item) =>
    ['enableTraining', 'installNvidiaDevicePlugin', 'nodeSelector'].includes(item),
  );
  const hurtsEndpoints = items.some((item) => !['enableTraining', 'logAnalyticsWS'].includes(item));
  if (items.length === 0) return null;
  return {
    impact: [...(hurtsJobs ? ['jobs' as const] : []), ...(hurtsEndpoints ? ['endpoints' as const] : [])],
    items,
  };
}

describe('deriveExtensionUpdate, whatever it is given', () => {
  test('asks what the description of the question says, and declines only when asked', () => {
    fc.assert(
      fc.property(updateInputs, (input) => {
        const outcome = deriveExtensionUpdate({ ...input, answer: 'yes' });
        fc.pre(!(codeOf(outcome) ?? '').includes('service-type'));
        const expected = question(input);
        expect(outcome.confirmation).toStrictEqual(expected);
        const declined = codeOf(deriveExtensionUpdate({ ...input, answer: 'no' }));
        expect(declined).toBe(expected === null ? codeOf(outcome) : 'derivation/declined');
      }),
      { numRuns: 1000 },
    );
  });

  test('sends the given settings, the flags that follow from them, and nothing else', () => {
    fc.assert(
      fc.property(updateInputs, (input) => {
        const outcome = deriveExtensionUpdate(input);
        const keys = outcome.ok ? Object.keys(outcome.settings ?? {}) : [];
        const given = Object.keys(input.settings ?? {});
        expect(keys.filter((key) => !given.includes(key) && !DERIVED.includes(key))).toStrictEqual([]);
        expect(outcome.ok ? given.filter((key) => !keys.includes(key)) : []).toStrictEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('looks at relay and service bus only when there are protected settings', () => {
    fc.assert(
      fc.property(updateInputs, ({ protected: hidden, ...rest }) => {
        const without = { ...rest, protected: {} };
        const blind = { cluster: rest.cluster, settings: rest.settings ?? null, protected: {} };
        expect(hidden).toBeDefined();
        expect(clear(deriveExtensionUpdate({ ...without, original: null }))).toStrictEqual(
          clear(deriveExtensionUpdate({ ...blind, answer: rest.answer ?? 'yes' })),
        );
      }),
    );
  });

  test('keeps every protected setting that is given', () => {
    fc.assert(
      fc.property(updateInputs, (input) => {
        const outcome = deriveExtensionUpdate(input);
        const sent = outcome.ok ? clearTexts(outcome.protected ?? {}) : {};
        const given = Object.keys(input.protected ?? {});
        expect(outcome.ok ? given.filter((key) => !(key in sent)) : []).toStrictEqual([]);
      }),
    );
  });

  test('gives the same with markers that are replaced afterwards as with their values', () => {
    const names = fc.constantFrom('a', 'b');
    const values = fc.record({ a: fc.stringMatching(/^[A-Za-z0-9./]{1,9}$/), b: fc.constant('B') });
    const keys = fc.constantFrom('sslCname', 'sslSecret', 'cluster_name', 'someKey');
    fc.assert(
      fc.property(
        updateInputs,
        values,
        fc.dictionary(keys, names, { noNullPrototype: true }),
        (input, lookup, marked) => {
          const build = (make: (name: 'a' | 'b') => string): CliUpdateInput => {
            const typed: CliSettings = Object.fromEntries(
              Object.entries(marked).map(([key, name]) => [key, make(name)]),
            );
            return {
              ...input,
              settings: { ...input.settings, ...typed },
              files: { 'cert.pem': make('a'), 'key.pem': `x${make('b')}` },
            };
          };
          const late = deriveExtensionUpdate(build((name) => deferred(name)));
          const early = deriveExtensionUpdate(build((name) => lookup[name]));
          const substituted = substituteDeferredIn(clear(late), ({ name }) =>
            name === 'a' || name === 'b' ? lookup[name] : undefined,
          );
          expect({ ...(substituted as object), issues: [] }).toStrictEqual({ ...(clear(early) as object), issues: [] });
        },
      ),
      { numRuns: 500 },
    );
  });
});
