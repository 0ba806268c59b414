import { App, Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { deferred, SecretValue, ValidationError } from 'azureml-kubernetes';
import {
  AzureMLPlatform,
  ComputeNamespace,
  DevicePlugin,
  IngressTlsSecret,
  InstanceType,
  JobDataVolume,
  NfsMountConfig,
  OpenShiftSccGrant,
  RouterTlsSecret,
  ScoringIngress,
} from 'azureml-kubernetes/cdk8s';
import { FULL_PLATFORM } from '../support/platform';
import { ALL_SPECS } from '../support/storage-specs';
import {
  CERT_MANAGER,
  CLASS_BUNDLE,
  CLASS_PARTS,
  EXTERNAL_BUNDLE,
  EXTERNAL_PARTS,
  INLINE,
} from '../support/tls-sources';

type Place = (scope: Construct, props: object) => unknown;

interface Sample {
  readonly title: string;
  readonly place: Place;
  readonly props: object;
}

const SAMPLES: readonly Sample[] = [
  ...ALL_SPECS.map(([form, spec]) => ({
    title: `JobDataVolume on ${form}`,
    place: (scope: Construct, props: object) => new JobDataVolume(scope, 'it', props as never),
    props: { labels: { team: 'ml' }, annotations: { owner: 'ml' }, ...spec },
  })),
  {
    title: 'JobDataVolume.fromClaim',
    place: (scope, props) => JobDataVolume.fromClaim(scope, 'it', props as never),
    props: { claimName: 'images', namespace: 'ml-jobs', mountPath: '/mnt/images' },
  },
  {
    title: 'NfsMountConfig',
    place: (scope: Construct, props: object) => new NfsMountConfig(scope, 'it', props as never),
    props: FULL_PLATFORM.nfsMounts ?? {},
  },
  {
    title: 'ScoringIngress on nginx',
    place: (scope: Construct, props: object) => new ScoringIngress(scope, 'it', props as never),
    props: {
      controller: 'nginx',
      https: {
        hosts: ['ml.contoso.com'],
        secretName: 'tls',
        certManager: { issuer: { kind: 'Issuer', name: 'acme' } },
      },
      nextUpstream: ['error'],
      bodySize: '8m',
      readTimeoutSeconds: 60,
      sslRedirect: true,
      annotations: { 'nginx.ingress.kubernetes.io/enable-cors': 'true' },
      labels: { team: 'ml' },
      bundledNginx: 'absent',
    },
  },
  {
    title: 'ScoringIngress on Application Gateway',
    place: (scope: Construct, props: object) => new ScoringIngress(scope, 'it', props as never),
    props: {
      controller: 'applicationGateway',
      https: { host: 'ml.contoso.com', gatewayCertificate: 'scoring' },
      healthProbe: { hostname: 'ml.contoso.com', statusCodes: ['200-399'], port: 80 },
      connectionDraining: { timeoutSeconds: 30 },
      hostnameExtension: ['*.ml.contoso.com'],
    },
  },
  ...[INLINE, EXTERNAL_PARTS, EXTERNAL_BUNDLE, CLASS_PARTS, CLASS_BUNDLE, CERT_MANAGER].map((source) => ({
    title: `IngressTlsSecret from ${source.kind}`,
    place: (scope: Construct, props: object) => new IngressTlsSecret(scope, 'it', props as never),
    props: { source, labels: { team: 'ml' } },
  })),
  ...[INLINE, EXTERNAL_PARTS, EXTERNAL_BUNDLE, CLASS_PARTS, CLASS_BUNDLE].map((source) => ({
    title: `RouterTlsSecret from ${source.kind}`,
    place: (scope: Construct, props: object) => new RouterTlsSecret(scope, 'it', props as never),
    props: { source, extensionName: 'azureml', annotations: { owner: 'ml' } },
  })),
  {
    title: 'ComputeNamespace',
    place: (scope: Construct, props: object) => new ComputeNamespace(scope, 'it', props),
    props: { quota: { requests: { cpu: '4', gpu: 2 } }, podSecurity: { enforce: 'baseline' }, labels: { team: 'ml' } },
  },
  {
    title: 'InstanceType',
    place: (scope: Construct, props: object) => new InstanceType(scope, 'it', props as never),
    props: FULL_PLATFORM.instanceTypes?.['gpu-one'] ?? {},
  },
  {
    title: 'DevicePlugin',
    place: (scope: Construct, props: object) => new DevicePlugin(scope, 'it', props),
    props: FULL_PLATFORM.devicePlugin ?? {},
  },
  {
    title: 'OpenShiftSccGrant',
    place: (scope: Construct, props: object) => new OpenShiftSccGrant(scope, 'it', props as never),
    props: { extensionName: 'azureml', computeNamespaces: ['ml-jobs'], arcConnected: true },
  },
  {
    title: 'AzureMLPlatform',
    place: (scope: Construct, props: object) => new AzureMLPlatform(scope, 'it', props as never),
    props: FULL_PLATFORM,
  },
];

const JUNK = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 10n),
  fc.constantFrom<unknown>('', ' ', '__proto__', 'constructor', 'a'.repeat(300), ['a', 'a'], [], [null], [[]]),
  fc.constantFrom<unknown>({}, { kind: 'nfs' }, { kind: 'toString' }, new Date(0), new Map(), () => 'text'),
  fc.constantFrom('', 'text', deferred('key', { secret: true }), '\uFDD0').map(SecretValue.of),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.object({ maxDepth: 1 }),
);

