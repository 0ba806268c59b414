import { issue, type Issue } from '../issues';
import type { ResolvedNodePool } from '../scheduling/node-pool';
import { fitsInto, parseAmounts } from './amounts';
import { AKS_SYSTEM_POOL_MINIMUM } from './minimum-requirements';
import { vmSizeOf, type VmSizes } from './vm-sizes';

/**
 * Whether a system node pool of AKS has what AKS asks of it, by the sizes of the table or those given. User pools are
 * not judged.
 */
export function systemPoolIssues(
  { mode, maxCount, vmSize = '' }: Pick<ResolvedNodePool, 'mode' | 'maxCount' | 'vmSize'>,
  vmSizes?: VmSizes,
): Issue[] {
  if (mode !== 'system') return [];
  const { nodes } = AKS_SYSTEM_POOL_MINIMUM;
  return [
    ...(isTooSmall(vmSize, vmSizes)
      ? [issue('components/system-pool-vm-size', ['vmSize'], { received: vmSize, expected: expectedSize() })]
      : []),
    ...(maxCount < nodes
      ? [
          issue('components/system-pool-nodes', ['maxCount'], {
            received: maxCount,
            expected: `at least ${String(nodes)}`,
          }),
        ]
      : []),
  ];
}

function isTooSmall(vmSize: string, vmSizes?: VmSizes): boolean {
  const size = vmSizeOf(vmSize, vmSizes);
  if (size === undefined) return false;
  const least = parseAmounts({ cpu: String(AKS_SYSTEM_POOL_MINIMUM.vCpus), memory: AKS_SYSTEM_POOL_MINIMUM.memory });
  return !fitsInto(least, parseAmounts({ cpu: String(size.vCpus), memory: size.memory }));
}

function expectedSize(): string {
  const { vCpus, memory } = AKS_SYSTEM_POOL_MINIMUM;
  return `at least ${String(vCpus)} vCPUs and ${memory}`;
}
