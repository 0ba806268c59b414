import { AMLARC_TAINTS, type AmlarcTaintSpec, type ExtensionPodKind, type WorkloadOrigin } from './amlarc-taints';
import { amlarcTaintValue } from './amlarc-taint';
import { isHardTaint, type Taint } from './taint';
import { tolerates, type TolerationSpec } from './toleration';

/** A pod of the extension itself, such as the router or the operators. */
export interface ExtensionSystemPod {
  readonly kind: 'extensionSystem';
}

/** A pod of a training job or an online deployment. */
export interface WorkloadPod extends WorkloadOrigin {
  readonly kind: 'workload';
}

/** Any other pod, with the tolerations of its own. */
export interface OtherPod {
  readonly kind: 'other';
  /**
   * The tolerations of the pod.
   * @default - none
   */
  readonly tolerations?: readonly TolerationSpec[];
}

/** A class of pods, as far as taints tell them apart. */
export type PodClass = ExtensionSystemPod | WorkloadPod | OtherPod;

/** Whether pods may run on nodes, and why not. */
export interface Admission {
  /** `undefined` when that depends on names that are known only at deployment. */
  readonly admitted: boolean | undefined;
  /** The taints that keep the pods away. */
  readonly blockedBy: readonly Taint[];
  /** The taints that may keep the pods away, depending on names that are known only at deployment. */
  readonly undecided: readonly Taint[];
}

const FIXED_TAINTS: readonly AmlarcTaintSpec[] = [{ kind: 'overall' }, { kind: 'system' }, { kind: 'workload' }];

/**
 * Whether a class of pods may run on nodes with some taints. Each hard taint has to be tolerated; `PreferNoSchedule`
 * keeps nobody away.
 * @param taints - all taints of the nodes
 * @param pod - the class of pods
 * @param extraTolerations - what the settings of the extension add for this class, see {@link extensionTolerations}
 */
export function admission(
  taints: readonly Taint[],
  pod: PodClass,
  extraTolerations: readonly TolerationSpec[] = [],
): Admission {
  const tolerations = [...podTolerations(pod), ...extraTolerations];
  const verdicts = taints.filter(isHardTaint).map((taint) => ({ taint, tolerated: verdict(taint, tolerations) }));
  const blockedBy = verdicts.filter(({ tolerated }) => tolerated === false).map(({ taint }) => taint);
  const undecided = verdicts.filter(({ tolerated }) => tolerated === undefined).map(({ taint }) => taint);
  const unknown = undecided.length > 0 ? undefined : true;
  return { admitted: blockedBy.length > 0 ? false : unknown, blockedBy, undecided };
}

/**
 * The tolerations that a class of pods has by itself. The extension gives its pods and workloads theirs for every
 * effect; nobody has to write them anywhere.
 */
export function podTolerations(pod: PodClass): readonly TolerationSpec[] {
  switch (pod.kind) {
    case 'extensionSystem':
      return toleratedBy(pod.kind, FIXED_TAINTS);
    case 'workload':
      return toleratedBy(pod.kind, [
        ...FIXED_TAINTS,
        { kind: 'resourceGroup', resourceGroup: pod.resourceGroup },
        { kind: 'workspace', workspace: pod.workspace },
        { kind: 'compute', compute: pod.compute },
      ]);
    case 'other':
      return pod.tolerations ?? [];
  }
}

function toleratedBy(kind: ExtensionPodKind, taints: readonly AmlarcTaintSpec[]): TolerationSpec[] {
  return taints
    .filter((taint) => (AMLARC_TAINTS[taint.kind].toleratedBy as readonly ExtensionPodKind[]).includes(kind))
    .map((taint) => ({ operator: 'Equal', key: AMLARC_TAINTS[taint.kind].key, value: amlarcTaintValue(taint) }));
}

function verdict(taint: Taint, tolerations: readonly TolerationSpec[]): boolean | undefined {
  const answers = tolerations.map((toleration) => tolerates(toleration, taint));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
