import * as pulumi from '@pulumi/pulumi';
import { ValidationError } from 'azureml-kubernetes';
import * as components from 'azureml-kubernetes/pulumi';
import { errorsOf, formatIssue } from '../../lib/model/issues';
import {
  COMPONENT_NAMES,
  cluster,
  extension,
  MINIMAL,
  rawResources,
  type ComponentName,
} from '../support/pulumi/minimal-components';
import { clusterProvider, withoutEngine } from '../support/pulumi/run-program';

type Component = new (name: string, args: unknown, opts: unknown) => object;

const CLUSTER = 'an AksCluster, or what AksCluster.fromExisting or ArcCluster.fromExisting returns';
/** What components hold besides a description. */
const REQUIRED_PARTS = [
  ['AgentPool', 'cluster', 'an object'],
  ['AzureMLExtension', 'cluster', CLUSTER],
  ['AzureMLPlatform', 'cluster', CLUSTER],
  ['ChartObjects', 'chart', 'an object'],
  ['KubernetesCompute', 'extension', 'a component AzureMLExtension'],
] as const;
const OPTIONAL_PARTS = [
  ['ChartObjects', 'outputs', 'ChartOutputs'],
  ['OpenShiftSccGrant', 'extensionNamespace', 'a component ExtensionNamespace'],
  ['RouterTlsSecret', 'extensionNamespace', 'a component ExtensionNamespace'],
] as const;

/** The roles of the children, as the types have them. */
const ROLES = {
  AgentPool: ['agentPool'],
  AksCluster: ['managedCluster'],
  AzureMLExtension: [
    'extension',
    'relayNamespace',
    'hybridConnection',
    'hybridConnectionAuthorizationRule',
    'logAnalyticsWorkspace',
    'role:ws:reader:cluster',
  ] satisfies readonly components.AzureMLExtensionRole[],
  ChartObjects: ['ConfigMap-settings'],
  ComputeNamespace: ['resource', 'quota', 'limitRange'] satisfies readonly components.ComputeNamespaceRole[],
  DevicePlugin: ['resource'],
  ExtensionNamespace: ['resource'],
  IngressTlsSecret: ['resource'],
  InstanceType: ['resource'],
  JobDataVolume: ['claim', 'persistentVolume'],
  KubernetesCompute: ['compute', 'role:jobs:acrPull:contoso'] satisfies readonly components.KubernetesComputeRole[],
  NfsMountConfig: ['resource'],
  OpenShiftSccGrant: [
    'resource',
    'namespace',
    'securityContextConstraints',
    'clusterRole',
    'roleBinding-ml-jobs',
  ] satisfies readonly components.OpenShiftSccGrantRole[],
  RouterTlsSecret: ['resource', 'namespace'],
  ScoringIngress: ['resource'],
} satisfies Record<Exclude<ComponentName, 'AzureMLPlatform'>, readonly string[]>;

/** The messages of the one error that something throws before it registers anything. */
function thrown(run: () => unknown): string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (ValidationError.isValidationError(error)) return errorsOf(error.issues).map(formatIssue);
    throw error;
  }
}

let made = 0;

function messages(name: ComponentName, args: unknown, opts: unknown = { provider: clusterProvider() }): string[] {
  made += 1;
  return thrown(() => new (components[name] as Component)(`it${String(made)}`, args, opts));
}

function withOptions(name: ComponentName, opts: object): string[] {
  return messages(name, MINIMAL[name](), { provider: clusterProvider(), ...opts });
}

const wrongType = (place: string, received: string, expected = 'an object'): string =>
  `${place}the value has the wrong type (received "${received}", expected ${expected}); give a value of the expected type [spec/type]`;

beforeAll(withoutEngine);

