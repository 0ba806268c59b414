import type { Issue } from '../issues';
import type { AmlarcTaintOptions, AmlarcTaintSpec, WorkloadOrigin } from './amlarc-taints';
import type { Taint } from './taint';
import type { Toleration } from './toleration';

/** Nodes for the extension and its workloads (`overall`), for the extension's own pods, or for workloads alone. */
export interface SharedNodeIsolationSpec extends AmlarcTaintOptions {
  readonly kind: 'overall' | 'system' | 'workload';
}

/** Nodes for the workloads of one workspace; the extension's own pods are kept away too. */
export interface WorkspaceNodeIsolationSpec
  extends AmlarcTaintOptions, Pick<WorkloadOrigin, 'resourceGroup' | 'workspace'> {
  readonly kind: 'workspace';
}

/** Nodes for the workloads of one compute target; the extension's own pods are kept away too. */
export interface ComputeTargetNodeIsolationSpec extends AmlarcTaintOptions, WorkloadOrigin {
  readonly kind: 'computeTarget';
}

/**
 * For whom nodes are reserved: one of the five recipes of the documentation.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export type NodeIsolationSpec = SharedNodeIsolationSpec | WorkspaceNodeIsolationSpec | ComputeTargetNodeIsolationSpec;

/** A checked recipe and what follows from it. */
export interface ResolvedNodeIsolation {
  readonly kind: NodeIsolationSpec['kind'];
  /** The taints of the nodes, outermost first. */
  readonly taints: readonly Taint[];
  /**
   * Labels of the same keys and values. Taints only keep pods away: what is to come to the nodes selects these labels,
   * through the node selector of an instance type or of the extension.
   */
  readonly labels: Readonly<Record<string, string>>;
  /** What a pod needs to run on the nodes. */
  readonly tolerations: readonly Toleration[];
  readonly warnings: readonly Issue[];
}

/**
 * The amlarc taints of a recipe. Names of workspaces and computes are not unique, so the narrow recipes name what
 * they belong to as well.
 */
export function recipeTaints(spec: NodeIsolationSpec): readonly AmlarcTaintSpec[] {
  const common = spec.effect === undefined ? {} : { effect: spec.effect };
  const overall = { kind: 'overall', ...common } as const;
  switch (spec.kind) {
    case 'overall':
      return [overall];
    case 'system':
    case 'workload':
      return [overall, { kind: spec.kind, ...common }];
    case 'workspace':
    case 'computeTarget':
      return [
        overall,
        { kind: 'resourceGroup', resourceGroup: spec.resourceGroup, ...common },
        { kind: 'workspace', workspace: spec.workspace, ...common },
        ...(spec.kind === 'computeTarget' ? [{ kind: 'compute', compute: spec.compute, ...common } as const] : []),
      ];
  }
}
