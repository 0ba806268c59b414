import { fieldIssues, optional, required, text, type FieldTable } from '../fields';
import type { Issue } from '../issues';
import { dnsSubdomain, namespaceName, type DnsLabel, type DnsSubdomain } from '../names';
import { assertDescription, type ResolveContext } from '../resolve';
import type { JobDataVolumePlacement, MountPath } from './job-data-volume';
import { mountPathIssues } from './mount-path.rules';
import { DEFAULT_NAMESPACE } from './volume-defaults';

/** A claim that somebody else made and that jobs mount. */
export interface ExistingClaimSpec {
  /** The name of the claim. */
  readonly claimName: string;
  /**
   * The namespace of the claim.
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * The mount path in the claim's annotation. When it is given, the rules between mount paths see it.
   * @default - not known
   */
  readonly mountPath?: string;
}

/** A checked claim that somebody else made. */
export interface ResolvedExistingClaim extends JobDataVolumePlacement {
  readonly isAdopted: true;
  readonly warnings: readonly Issue[];
}

const EXISTING_CLAIM = {
  claimName: required(text(dnsSubdomain)),
  namespace: optional(text(namespaceName)),
  mountPath: optional(mountPathIssues),
} satisfies FieldTable<ExistingClaimSpec>;

/**
 * Checks what is said of a claim that somebody else made.
 * @param spec - the claim
 * @param context - what the caller knows beyond it
 * @throws ValidationError with every issue
 */
export function resolveExistingClaim(spec: ExistingClaimSpec, context: ResolveContext = {}): ResolvedExistingClaim {
  const warnings = assertDescription('JobDataVolume', context, fieldIssues(spec, EXISTING_CLAIM, []));
  return {
    isAdopted: true,
    claimName: spec.claimName as DnsSubdomain,
    namespace: (spec.namespace ?? DEFAULT_NAMESPACE) as DnsLabel,
    ...(spec.mountPath === undefined ? {} : { mountPath: spec.mountPath as MountPath }),
    warnings,
  };
}
