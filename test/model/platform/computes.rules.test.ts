import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { PlatformComputeSpec } from '../../../lib/model/platform/azureml-platform';
import { computeIssues, defaultInstanceTypeIssues } from '../../../lib/model/platform/computes.rules';

const VISION = { resourceGroup: 'ml', name: 'vision' };
const FRAUD = { resourceGroup: 'ml', name: 'fraud' };

function messages(...computes: PlatformComputeSpec[]): string[] {
  return computeIssues(computes).map(formatIssue);
}

describe('computeIssues', () => {
  test('finds nothing wrong with computes of their own names and namespaces', () => {
    expect(
      messages(
        { name: 'jobs', workspace: VISION, namespace: 'vision' },
        { name: 'jobs', workspace: FRAUD, namespace: 'fraud' },
        { name: 'more', workspace: FRAUD, namespace: 'fraud' },
      ),
    ).toStrictEqual([]);
  });

  test('fails on two computes of one name in one workspace', () => {
    expect(messages({ name: 'jobs', workspace: VISION }, { name: 'jobs', workspace: { ...VISION } })).toStrictEqual([
      'computes[1].name: a workspace has two computes of the same name (received "jobs"); rename one of them [platform/compute-duplicate]',
    ]);
  });

  test('warns when two workspaces share a namespace', () => {
    expect(
      messages({ name: 'a1', workspace: VISION, namespace: 'ml' }, { name: 'b1', workspace: FRAUD, namespace: 'ml' }),
    ).toStrictEqual([
      'computes[1].namespace: computes of two workspaces share a namespace, and so every volume, quota and permission in it (received "ml"); give each workspace a namespace of its own [platform/namespace-shared]',
    ]);
    expect(messages({ name: 'a1', workspace: VISION }, { name: 'b1', workspace: FRAUD })).toHaveLength(1);
  });

  test('does not judge workspaces whose names are known only at deployment', () => {
    const unknown = { resourceGroup: 'ml', name: deferred('workspace') };

    expect(messages({ name: 'jobs', workspace: VISION }, { name: 'jobs', workspace: unknown })).toStrictEqual([]);
  });

  test('tells workspaces of two subscriptions apart', () => {
    const [one, other] = ['11111111-2222-4333-8444-555555555555', '99999999-2222-4333-8444-555555555555'];
    const jobsIn = (subscriptionId: string | undefined): PlatformComputeSpec => ({
      name: 'jobs',
      workspace: { ...VISION, ...(subscriptionId === undefined ? {} : { subscriptionId }) },
      namespace: `ns-${subscriptionId ?? ''}`,
    });

    expect(messages(jobsIn(one), jobsIn(other))).toStrictEqual([]);
    expect(messages(jobsIn(one), jobsIn(one))).toHaveLength(1);
    expect(messages(jobsIn(one), jobsIn(undefined))).toHaveLength(1);
  });

  test('fails on access without an identity', () => {
    const access = { registries: { images: 'id' } };

    expect(messages({ name: 'jobs', workspace: VISION, access })).toStrictEqual([
      'computes[0].access: the compute has access to resources and no identity that could use it; give the compute an identity, systemAssigned or userAssigned [compute/access-without-identity]',
    ]);
    expect(messages({ name: 'jobs', workspace: VISION, access, identity: { kind: 'systemAssigned' } })).toStrictEqual(
      [],
    );
  });

  test('fails on a namespace that two computes describe', () => {
    const namespace = { name: 'ml', quota: { pods: 10 } };

    expect(
      messages({ name: 'a1', workspace: VISION, namespace }, { name: 'b1', workspace: VISION, namespace }),
    ).toStrictEqual([
      'computes[1].namespace: two computes describe the same namespace; describe it with the first compute and give the second one its name alone [platform/namespace-described-twice]',
    ]);
    expect(
      messages({ name: 'a1', workspace: VISION, namespace: 'ml' }, { name: 'b1', workspace: VISION, namespace }),
    ).toStrictEqual([]);
  });
});

describe('defaultInstanceTypeIssues', () => {
  const amounts = { cpu: '2', memory: '4Gi' };
  const types = { small: { resources: { requests: amounts, limits: amounts } } };

  function namesOf(...names: readonly string[]): PlatformComputeSpec[] {
    return names.map((defaultInstanceType) => ({ name: 'jobs', workspace: VISION, defaultInstanceType }));
  }

  test('warns about one that is not described', () => {
    expect(defaultInstanceTypeIssues(namesOf('small', 'smal'), types).map(formatIssue)).toStrictEqual([
      'computes[1].defaultInstanceType: the default instance type of the compute is not among those that are described (received "smal", expected one of defaultinstancetype, small); describe it in instanceTypes, or make sure that it is in the cluster before jobs run [platform/instance-type-unknown]',
    ]);
  });

  test('allows the built-in one, one that is not known yet, and any where none is described', () => {
    expect(defaultInstanceTypeIssues(namesOf('defaultinstancetype', deferred('type')), types)).toStrictEqual([]);
    expect(defaultInstanceTypeIssues([{ name: 'jobs', workspace: VISION }], types)).toStrictEqual([]);
    expect(defaultInstanceTypeIssues(namesOf('any'))).toStrictEqual([]);
    expect(defaultInstanceTypeIssues(namesOf('any'), {})).toStrictEqual([]);
  });
});
