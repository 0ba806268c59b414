import { kubectlTaintArguments, kubectlUntaintArguments } from '../../../lib/az/scheduling/kubectl-taint';
import { deferred } from '../../../lib/model/deferred';
import { resolveNodeIsolation } from '../../../lib/model/scheduling/resolve-node-isolation';
import { parseTaint } from '../../../lib/model/scheduling/taint-text';

const { taints } = resolveNodeIsolation({ kind: 'system' });

describe('kubectlTaintArguments', () => {
  test('taint one node by its name', () => {
    expect(kubectlTaintArguments({ name: 'worker-1.contoso.com' }, taints)).toStrictEqual([
      'taint',
      'nodes',
      'worker-1.contoso.com',
      'ml.azure.com/amlarc=true:NoSchedule',
      'ml.azure.com/amlarc-system=true:NoSchedule',
      '--overwrite',
    ]);
  });

  test('taint all nodes with some labels', () => {
    const labels = { 'node.kubernetes.io/instance-type': 'Standard_NC6', team: '' };
    expect(kubectlTaintArguments({ labels }, [parseTaint('team:NoExecute')])).toStrictEqual([
      'taint',
      'nodes',
      '--selector=node.kubernetes.io/instance-type=Standard_NC6,team=',
      'team:NoExecute',
      '--overwrite',
    ]);
  });

  test('pass names on that are known only at deployment', () => {
    const workspace = deferred('workspace');
    const isolation = resolveNodeIsolation({ kind: 'workspace', resourceGroup: 'rg-ml', workspace });
    expect(kubectlTaintArguments({ name: 'node' }, isolation.taints)).toContain(
      `ml.azure.com/workspace=${workspace}:NoSchedule`,
    );
  });

  test('fail on nodes that cannot exist, such as an option in place of a name', () => {
    expect(() => kubectlTaintArguments({ name: '--all' }, taints)).toThrow(/nodes\.name: .*\[name\/dns-subdomain\]/);
    expect(() => kubectlTaintArguments({ labels: { 'a b': 'c' } }, taints)).toThrow('[name/label-key]');
    expect(() => kubectlTaintArguments({ labels: { a: 'b,c=d' } }, taints)).toThrow('[name/label-value]');
  });

  test('fail without labels and without taints', () => {
    expect(() => kubectlTaintArguments({ labels: {} }, taints)).toThrow(/nodes\.labels: .*\[spec\/empty-list\]/);
    expect(() => kubectlTaintArguments({ name: 'node' }, [])).toThrow(/taints: .*\[spec\/empty-list\]/);
  });
});

describe('kubectlUntaintArguments', () => {
  test('take the taints off again', () => {
    expect(kubectlUntaintArguments({ name: 'worker-1' }, taints)).toStrictEqual([
      'taint',
      'nodes',
      'worker-1',
      'ml.azure.com/amlarc=true:NoSchedule-',
      'ml.azure.com/amlarc-system=true:NoSchedule-',
    ]);
    expect(kubectlUntaintArguments({ labels: { pool: 'ml' } }, [parseTaint('team:NoExecute')])).toStrictEqual([
      'taint',
      'nodes',
      '--selector=pool=ml',
      'team:NoExecute-',
    ]);
  });

  test('fail without taints', () => {
    expect(() => kubectlUntaintArguments({ name: 'node' }, [])).toThrow('[spec/empty-list]');
  });
});
