import { resolveAksAgentPool } from '../../../lib/model/scheduling/aks-agent-pool';
import { errorMessage } from '../../support/error-message';

describe('resolveAksAgentPool', () => {
  test('gives a fixed number of nodes without an autoscaler', () => {
    expect(resolveAksAgentPool({ name: 'jobs', vmSize: 'Standard_DS4_v2', minCount: 3 })).toStrictEqual({
      name: 'jobs',
      mode: 'User',
      vmSize: 'Standard_DS4_v2',
      count: 3,
      priority: 'Regular',
      nodeTaints: [],
      nodeLabels: {},
    });
  });

  test('starts an autoscaled pool with its smallest number of nodes, with taints and labels of isolation and spot', () => {
    const pool = resolveAksAgentPool({
      name: 'spot',
      vmSize: 'Standard_NC6s_v3',
      minCount: 0,
      maxCount: 8,
      spot: true,
      isolation: { kind: 'workload' },
      labels: { team: 'ml' },
    });

    expect(pool).toStrictEqual({
      name: 'spot',
      mode: 'User',
      vmSize: 'Standard_NC6s_v3',
      count: 0,
      autoscaling: { minCount: 0, maxCount: 8 },
      priority: 'Spot',
      nodeTaints: [
        'ml.azure.com/amlarc=true:NoSchedule',
        'ml.azure.com/amlarc-workload=true:NoSchedule',
        'kubernetes.azure.com/scalesetpriority=spot:NoSchedule',
      ],
      nodeLabels: {
        'ml.azure.com/amlarc': 'true',
        'ml.azure.com/amlarc-workload': 'true',
        'kubernetes.azure.com/scalesetpriority': 'spot',
        team: 'ml',
      },
    });
  });

  test('fails with everything that AKS refuses', () => {
    const run = (): unknown => resolveAksAgentPool({ name: 'Too_Long', mode: 'system', minCount: 0, maxCount: 1001 });

    expect(errorMessage(run)).toBe(`AKS node pool has 4 errors:
  - name: the text is not a DNS label (received "Too_Long", expected at most 63 lower-case letters, digits and hyphens); use lower-case letters, digits and hyphens, with a letter or digit at both ends [name/dns-label]
  - vmSize: AKS needs the size of the virtual machines to create a node pool; give vmSize, for example Standard_DS4_v2 [scheduling/aks-vm-size]
  - minCount: AKS keeps at least one node in a system node pool (received 0, expected at least 1); raise minCount to 1 [scheduling/aks-system-pool-empty]
  - maxCount: AKS does not make node pools of that many nodes (received 1001, expected at most 1000); spread the nodes over several pools [scheduling/aks-pool-too-large]`);
  });

  test('fails with the name and taints that only AKS refuses', () => {
    const run = (): unknown =>
      resolveAksAgentPool({ name: 'has-hyphen', vmSize: 'Standard_DS4_v2', taints: ['dedicated:NoSchedule'] });

    expect(errorMessage(run)).toBe(`AKS node pool has 2 errors:
  - name: AKS does not take the name of the node pool (received "has-hyphen", expected at most 12 lower-case letters and digits); use at most 12 lower-case letters and digits, starting with a letter [scheduling/aks-pool-name]
  - taints[0]: AKS demands a value in the taints of a node pool (received "dedicated:NoSchedule"); write key=value:Effect [scheduling/aks-taint-value]`);
  });
});