describe('a component with something in place of its arguments', () => {
  test('are all of them', () => {
    const classes = Object.entries(components).filter(([, value]) => typeof value === 'function');
    expect(classes.map(([name]) => name).sort()).toStrictEqual([...COMPONENT_NAMES, 'ChartOutputs'].sort());
  });

  test.each(COMPONENT_NAMES)('%s fails with one ValidationError', (name) => {
    expect(messages(name, null)).toStrictEqual([wrongType('', 'null')]);
    expect(messages(name, 'text')).toStrictEqual([wrongType('', 'a string')]);
    expect(messages(name, ['list'])).toStrictEqual([wrongType('', 'a list')]);
  });

  test.each(REQUIRED_PARTS)('%s fails without its %s, and with something in its place', (name, part, expected) => {
    expect(messages(name, {})).toStrictEqual([
      `${part}: a required property is missing; set the property [spec/required]`,
    ]);
    expect(messages(name, { [part]: 'ml' })).toStrictEqual([wrongType(`${part}: `, 'a string', expected)]);
    expect(messages(name, { [part]: null })).toStrictEqual([wrongType(`${part}: `, 'null', expected)]);
  });

  test.each(OPTIONAL_PARTS)('%s fails with something in place of its %s', (name, part, expected) => {
    const withPart = (value: unknown): string[] => messages(name, { ...MINIMAL[name](), [part]: value });
    expect(withPart(null)).toStrictEqual([wrongType(`${part}: `, 'null', expected)]);
    expect(withPart({})).toStrictEqual([wrongType(`${part}: `, 'an object', expected)]);
    expect(withPart(undefined)).toStrictEqual([]);
  });

  test('fails with a part of another kind, of another package, or that is not there yet', () => {
    const raw = rawResources();
    const isNoExtension = (received: string) => [wrongType('extension: ', received, 'a component AzureMLExtension')];
    const compute = (value: unknown): string[] => messages('KubernetesCompute', { extension: value });
    expect(compute({})).toStrictEqual(isNoExtension('an object'));
    expect(compute(raw.extension)).toStrictEqual(
      isNoExtension('a resource azure-native:kubernetesconfiguration:Extension'),
    );
    expect(compute(cluster())).toStrictEqual(isNoExtension('an object'));
    expect(compute(pulumi.output(extension('later')))).toStrictEqual(isNoExtension('an Output'));
    for (const name of ['AzureMLExtension', 'AzureMLPlatform'] as const) {
      const isNoCluster = (received: string) => [wrongType('cluster: ', received, CLUSTER)];
      expect(messages(name, { cluster: {} })).toStrictEqual(isNoCluster('an object'));
      expect(messages(name, { cluster: raw.cluster })).toStrictEqual(
        isNoCluster('a resource azure-native:containerservice:ManagedCluster'),
      );
      expect(messages(name, { cluster: pulumi.output(cluster()) })).toStrictEqual(isNoCluster('an Output'));
    }
  });
});

