import { ValidationError } from 'azureml-kubernetes';
import * as components from 'azureml-kubernetes/pulumi';
import { formatIssue } from '../../lib/model/issues';
import { clusterProvider, withoutEngine } from '../support/pulumi/run-program';

type Component = new (name: string, args: never, opts: object) => object;

/** Every component, with what it holds besides a description. */
const COMPONENTS = {
  AgentPool: ['cluster'],
  AksCluster: [],
  AzureMLExtension: ['cluster'],
  AzureMLPlatform: ['cluster'],
  ChartObjects: ['chart'],
  ComputeNamespace: [],
  DevicePlugin: [],
  ExtensionNamespace: [],
  IngressTlsSecret: [],
  InstanceType: [],
  JobDataVolume: [],
  KubernetesCompute: ['extension'],
  NfsMountConfig: [],
  OpenShiftSccGrant: [],
  RouterTlsSecret: [],
  ScoringIngress: [],
} as const satisfies Partial<Record<keyof typeof components, readonly string[]>>;
const NAMES = Object.keys(COMPONENTS) as (keyof typeof COMPONENTS)[];
const WITH_PARTS = NAMES.flatMap((name) => COMPONENTS[name].map((part) => ({ name, part })));

/** The messages of the one error that a component throws before it registers anything. */
function messages(name: keyof typeof COMPONENTS, args: unknown): string[] {
  const component = components[name] as Component;
  try {
    new component('it', args as never, { provider: clusterProvider() });
    return [];
  } catch (error) {
    if (ValidationError.isValidationError(error)) return error.issues.map(formatIssue);
    throw error;
  }
}

const wrongType = (place: string, received: string): string =>
  `${place}the value has the wrong type (received "${received}", expected an object); give a value of the expected type [spec/type]`;

beforeAll(withoutEngine);

describe('a component with something in place of its arguments', () => {
  test('are all of them', () => {
    const classes = Object.entries(components).filter(([, value]) => typeof value === 'function');
    expect(classes.map(([name]) => name).sort()).toStrictEqual([...NAMES, 'ChartOutputs'].sort());
  });

  test.each(NAMES)('%s fails with one ValidationError', (name) => {
    expect(messages(name, null)).toStrictEqual([wrongType('', 'null')]);
    expect(messages(name, 'text')).toStrictEqual([wrongType('', 'a string')]);
    expect(messages(name, ['list'])).toStrictEqual([wrongType('', 'a list')]);
  });

  test.each(WITH_PARTS)('$name fails without its $part, and with something in its place', ({ name, part }) => {
    expect(messages(name, {})).toStrictEqual([
      `${part}: a required property is missing; set the property [spec/required]`,
    ]);
    expect(messages(name, { [part]: 'ml' })).toStrictEqual([wrongType(`${part}: `, 'a string')]);
  });
});
