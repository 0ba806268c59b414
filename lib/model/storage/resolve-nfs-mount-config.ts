import type { ResolveContext } from '../resolve';
import { assertValid } from '../validation-error';
import type { NfsMountConfigSpec, ResolvedNfsMountConfig } from './nfs-mount-config';
import { nfsMountConfigIssues } from './nfs-mount-config.rules';

/**
 * Checks an NFS mount configuration.
 * @param spec - the configuration as given
 * @param context - what the caller knows beyond it
 * @throws ValidationError with every issue
 */
export function resolveNfsMountConfig(spec: NfsMountConfigSpec, context: ResolveContext = {}): ResolvedNfsMountConfig {
  const subject = context.subject ?? 'NfsMountConfig';
  const warnings = assertValid(subject, [...(context.moreIssues ?? []), ...nfsMountConfigIssues(spec)]);
  return { mounts: spec.mounts, warnings };
}
