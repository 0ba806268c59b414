import { given } from '../given';
import { parseDnsSubdomain, parseNamespace } from '../names';
import { assertDescription, type ResolveContext } from '../resolve';
import { computeName } from '../scheduling/origin-names';
import type { ComputeIdentity } from './compute-identity';
import {
  DEFAULT_COMPUTE_NAMESPACE,
  type KubernetesComputeSpec,
  type ResolvedKubernetesCompute,
} from './kubernetes-compute';
import { attachableClusterId, identityId, kubernetesComputeIssues, workspaceId } from './kubernetes-compute.rules';

/** The properties that stay as they are, when they are given. */
const GIVEN = [
  'location',
  'computeLocation',
  'description',
  'disableLocalAuth',
  'extensionPrincipalId',
  'extensionInstanceReleaseTrain',
] as const;

const NO_ACCESS = { registries: {}, readBlobs: {}, writeBlobs: {}, highBusinessImpactStorage: {} };

/**
 * Checks the attachment of a cluster to a workspace and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveKubernetesCompute(
  spec: KubernetesComputeSpec,
  context: ResolveContext = {},
): ResolvedKubernetesCompute {
  const warnings = assertDescription('KubernetesCompute', context, kubernetesComputeIssues(spec));
  return {
    ...given(spec, GIVEN),
    ...(spec.identity === undefined ? {} : { identity: resolveIdentity(spec.identity) }),
    name: computeName.parse(spec.name),
    workspaceResourceId: workspaceId.parse(spec.workspaceResourceId),
    resourceId: attachableClusterId.parse(spec.resourceId),
    namespace: parseNamespace(spec.namespace ?? DEFAULT_COMPUTE_NAMESPACE),
    access: { ...NO_ACCESS, ...spec.access },
    workspaceIdentity: spec.workspaceIdentity ?? { kind: 'systemAssigned' },
    ...(spec.defaultInstanceType === undefined
      ? {}
      : { defaultInstanceType: parseDnsSubdomain(spec.defaultInstanceType) }),
    tags: spec.tags ?? {},
    warnings,
  };
}

function resolveIdentity(identity: ComputeIdentity): ComputeIdentity {
  return identity.kind === 'systemAssigned'
    ? identity
    : { ...identity, resourceId: identityId.parse(identity.resourceId) };
}
