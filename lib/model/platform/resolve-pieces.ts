import { resolveComputeNamespace } from '../compute/resolve-compute-namespace';
import { resolveInstanceType } from '../compute/resolve-instance-type';
import { resolveScoringIngress } from '../ingress/resolve-scoring-ingress';
import { atPath, type Issue, type Path } from '../issues';
import { resolveOpenShiftSccGrant } from '../openshift/resolve-scc-grant';
import type { ResolvedNodePool } from '../scheduling/node-pool';
import { resolveNodePool } from '../scheduling/resolve-node-pool';
import { resolveDevicePlugin } from '../scheduling/resolve-device-plugin';
import { resolveJobDataVolume } from '../storage/resolve-job-data-volume';
import { resolveNfsMountConfig } from '../storage/resolve-nfs-mount-config';
import { resolveIngressTlsSecret } from '../tls/resolve-ingress-tls-secret';
import { resolveRouterTlsSecret } from '../tls/resolve-router-tls-secret';
import { ValidationError } from '../validation-error';
import type { AzureMLPlatformSpec } from './azureml-platform';
import { specsOf, type ClusterPart } from './cluster-parts';
import type { PlatformPiece } from './platform-pieces';

/** What came of a description: the checked one when it has no error, and its issues. */
export interface Attempt<Resolved> {
  readonly resolved?: Resolved;
  readonly issues: readonly Issue[];
}

/** A checked piece of a platform, as the rules between parts take it. */
export interface ResolvedPiece {
  readonly path: Path;
  readonly part: ClusterPart;
  readonly warnings: readonly Issue[];
}

/**
 * Checks a description without stopping at its errors, so that those of other descriptions are found too.
 * @param path - where the whole description has this one; the paths of the issues start with it
 * @param resolve - checks the description and fills its defaults
 */
export function attempt<Resolved extends { readonly warnings: readonly Issue[] }>(
  path: Path,
  resolve: () => Resolved,
): Attempt<Resolved> {
  try {
    const resolved = resolve();
    return { resolved, issues: atPath(path, resolved.warnings) };
  } catch (error) {
    if (!ValidationError.isValidationError(error)) throw error;
    return { issues: atPath(path, error.issues) };
  }
}

/** Checks one piece of a platform by the rules of its domain. */
export function attemptPiece(piece: PlatformPiece): Attempt<ResolvedPiece> {
  return attempt(piece.path, () => {
    const part = resolvePart(piece);
    return { path: piece.path, part, warnings: part.spec.warnings };
  });
}

function resolvePart(piece: PlatformPiece): ClusterPart {
  switch (piece.kind) {
    case 'computeNamespace':
      return { kind: piece.kind, spec: resolveComputeNamespace(piece.spec) };
    case 'jobDataVolume':
      return { kind: piece.kind, spec: resolveJobDataVolume(piece.spec) };
    case 'openShiftSccGrant':
      return { kind: piece.kind, spec: resolveOpenShiftSccGrant(piece.spec) };
    case 'routerTlsSecret':
      return { kind: 'tlsSecret', spec: resolveRouterTlsSecret(piece.spec) };
    case 'devicePlugin':
      return { kind: piece.kind, spec: resolveDevicePlugin(piece.spec) };
    case 'instanceType':
      return { kind: piece.kind, spec: resolveInstanceType(piece.spec) };
    case 'ingressTlsSecret':
      return { kind: 'tlsSecret', spec: resolveIngressTlsSecret(piece.spec) };
    case 'scoringIngress':
      return { kind: piece.kind, spec: resolveScoringIngress(piece.spec) };
    case 'nfsMountConfig':
      return { kind: piece.kind, spec: resolveNfsMountConfig(piece.spec) };
  }
}

/** The node pools of a description, as far as they have no error. */
export interface AttemptedPools {
  readonly resolved: readonly ResolvedNodePool[];
  /** Whether no pool has an error. */
  readonly isComplete: boolean;
  readonly issues: readonly Issue[];
}

/** Checks the node pools of a description by their own rules. */
export function attemptPools({ nodePools = {} }: Pick<AzureMLPlatformSpec, 'nodePools'>): AttemptedPools {
  const pools = Object.entries(nodePools).map(([name, pool]) =>
    attempt(['nodePools', name], () => resolveNodePool({ ...pool, name })),
  );
  const resolved = pools.flatMap((pool) => (pool.resolved === undefined ? [] : [pool.resolved]));
  return { resolved, isComplete: resolved.length === pools.length, issues: pools.flatMap(({ issues }) => issues) };
}

/** The name of the Secret of azureml-fe that the description makes. */
export function routerSecretOf(parts: readonly ResolvedPiece[]): string | undefined {
  return specsOf(parts, 'tlsSecret').find(({ usedBy }) => usedBy === 'azureml-fe')?.secretName;
}