const ADDED = fc.constantFrom('extra', '__proto__', 'name', 'kind');

/** Every place inside plain data. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const isPlain = Array.isArray(value) || (typeof value === 'object' && value?.constructor === Object);
  if (!isPlain) return [];
  return Object.entries(value as object).flatMap(([key, inner]) => [
    [...path, key],
    ...placesIn(inner, [...path, key]),
  ]);
}

/** The same data with one value replaced or added. */
function withValue(data: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data)) {
    return data.map((inner: unknown, index) => (String(index) === key ? withValue(inner, rest, value) : inner));
  }
  return { ...(data as object), [key]: withValue((data as Readonly<Record<string, unknown>>)[key], rest, value) };
}

/** What the construct makes of its properties: manifests, or one error with all issues. */
function outcomeOf(chart: Chart, { place }: Sample, props: object): unknown {
  try {
    place(chart, props);
    return Testing.synth(chart);
  } catch (error) {
    const isSynthesis = error instanceof Error && error.message.startsWith('Validation failed');
    if (ValidationError.isValidationError(error) || isSynthesis) return error;
    throw error;
  }
}

describe('a construct with a value that is wrong anywhere', () => {
  test.each(SAMPLES)('$title fails with one ValidationError and leaves nothing, or writes plain JSON', (sample) => {
    const places = fc.constantFrom(...placesIn(sample.props));
    fc.assert(
      fc.property(places, fc.option(ADDED), JUNK, (path, added, junk) => {
        const chart = new Chart(new App(), 'chart');
        const props = withValue(sample.props, added === null ? path : [...path, added], junk);
        const outcome = outcomeOf(chart, sample, props as object);

        const left = ValidationError.isValidationError(outcome) ? chart.node.children : [];
        expect(left).toStrictEqual([]);
        const written = outcome instanceof Error ? [] : outcome;
        expect(JSON.parse(JSON.stringify(written))).toStrictEqual(written);
      }),
    );
  });
});

describe('a construct with something in place of its properties', () => {
  const given = [
    [null, '"null"'],
    ['text', '"a string"'],
    [['list'], '"a list"'],
  ] as const;
  const classes = new Map(SAMPLES.map((sample) => [sample.title.replace(/ .*/, ''), sample]));

  test.each([...classes.values()])('$title fails with one ValidationError and leaves nothing', (sample) => {
    for (const [value, received] of given) {
      const chart = new Chart(new App(), 'chart');
      const outcome = outcomeOf(chart, sample, value as never);

      expect(outcome).toMatchObject({ issues: [{ code: 'spec/type', path: [], received, expected: 'an object' }] });
      expect(chart.node.children).toStrictEqual([]);
    }
  });
});
