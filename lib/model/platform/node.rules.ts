import { installedComponents } from '../components/extension-footprint';
import { isSmallCluster } from '../extension/complete-extension';
import type { ExtensionSpec } from '../extension/extension';
import { releaseGateIssues } from '../extension/extension.rules';
import { atPath, issue, type Issue } from '../issues';
import { gpuPoolIssues } from '../scheduling/device-plugin.rules';
import { extensionReleaseIssues } from '../scheduling/extension-release.rules';
import type { ResolvedNodePool } from '../scheduling/node-pool';
import type { AzureMLPlatformSpec, PlatformComputeSpec } from './azureml-platform';
import { extensionCapacityIssues } from './capacity.rules';
import { specsOf } from './cluster-parts';
import {
  instanceTypePlacementIssues,
  podClassIssues,
  routerReplicaIssues,
  type Placement,
  type WorkloadClass,
} from './placement.rules';
import { poolsFromZero } from './platform-extension';
import type { ResolvedPiece } from './resolve-pieces';

/** A platform whose parts and node pools have passed their own rules. */
export interface PlatformOnNodes {
  readonly spec: AzureMLPlatformSpec;
  /** The extension with everything that follows from the platform. */
  readonly extension: ExtensionSpec;
  readonly pools: readonly ResolvedNodePool[];
  readonly parts: readonly ResolvedPiece[];
}

/**
 * The rules between the nodes and everything that runs on them.
 * @param platform - the platform with what follows from its parts
 */
export function nodeIssues(platform: PlatformOnNodes): Issue[] {
  const { spec, extension, pools, parts } = platform;
  const { nodeSelector = {}, tolerations = {}, installNvidiaDevicePlugin = false } = extension;
  const placement = { pools, nodeSelector, tolerations };
  const installed = installedComponents(extension, spec.cluster?.kind ?? 'arc');
  return [
    ...releaseIssues(platform),
    ...podIssues(spec, placement),
    ...atPath(['nodePools'], extensionCapacityIssues(installed, placement)),
    ...replicaIssues(platform, placement),
    ...instanceTypeIssues(platform, placement),
    ...gpuPoolIssues(pools, specsOf(parts, 'devicePlugin'), installNvidiaDevicePlugin).map((one) =>
      underName(one, pools),
    ),
    ...scaleFromZeroIssues(platform),
  ];
}

function releaseIssues({ extension, pools }: PlatformOnNodes): Issue[] {
  const taints = pools.flatMap((pool) => pool.taints);
  const version = extension.upgrades?.kind === 'pinned' ? extension.upgrades.version : '';
  const scaling = pools.filter(({ minCount, maxCount }) => minCount < maxCount);
  return [
    ...extensionReleaseIssues(taints, version, ['extension', 'upgrades', 'version']),
    ...(scaling.length > 1 ? releaseGateIssues(extension, ['severalAutoscaledPools'], ['extension']) : []),
  ];
}

function podIssues({ computes }: AzureMLPlatformSpec, placement: Placement): Issue[] {
  const own = podClassIssues(placement, { kind: 'extensionSystem' }, 'pods of the extension');
  const workloads = computes.map(originOf).map((origin, index) => {
    const noun = `workloads of ${origin.compute}`;
    return atPath(['computes', index], podClassIssues(placement, { kind: 'workload', ...origin }, noun));
  });
  return [...atPath(['nodePools'], own), ...workloads.flat()];
}

function replicaIssues(
  { spec: { cluster }, extension: { enableInference } }: PlatformOnNodes,
  placement: Placement,
): Issue[] {
  if (enableInference === undefined || enableInference === false) return [];
  const size = cluster === undefined || cluster.kind === 'provisioned' ? {} : cluster;
  const isHighlyAvailable = enableInference.inferenceRouterHA ?? !isSmallCluster(size);
  const path = ['extension', 'enableInference', 'inferenceRouterHA'];
  return isHighlyAvailable ? atPath(path, routerReplicaIssues(placement)) : [];
}

function instanceTypeIssues({ spec, parts }: PlatformOnNodes, placement: Placement): Issue[] {
  const workloads = spec.computes.map(originOf);
  return parts.flatMap(({ path, part }) =>
    part.kind === 'instanceType' ? atPath(path, instanceTypePlacementIssues(part.spec, placement, workloads)) : [],
  );
}

/** Jobs for nodes that do not exist yet: what keeps them from asking for any. */
function scaleFromZeroIssues({ extension: { enableTraining: training }, pools }: PlatformOnNodes): Issue[] {
  if (typeof training !== 'object') return [];
  const { skipResourceValidation, installVolcano = true, volcanoSchedulerConfigMap } = training;
  const isBundled = installVolcano && volcanoSchedulerConfigMap === undefined;
  const path = ['extension', 'enableTraining'];
  return poolsFromZero(pools).length === 0
    ? []
    : [
        ...(skipResourceValidation === false
          ? [issue('platform/validation-against-scale-from-zero', [...path, 'skipResourceValidation'])]
          : []),
        ...(isBundled
          ? [issue('platform/volcano-against-scale-from-zero', [...path, 'volcanoSchedulerConfigMap'])]
          : []),
      ];
}

function originOf({ name, workspace }: PlatformComputeSpec): WorkloadClass {
  return { resourceGroup: workspace.resourceGroup, workspace: workspace.name, compute: name };
}

function underName(one: Issue, pools: readonly ResolvedNodePool[]): Issue {
  const [index, ...path] = one.path;
  const name = typeof index === 'number' ? (pools[index]?.name ?? '') : '';
  return { ...one, path: ['nodePools', name, ...path] };
}
