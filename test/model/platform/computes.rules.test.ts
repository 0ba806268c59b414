import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { PlatformComputeSpec } from '../../../lib/model/platform/azureml-platform';
import { computeIssues } from '../../../lib/model/platform/computes.rules';

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
