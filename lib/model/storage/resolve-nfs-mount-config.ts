import { assertDescription, type ResolveContext } from '../resolve';
import type { NfsMountConfigSpec, ResolvedNfsMountConfig } from './nfs-mount-config';
import { nfsMountConfigIssues } from './nfs-mount-config.rules';

/**
 * Checks an NFS mount configuration.
 * @param spec - the configuration as given
 * @param context - what the caller knows beyond it
 * @throws ValidationError with every issue
 */
export function resolveNfsMountConfig(spec: NfsMountConfigSpec, context: ResolveContext = {}): ResolvedNfsMountConfig {
  const warnings = assertDescription('NfsMountConfig', context, nfsMountConfigIssues(spec));
  return { mounts: spec.mounts, warnings };
}
