import * as fc from 'fast-check';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { deriveExtensionCreate } from '../../../lib/model/extension/cli-create';
import type { CliCreateInput, CliSettings } from '../../../lib/model/extension/cli-input';
import { isTruthy } from '../../../lib/model/extension/cli-values';
import type { CliCreateOutcome } from '../../../lib/model/extension/cli-outcome';
import { SecretValue } from '../../../lib/model/secret';
import { acceptedInputs, createInputs, inAnyCase } from '../../support/cli-arbitraries';
import { AKS, ARC, clearTexts } from '../../support/cli-inputs';

/** The outcome with protected settings in clear, so that it can be compared. */
function clear(outcome: CliCreateOutcome): unknown {
  return outcome.ok ? { ...outcome, protected: clearTexts(outcome.protected) } : outcome;
}

function settingsOf(input: CliCreateInput): CliSettings {
  const outcome = deriveExtensionCreate(input);
  return outcome.ok ? outcome.settings : {};
}

function firstCode(input: CliCreateInput): string | undefined {
  const outcome = deriveExtensionCreate(input);
  return outcome.ok ? undefined : outcome.issues[0]?.code;
}

/** The decision table of an install, once more in the words of its description. */
function decision({ settings, protected: secrets }: CliCreateInput): string | undefined {
  const [plain, hidden] = [settings ?? {}, secrets ?? {}];
  const value = (key: string): unknown => (key in plain ? plain[key] : hidden[key]);
  const word = (key: string): string => String(value(key)).toLowerCase();
  const isFull = (one: unknown): boolean => (Array.isArray(one) ? one.length > 0 : Boolean(one));
  if (word('enableInference') !== 'true') return word('enableTraining') === 'true' ? undefined : 'nothing-enabled';
  const pair = [hidden['sslCertPemFile'], hidden['sslKeyPemFile']];
  const isTls = pair.every(isFull) || isFull(value('sslSecret'));
  const isInsecure = word('allowInsecureConnections') === 'true';
  if (!isTls && !isInsecure) return 'tls-undecided';
  if (isTls && !isFull(value('sslCname'))) return 'cname-missing';
  const type = value('inferenceRouterServiceType');
  if (isFull(type) && typeof type !== 'string') return 'service-type-not-text';
  if (!['nodeport', 'loadbalancer', 'clusterip'].includes(String(type).toLowerCase())) return 'service-type';
  if (String(type).toLowerCase() === 'nodeport' && word('internalLoadBalancerProvider') === 'azure') {
    return 'node-port-with-internal-load-balancer';
  }
  const bad =
    isInsecure || !pair.every(isFull) ? [] : pair.filter((path) => ['missing.pem', 'latin.pem'].includes(String(path)));
  return bad.length === 0 ? undefined : `pem-file-${bad[0] === 'missing.pem' ? 'missing' : 'not-ascii'}`;
}

const PLAIN = { noNullPrototype: true } as const;
type Marks = Readonly<Record<string, string>>;

/** An install that sends the content of both PEM files. */
const WITH_FILES: CliCreateInput = {
  cluster: AKS,
  settings: { enableInference: 'True', inferenceRouterServiceType: 'LoadBalancer', sslCname: 'ml.contoso.com' },
  protected: { sslCertPemFile: 'cert.pem', sslKeyPemFile: 'key.pem' },
  files: { 'cert.pem': 'CERT', 'key.pem': SecretValue.of('KEY') },
};

/** An input in which some texts come from named values. */
function withMarks(
  input: CliCreateInput,
  marks: Readonly<Record<'cluster' | 'settings' | 'protected' | 'files', Marks>>,
  value: (name: string) => string,
): CliCreateInput {
  const texts = (map: Marks): Marks =>
    Object.fromEntries(Object.entries(map).map(([key, name]) => [key, `x${value(name)}`]));
  const settings: CliSettings = { ...input.settings, ...texts(marks.settings) };
  const secrets = Object.entries(texts(marks.protected)).map(([key, text]) => [key, SecretValue.of(text)]);
  const hidden = [...Object.entries(input.protected ?? {}), ...(secrets as [string, unknown][])];
  return {
    ...input,
    cluster: { ...input.cluster, ...texts(marks.cluster) },
    settings,
    protected: Object.fromEntries(hidden.filter(([key]) => !(key in settings))),
    files: { ...input.files, ...texts(marks.files) },
  };
}

