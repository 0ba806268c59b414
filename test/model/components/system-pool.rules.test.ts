import { systemPoolIssues } from '../../../lib/model/components/system-pool.rules';
import { formatIssue } from '../../../lib/model/issues';

const SYSTEM = { mode: 'system', maxCount: 3 } as const;

describe('systemPoolIssues', () => {
  test('finds nothing wrong with three larger nodes, with user pools, and with sizes that it does not know', () => {
    expect(systemPoolIssues({ ...SYSTEM, vmSize: 'Standard_DS3_v2' })).toStrictEqual([]);
    expect(systemPoolIssues({ mode: 'user', maxCount: 1, vmSize: 'Standard_DS2_v2' })).toStrictEqual([]);
    expect(systemPoolIssues({ ...SYSTEM, vmSize: 'Standard_B1s' })).toStrictEqual([]);
    expect(systemPoolIssues(SYSTEM)).toStrictEqual([]);
  });

  test('warns of the single Standard_DS2_v2 that the page recommends for tests', () => {
    const issues = systemPoolIssues({ mode: 'system', maxCount: 1, vmSize: 'Standard_DS2_v2' });

    expect(issues.map(({ severity }) => severity)).toStrictEqual(['warning', 'warning']);
    expect(issues.map(formatIssue)).toStrictEqual([
      'vmSize: the virtual machines are smaller than AKS asks of a system node pool (received "Standard_DS2_v2", expected at least 4 vCPUs and 4Gi); take a larger size, or use the pool as a user pool beside a system pool [components/system-pool-vm-size]',
      'maxCount: the pool has fewer nodes than AKS asks of a system node pool (received 1, expected at least 2); give it two nodes, better three [components/system-pool-nodes]',
    ]);
  });

  test('takes the sizes that it is given', () => {
    const pool = { ...SYSTEM, vmSize: 'Standard_B1s' };

    expect(systemPoolIssues(pool, { Standard_B1s: { vCpus: 1, memory: '1Gi' } })).toHaveLength(1);
    expect(systemPoolIssues(pool, { Standard_B1s: { vCpus: 4, memory: '3Gi' } })).toHaveLength(1);
    expect(systemPoolIssues(pool, { Standard_B1s: { vCpus: 4, memory: '4Gi' } })).toStrictEqual([]);
  });
});
