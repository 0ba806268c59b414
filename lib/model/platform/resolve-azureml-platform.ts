import { COMPUTE_NAMESPACE_PHASE } from '../compute/compute-namespace';
import { INSTANCE_TYPE_PHASE } from '../compute/instance-type';
import type { ExtensionSpec } from '../extension/extension';
import { SCORING_INGRESS_PHASE } from '../ingress/scoring-ingress';
import { warningsOf, type Issue } from '../issues';
import { OPENSHIFT_SCC_GRANT_PHASE } from '../openshift/scc-grant';
import type { Phase } from '../phase';
import { assertDescription, type ResolveContext } from '../resolve';
import { DEVICE_PLUGIN_PHASE } from '../scheduling/device-plugin';
import { JOB_DATA_VOLUME_PHASE } from '../storage/job-data-volume';
import { NFS_MOUNT_CONFIG_PHASE } from '../storage/nfs-mount-config';
import { INGRESS_TLS_SECRET_PHASE } from '../tls/ingress-tls-secret';
import { ROUTER_TLS_SECRET_PHASE } from '../tls/router-tls-secret';
import type { AzureMLPlatformSpec } from './azureml-platform';
import { azureMLPlatformIssues } from './azureml-platform.rules';
import { completePlatformExtension } from './platform-extension';
import { platformPieces, type PlatformPiece } from './platform-pieces';
import { attemptPiece, attemptPools, routerSecretOf } from './resolve-pieces';

/** A checked platform: what it creates in the cluster. */
export interface ResolvedAzureMLPlatform {
  readonly extensionName: string;
  /** The extension, with everything that follows from the rest of the description. */
  readonly extension: ExtensionSpec;
  /** What is created, in the order of creation within each phase. */
  readonly pieces: readonly PlatformPiece[];
  /** All warnings about the description. */
  readonly warnings: readonly Issue[];
  /** The warnings that its parts would not show when they were described singly. */
  readonly warningsOfWhole: readonly Issue[];
}

/** When each kind of piece is applied. */
export const PIECE_PHASES = {
  computeNamespace: COMPUTE_NAMESPACE_PHASE,
  jobDataVolume: JOB_DATA_VOLUME_PHASE,
  openShiftSccGrant: OPENSHIFT_SCC_GRANT_PHASE,
  routerTlsSecret: ROUTER_TLS_SECRET_PHASE,
  devicePlugin: DEVICE_PLUGIN_PHASE,
  instanceType: INSTANCE_TYPE_PHASE,
  ingressTlsSecret: INGRESS_TLS_SECRET_PHASE,
  scoringIngress: SCORING_INGRESS_PHASE,
  nfsMountConfig: NFS_MOUNT_CONFIG_PHASE,
} as const satisfies Readonly<Record<PlatformPiece['kind'], Phase>>;

/**
 * Checks the description of a platform and says what it creates.
 * @throws ValidationError with every issue of every part and between them
 */
export function resolveAzureMLPlatform(
  spec: AzureMLPlatformSpec,
  context: ResolveContext = {},
): ResolvedAzureMLPlatform {
  const { ofParts, ofWhole } = azureMLPlatformIssues(spec);
  const warnings = assertDescription('AzureMLPlatform', context, [...ofWhole, ...ofParts]);
  const pieces = platformPieces(spec);
  return {
    extensionName: spec.extension.name,
    extension: extensionOf(spec, pieces),
    pieces,
    warnings,
    warningsOfWhole: warningsOf(ofWhole),
  };
}

function extensionOf(spec: AzureMLPlatformSpec, pieces: readonly PlatformPiece[]): ExtensionSpec {
  const parts = pieces.flatMap((piece) => attemptPiece(piece).resolved ?? []);
  const facts = { pools: attemptPools(spec).resolved, routerSecret: routerSecretOf(parts) };
  return completePlatformExtension(spec.extension, facts);
}