describe('deriveExtensionCreate, whatever it is given', () => {
  test('refuses what the decision table refuses, for the first reason', () => {
    fc.assert(
      fc.property(createInputs, (input) => {
        const rule = decision(input);
        expect(firstCode(input)).toBe(rule === undefined ? undefined : `derivation/${rule}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('takes a map that is not given for an empty one', () => {
    fc.assert(
      fc.property(createInputs, fc.constantFrom(null, {}), (input, nothing) => {
        const { cluster, settings = {} } = input;
        const expected = clear(deriveExtensionCreate({ cluster, settings }));
        expect(clear(deriveExtensionCreate({ cluster, settings, protected: nothing }))).toStrictEqual(expected);
      }),
    );
  });

  test('does not change its input', () => {
    fc.assert(
      fc.property(createInputs, (input) => {
        const before = JSON.stringify(input);
        deriveExtensionCreate(input);
        expect(JSON.stringify(input)).toBe(before);
      }),
    );
  });

  test('sends text, null only where null was given, and every derived key', () => {
    fc.assert(
      fc.property(acceptedInputs, (input) => {
        const outcome = deriveExtensionCreate(input);
        if (!outcome.ok) throw new Error('refused');
        const given = { ...input.protected, ...input.settings };
        const nulls = [...Object.entries(outcome.settings), ...Object.entries(outcome.protected)].filter(
          ([, value]) => value === null,
        );
        const sources = {
          clusterId: 'cluster_name',
          'relayserver.relayConnectionString': 'relayServerConnectionString',
        };
        const copied = Object.entries(sources)
          .filter(([, from]) => given[from] === null)
          .map(([key]) => key);
        const others = ['domain', 'scoringFe.sslSecret', 'servicebus.connectionString'];
        const allowed = [...copied, ...others, 'prometheus.prometheusSpec.externalLabels.cluster_name'];
        expect(nulls.filter(([key]) => given[key] !== null && !allowed.includes(key))).toStrictEqual([]);
        expect(Object.keys(outcome.settings)).toStrictEqual(
          expect.arrayContaining([
            ...['enableTraining', 'enableInference', 'cluster_name', 'clusterId', 'cluster_name_friendly', 'domain'],
            ...[
              'location',
              'jobSchedulerLocation',
              'servicebus.enabled',
              'relayserver.enabled',
              'nginxIngress.enabled',
            ],
            'prometheus.prometheusSpec.externalLabels.cluster_name',
          ]),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('derives the same from what it has derived', () => {
    fc.assert(
      fc.property(acceptedInputs, (input) => {
        const texts = { ...input, settings: withoutFalsy(input.settings), protected: withoutFalsy(input.protected) };
        const outcome = deriveExtensionCreate(texts);
        if (!outcome.ok) throw new Error('refused');
        const hidden = Object.entries(outcome.protected).filter(([key]) => !(key in outcome.settings));
        const again = deriveExtensionCreate({
          ...input,
          settings: outcome.settings,
          protected: Object.fromEntries(hidden),
        });
        expect(again).toMatchObject({ ok: true, settings: outcome.settings, createsInAzure: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('repairs small clusters only, and only what is not given', () => {
    fc.assert(
      fc.property(acceptedInputs, fc.nat({ max: 9 }), (input, nodes) => {
        const cluster = { ...AKS, nodes };
        const given = { ...input.protected, ...input.settings };
        const repaired = settingsOf({ ...input, cluster });
        const plain = settingsOf({ ...input, cluster: { ...cluster, nodes: null } });
        const isSmall = nodes < 3;
        const expected = {
          ...plain,
          ...(isSmall && (given['clusterPurpose'] ?? null) === null ? { clusterPurpose: 'DevTest' } : {}),
          ...(isSmall && (given['inferenceRouterHA'] ?? null) === null ? { inferenceRouterHA: 'false' } : {}),
        };
        expect(repaired).toStrictEqual(Object.keys(plain).length === 0 ? {} : expected);
      }),
    );
  });

  test('reads flags and types in any letter case', () => {
    fc.assert(
      fc.property(inAnyCase('true'), inAnyCase('nodeport'), inAnyCase('managedclusters'), (yes, type, kind) => {
        const settings = { enableInference: yes, allowInsecureConnections: yes, inferenceRouterServiceType: type };
        const derived = settingsOf({ cluster: { ...AKS, type: kind }, settings });
        expect(derived).toMatchObject({
          'scoringFe.serviceType.nodePort': 'True',
          'relayserver.enabled': 'false',
          'nginxIngress.enabled': 'true',
        });
      }),
    );
  });

  test('gives the same with markers that are replaced afterwards as with their values', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    const values = fc.dictionary(names, fc.stringMatching(/^[A-Za-z0-9./]{1,12}$/), { minKeys: 4, ...PLAIN });
    const marks = fc.record({
      cluster: fc.dictionary(fc.constantFrom('location', 'resourceId'), names, PLAIN),
      settings: fc.dictionary(
        fc.constantFrom('sslCname', 'sslSecret', 'cluster_name', 'location', 'someKey', 'doamin'),
        names,
        PLAIN,
      ),
      protected: fc.dictionary(fc.constantFrom('token', 'relayServerConnectionString'), names, PLAIN),
      files: fc.dictionary(fc.constantFrom('cert.pem', 'key.pem'), names, PLAIN),
    });
    fc.assert(
      fc.property(fc.oneof(acceptedInputs, fc.constant(WITH_FILES)), values, marks, (input, lookup, marked) => {
        const late = deriveExtensionCreate(withMarks(input, marked, deferred));
        const early = deriveExtensionCreate(withMarks(input, marked, (name) => lookup[name] ?? ''));
        const substituted = substituteDeferredIn(clear(late), ({ name }) => lookup[name]);
        expect(withoutDiagnostics(substituted)).toStrictEqual(withoutDiagnostics(clear(early)));
      }),
      { numRuns: 500 },
    );
  });

  test('wraps every protected setting, whether it was given as a secret or as text', () => {
    fc.assert(
      fc.property(acceptedInputs, (input) => {
        const wrapped = Object.entries(input.protected ?? {}).map(([key, value]) => [
          key,
          typeof value === 'string' && key !== 'sslSecret' ? SecretValue.of(value) : value,
        ]);
        const secret = deriveExtensionCreate({ ...input, protected: Object.fromEntries(wrapped) as CliSettings });
        const outcome = deriveExtensionCreate(input);
        expect(codesOrClear(secret)).toStrictEqual(codesOrClear(outcome));
        expect(
          outcome.ok ? Object.values(outcome.protected).filter((value) => typeof value === 'string') : [],
        ).toStrictEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('names the same relay on Arc as relayNamespaceName', () => {
    const outcome = deriveExtensionCreate({ cluster: ARC, settings: { enableTraining: true } });

    expect(outcome).toMatchObject({
      settings: {
        'relayserver.hybridConnectionResourceID':
          '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg/providers/Microsoft.Relay/namespaces/mlcluster00000000111122223333444444444444rgrelay/hybridConnections/ml-cluster',
      },
    });
  });
});

/** Without what is empty: the Azure CLI fills some of it in, and some of it is full once it is text. */
function withoutFalsy(map: CliSettings | null | undefined): CliSettings {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([, value]) => isTruthy(value)));
}

function codesOrClear(outcome: CliCreateOutcome): unknown {
  return outcome.ok ? clear(outcome) : outcome.issues.map(({ code }) => code);
}

/** A rule about text that is not known yet waits. */
function withoutDiagnostics(outcome: unknown): unknown {
  return { ...(outcome as object), diagnostics: [], issues: [] };
}
