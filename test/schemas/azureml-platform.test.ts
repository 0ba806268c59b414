import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import { errorsOf, type Path } from '../../lib/model/issues';
import type { AzureMLPlatformSpec } from '../../lib/model/platform/azureml-platform';
import { azureMLPlatformIssues } from '../../lib/model/platform/azureml-platform.rules';
import { validIngress } from '../support/ingress-arbitraries';
import { ARC } from '../support/extensions';
import { FULL_PLATFORM, platformWith } from '../support/platform';
import { jobDataVolumeSpecs, nfsMounts } from '../support/storage-arbitraries';
import { ALL_SPECS } from '../support/storage-specs';
import { CERT_MANAGER, CLASS_BUNDLE, CLASS_PARTS, EXTERNAL_BUNDLE, EXTERNAL_PARTS } from '../support/tls-sources';

const SCHEMA_FILE = join(__dirname, '../../schemas/azureml-platform.json');
const SCHEMA = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object;
const accepts = new Ajv({ allowUnionTypes: true }).compile(SCHEMA);

const GUID = '00000000-1111-2222-3333-444444444444';
const GROUP = `/subscriptions/${GUID}/resourceGroups/ml/providers`;

/** A compute with a volume of each form of source. */
const COMPUTE = {
  name: 'gpu-jobs',
  workspace: {
    resourceGroup: 'ml',
    name: 'vision',
    subscriptionId: GUID,
    location: 'westeurope',
    identity: { kind: 'userAssigned', name: 'of the workspace', principalId: GUID },
  },
  identity: {
    kind: 'userAssigned',
    name: 'of the jobs',
    resourceId: `${GROUP}/Microsoft.ManagedIdentity/userAssignedIdentities/jobs`,
    principalId: GUID,
  },
  access: { readBlobs: { images: `${GROUP}/Microsoft.Storage/storageAccounts/images` } },
  defaultInstanceType: 'gpu-one',
  description: 'Jobs of the vision team',
  tags: { 'cost center': '42' },
  namespace: {
    name: 'vision',
    podSecurity: { warn: 'restricted' },
    quota: { requests: { cpu: '16', memory: '64Gi', gpu: 0, storage: '1Ti' }, limits: { cpu: '1.5k' }, pods: 100 },
    limitRange: { default: { cpu: '500m', memory: '1Gi' } },
    labels: { 'contoso.com/team': 'vision' },
    annotations: { owner: 'Vision team, floor 3' },
  },
  volumes: Object.fromEntries(
    ALL_SPECS.map(([, { name, ...volume }], index) => [
      `${name}-${String(index)}`,
      { ...volume, mountPath: `/mnt/${String(index)}`, labels: { tier: '1' } },
    ]),
  ),
};

const WIDE = platformWith({
  cluster: { ...ARC, distribution: 'openshift' },
  extension: {
    name: 'azureml',
    enableTraining: { installVolcano: true, volcanoSchedulerConfigMap: 'volcano', skipResourceValidation: true },
    enableInference: {
      inferenceRouterServiceType: 'ClusterIP',
      allowInsecureConnections: true,
      inferenceRouterHA: true,
      nginxIngressController: 'k8s.io/amlarc-ingress-nginx',
    },
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: { workload: [{ operator: 'Exists', key: 'team', effect: 'NoSchedule' }] },
    installDcgmExporter: true,
    installPromOp: false,
    clusterPurpose: 'FastProd',
    relay: {
      kind: 'existing',
      hybridConnectionResourceId: `${GROUP}/Microsoft.Relay/namespaces/own`,
      hybridConnectionName: 'plant',
    },
    upgrades: { kind: 'pinned', version: '1.1.88' },
    extraSettings: { plain: { 'amloperator.custom_ip_interface': 'ib0' } },
  },
  computes: [COMPUTE],
  nodePools: {
    ...FULL_PLATFORM.nodePools,
    spot: { spot: true, taints: ['sku=cpu:NoSchedule', { kind: 'workload' }], minCount: 0, maxCount: 9, vmSize: 'D4' },
  },
});

function errors(spec: unknown): unknown[] {
  const { ofParts, ofWhole } = azureMLPlatformIssues(spec as AzureMLPlatformSpec);
  return errorsOf([...ofWhole, ...ofParts]);
}

/** Every place below the root, as steps from it. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const below = steps.flatMap(([step, inner]: [string | number, unknown]) => places(inner, [...path, step]));
  return path.length === 0 ? below : [path, ...below];
}

/** The places of texts. */
function textPlaces(spec: unknown): Path[] {
  const valueAt = (path: Path): unknown =>
    path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], spec);
  return places(spec).filter((path) => typeof valueAt(path) === 'string');
}

/** A copy of a description with another value at a place. */
function withValue(spec: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(spec) as Record<string | number, unknown>;
  let parent = copy;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
  parent[path.at(-1) ?? ''] = value;
  return copy;
}

function without(spec: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(spec).filter(([name]) => !names.includes(name)));
}