describe('a component with something in place of its options', () => {
  test.each(COMPONENT_NAMES)('%s fails with one ValidationError', (name) => {
    expect(messages(name, MINIMAL[name](), null)).toStrictEqual([wrongType('opts: ', 'null')]);
    expect(messages(name, MINIMAL[name](), 'text')).toStrictEqual([wrongType('opts: ', 'a string')]);
  });

  test.each(COMPONENT_NAMES)(
    '%s fails with a text in place of a flag, and something in place of a resource',
    (name) => {
      const flag = (place: string) => wrongType(`opts.${place}: `, 'a string', 'true or false');
      expect(withOptions(name, { protect: 'false', retainOnDelete: 'false' })).toStrictEqual([
        flag('protect'),
        flag('retainOnDelete'),
      ]);
      expect(withOptions(name, { parent: {} })).toStrictEqual([wrongType('opts.parent: ', 'an object', 'a resource')]);
      expect(withOptions(name, { providers: ['cluster', clusterProvider()] })).toStrictEqual([
        wrongType('opts.providers: ', 'a string', 'a provider'),
      ]);
      expect(withOptions(name, { children: null })).toStrictEqual([wrongType('opts.children: ', 'null')]);
      expect(withOptions(name, { children: 'text' })).toStrictEqual([wrongType('opts.children: ', 'a string')]);
    },
  );

  test.each(Object.entries(ROLES))('%s takes the options of its children, and fails with others', (key, roles) => {
    const name = key as ComponentName;
    expect(
      withOptions(name, { children: Object.fromEntries(roles.map((role) => [role, { protect: false }])) }),
    ).toStrictEqual([]);
    for (const role of roles) {
      const place = /^\w+$/.test(role) ? `opts.children.${role}` : `opts.children["${role}"]`;
      expect(withOptions(name, { children: { [role]: null } })).toStrictEqual([wrongType(`${place}: `, 'null')]);
      expect(withOptions(name, { children: { [role]: { protect: 'no' } } })).toStrictEqual([
        wrongType(`${place}.protect: `, 'a string', 'true or false'),
      ]);
    }
    expect(withOptions(name, { children: { nothing: {} } })).toStrictEqual([
      expect.stringMatching(
        /^opts\.children\.nothing: .* expected one of .*; name one of its children \[pulumi\/role-/,
      ),
    ]);
  });

  test('fails with a misspelt role, and says the one that was meant', () => {
    expect(withOptions('AzureMLExtension', { children: { extensoin: { import: 'the id' } } })).toStrictEqual([
      'opts.children.extensoin: options are given for a child that the component does not have (received "extensoin", expected one of extension, relayNamespace, hybridConnection, hybridConnectionAuthorizationRule, logAnalyticsWorkspace, role:<key>); did you mean "extension"? [pulumi/role-unknown]',
    ]);
    expect(withOptions('KubernetesCompute', { children: { 'role:': {} } })).toStrictEqual([
      'opts.children["role:"]: options are given for a child that the component does not have (received "role:", expected one of compute, role:<key>); name one of its children [pulumi/role-unknown]',
    ]);
  });

  test('fails with what is wrong with the options of the parts of a platform, before the first is made', () => {
    const children = {
      extension: { children: { extensoin: {} }, protect: 'no' },
      'compute-vision.jobs': null,
      extensions: {},
    };
    expect(withOptions('AzureMLPlatform', { children })).toStrictEqual([
      wrongType('opts.children.extension.protect: ', 'a string', 'true or false'),
      'opts.children.extension.children.extensoin: options are given for a child that the component does not have (received "extensoin", expected one of extension, relayNamespace, hybridConnection, hybridConnectionAuthorizationRule, logAnalyticsWorkspace, role:<key>); did you mean "extension"? [pulumi/role-unknown]',
      wrongType('opts.children["compute-vision.jobs"]: ', 'null'),
      'opts.children.extensions: options are given for a part that the platform does not have (received "extensions", expected one of extension, compute-vision.jobs); did you mean "extension"? [pulumi/part-unknown]',
    ]);
  });
});

describe('what a component has besides a description', () => {
  test.each(['AzureMLExtension', 'AzureMLPlatform'] as const)('fails where %s gets a text for a flag', (name) => {
    const allowed = (allowReplacement: unknown): string[] => messages(name, { ...MINIMAL[name](), allowReplacement });
    expect(allowed('false')).toStrictEqual([wrongType('allowReplacement: ', 'a string', 'true or false')]);
    expect(allowed(pulumi.output(true))).toStrictEqual([wrongType('allowReplacement: ', 'an object', 'true or false')]);
    expect(allowed(false)).toStrictEqual([]);
  });

  test('fails where a pool has a cluster without its names, or what its own rules refuse', () => {
    const pool = MINIMAL.AgentPool();
    const missing = (place: string) => `${place}: a required property is missing; set the property [spec/required]`;
    expect(messages('AgentPool', { ...pool, cluster: {} })).toStrictEqual([
      missing('cluster.name'),
      missing('cluster.resourceGroupName'),
    ]);
    const wrong = { cluster: { name: 5, resourceGroupName: 'rg.' }, kubernetesVersion: 'newest', subnetId: null };
    expect(messages('AgentPool', { ...pool, ...wrong })).toStrictEqual([
      wrongType('cluster.name: ', 'a number', 'a text'),
      expect.stringMatching(/^cluster\.resourceGroupName: .*\[azure\/resource-group\]$/),
      expect.stringMatching(/^kubernetesVersion: .*\[support\/kubernetes-version\]$/),
      wrongType('subnetId: ', 'null', 'a text'),
    ]);
  });

  test('fails where the support of a version is judged by nothing', () => {
    const judged = (supportWindow: unknown): string[] =>
      messages('AksCluster', { ...MINIMAL.AksCluster(), kubernetesVersion: '1.36', supportWindow });
    expect(judged(null)).toStrictEqual([wrongType('supportWindow: ', 'null')]);
    expect(judged({ kind: 'newestMinor', minor: 'latest' })).toStrictEqual([
      expect.stringMatching(/^supportWindow\.minor: .*\[support\/kubernetes-version\]$/),
    ]);
    expect(judged({ kind: 'date', date: '2026-11-01', calendar: null })).toStrictEqual([
      wrongType('supportWindow.calendar: ', 'null', 'a list'),
    ]);
    expect(judged({ kind: 'date', date: '2026-11-01' })).toStrictEqual([]);
  });

  test('fails where a cluster exists under no id, or with other facts', () => {
    const { AksCluster, ArcCluster } = components;
    const id = MINIMAL.KubernetesCompute().workspaceResourceId;
    expect(thrown(() => AksCluster.fromExisting(null as never, null as never))).toStrictEqual([
      wrongType('id: ', 'null', 'a text'),
      wrongType('facts: ', 'null'),
    ]);
    expect(thrown(() => ArcCluster.fromExisting(id, { nodes: 3 } as never))).toStrictEqual([
      expect.stringMatching(/^id: .*\[azure\/resource-type\]$/),
      expect.stringMatching(/^facts\.nodes: .*\[spec\/unknown-property\]$/),
    ]);
    expect(thrown(() => AksCluster.fromExisting(pulumi.output(id), { blobCsiDriver: 'false' } as never))).toStrictEqual(
      [wrongType('facts.blobCsiDriver: ', 'a string', 'true or false')],
    );
  });
});
