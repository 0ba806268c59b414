import { issue, type Issue, type IssueDetails } from '../issues';
import { formatAmounts, isNegative, type ResourceAmounts } from './amounts';
import { componentCapacity, type CapacityVerdict, type NodeGroup } from './capacity';
import type { InstalledComponents } from './footprint';
import { SIZING_PURPOSES, type SizingPurpose } from './minimum-requirements';

/**
 * Whether nodes hold the pods of the extension: their requests always, their limits when the cluster is for production.
 * Components without published figures and all other pods are left out, so that a cluster without issues may still be
 * too small.
 * @param installed - the features that are on
 * @param groups - the nodes that admit the pods of the extension, at least one
 * @param purpose - what the cluster is for
 * @returns issues with an empty path
 */
export function capacityIssues(
  installed: InstalledComponents,
  groups: readonly NodeGroup[],
  purpose: SizingPurpose,
): Issue[] {
  const { requests, limits } = componentCapacity(installed, groups);
  return [...requestIssues(requests), ...(SIZING_PURPOSES[purpose].judgedBy === 'limits' ? limitIssues(limits) : [])];
}

function requestIssues(verdict: CapacityVerdict): Issue[] {
  const { tooLarge, unplaced, spare } = verdict;
  if (isNegative(spare)) return [issue('components/requests-exceed-nodes', [], comparison(verdict))];
  if (tooLarge.length > 0) return [issue('components/pod-too-large', [], { received: tooLarge })];
  return unplaced.length > 0 ? [issue('components/placement-unproven', [], { received: unplaced })] : [];
}

function limitIssues(verdict: CapacityVerdict): Issue[] {
  return isNegative(verdict.spare) ? [issue('components/limits-exceed-nodes', [], comparison(verdict))] : [];
}

function comparison({ needed, available }: CapacityVerdict): IssueDetails {
  return { received: printAmounts(needed), expected: `at most ${printAmounts(available)}` };
}

function printAmounts(amounts: ResourceAmounts): string {
  const { cpu, memory } = formatAmounts(amounts);
  return `CPU ${cpu}, memory ${memory}`;
}