describe('the JSON schema of the platform', () => {
  test('accepts the smallest description, and those that use every part', () => {
    const smallest = { extension: FULL_PLATFORM.extension, computes: [{ name: 'jobs', workspace: COMPUTE.workspace }] };
    for (const spec of [smallest, FULL_PLATFORM, WIDE]) {
      expect(errors(spec)).toStrictEqual([]);
      accepts(spec);
      expect(accepts.errors).toBeNull();
    }
  });

  test('accepts the description that an example keeps as YAML', () => {
    const file = join(__dirname, '../../examples/whole-platform/platform.yaml');
    accepts(parse(readFileSync(file, 'utf8')));
    expect(accepts.errors).toBeNull();
  });

  test('accepts every right volume, ingress, mount and certificate', () => {
    const volume = jobDataVolumeSpecs().map((one) => ({
      computes: [{ ...COMPUTE, volumes: { [one.name]: without(one, ['name', 'namespace']) } }],
    }));
    const ingress = validIngress.map((one) => ({ ingresses: { scoring: without(one, ['name']) } }));
    const mounts = nfsMounts().map((some) => ({ nfsMounts: { mounts: some } }));
    const router = fc.constantFrom(EXTERNAL_PARTS, EXTERNAL_BUNDLE, CLASS_PARTS).map((source) => ({
      routerTls: { name: 'router', source },
    }));
    const certificate = fc.constantFrom(EXTERNAL_PARTS, CLASS_BUNDLE, CERT_MANAGER).map((source) => ({
      ingressTls: { 'scoring-tls': { source } },
    }));
    fc.assert(
      fc.property(fc.oneof(volume, ingress, mounts, router, certificate), (changes) => {
        accepts(platformWith(changes));
        expect(accepts.errors).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('refuses no text that the rules take', () => {
    const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?$/);
    const texts = fc.oneof(
      label,
      fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.')),
      fc.stringMatching(/^(\/[-\w.~ ]{1,9}){1,4}$/),
      fc.stringMatching(/^[+]?[0-9]{1,3}[.]?[0-9]{0,3}(m|k|Ki|Mi|G|e3|)$/),
      fc.stringMatching(/^[A-Za-z]([-\w.]{0,20}[A-Za-z0-9])?$/),
      fc.constantFrom(
        'a=b:NoSchedule',
        'a.b/c:NoExecute',
        '::1',
        '-a',
        'a-',
        'a_',
        '(a)',
        'a/b',
        'é',
        '007',
        '.5',
        '1.',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...textPlaces(WIDE)), texts, (path, text) => {
        const spec = withValue(WIDE, path, text);
        expect(accepts(spec) || errors(spec).length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('refuses nothing that the rules take, whatever is written', () => {
    const junk = fc.oneof(
      fc.constantFrom(null, 0, -1, 1.5, true, '', [], {}, [null], [[]], { kind: 'x' }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places(WIDE)), junk, (path, value) => {
        const spec = withValue(WIDE, path, value);
        expect(accepts(spec) || errors(spec).length > 0).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('fails on a text that nothing takes, wherever a text has a form', () => {
    const anyText = ['annotations', 'tags', 'extraSettings'];
    for (const path of textPlaces(WIDE).filter((one) => !anyText.some((name) => one.includes(name)))) {
      const spec = withValue(WIDE, path, ' ?\u0007');
      expect(errors(spec)).not.toStrictEqual([]);
      expect(`${path.join('.')}: ${String(accepts(spec))}`).toBe(`${path.join('.')}: false`);
    }
  });

  const [volume] = Object.values(COMPUTE.volumes);
  const https = { host: 'ml.contoso.com', secretName: 'tls' };

  test.each([
    ['an unknown part', { instancetypes: {} }],
    ['no compute', { computes: [] }],
    ['a compute without a workspace', { computes: [{ name: 'jobs' }] }],
    ['what follows from the rest', { computes: [{ ...COMPUTE, volumes: { images: { ...volume, namespace: 'ml' } } }] }],
    [
      'an option of another source',
      { computes: [{ ...COMPUTE, volumes: { images: { ...volume, reclaimPolicy: 'Delete' } } }] },
    ],
    ['a claim with a name that none can have', { computes: [{ ...COMPUTE, volumes: { Images: volume } }] }],
    ['an option of another controller', { ingresses: { a: { controller: 'nginx', https, usePrivateIp: true } } }],
    ['HTTP and HTTPS at once', { ingresses: { a: { controller: 'nginx', http: {}, https } } }],
    ['neither HTTP nor HTTPS', { ingresses: { a: { controller: 'nginx' } } }],
    ['half a GPU', { nodePools: { gpu: { gpus: 0.5 } } }],
    ['fewer nodes than none', { nodePools: { gpu: { minCount: -1 } } }],
    ['a misspelt effect', { nodePools: { gpu: { taints: ['sku=gpu:NoSchddule'] } } }],
    ['a label key that is none', { nodePools: { gpu: { labels: { 'a b': 'c' } } } }],
    ['a recipe without its names', { nodePools: { gpu: { isolation: { kind: 'workspace', workspace: 'vision' } } } }],
    [
      'a quota of no amount',
      { computes: [{ ...COMPUTE, namespace: { name: 'ml', quota: { requests: { cpu: 'two' } } } }] },
    ],
    ['a certificate of azureml-fe from cert-manager', { routerTls: { name: 'tls', source: CERT_MANAGER } }],
    [
      'certificate and key in the description',
      { ingressTls: { tls: { source: { kind: 'inline', certificate: 'x' } } } },
    ],
  ])('fails on %s, as the rules do', (_title, changes) => {
    const spec = platformWith(changes);
    expect(errors(spec)).not.toStrictEqual([]);
    expect(accepts(spec)).toBe(false);
  });

  test('needs no expression that Go cannot read', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).not.toMatch(/\(\?[=!<]/);
  });
});
