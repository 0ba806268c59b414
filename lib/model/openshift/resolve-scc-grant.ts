import { parseExtensionName } from '../extension/extension-name';
import { parseDnsSubdomain } from '../names';
import { assertDescription, type ResolveContext } from '../resolve';
import type { OpenShiftSccGrantSpec, ResolvedOpenShiftSccGrant } from './scc-grant';
import { openShiftSccGrantIssues } from './scc-grant.rules';
import { PRIVILEGED_SCC } from './security-context-constraints';
import { privilegedAccounts, type ServiceAccountName } from './service-accounts';

/**
 * Checks a grant, fills its defaults and lists its accounts.
 * @throws ValidationError with every issue
 */
export function resolveOpenShiftSccGrant(
  spec: OpenShiftSccGrantSpec,
  context: ResolveContext = {},
): ResolvedOpenShiftSccGrant {
  const warnings = assertDescription('OpenShiftSccGrant', context, openShiftSccGrantIssues(spec));
  const scc = resolveScc(spec);
  return {
    name: parseDnsSubdomain(spec.name ?? `azureml-scc-${scc.name}`),
    extensionName: parseExtensionName(spec.extensionName),
    computeNamespaces: spec.computeNamespaces,
    scc,
    binding: spec.binding ?? 'RoleBinding',
    accounts: resolveAccounts(spec),
    labels: spec.labels ?? {},
    annotations: spec.annotations ?? {},
    warnings,
  };
}

function resolveScc({ scc }: OpenShiftSccGrantSpec): ResolvedOpenShiftSccGrant['scc'] {
  return scc?.kind === 'dedicated' ? { kind: scc.kind, name: scc.name } : { kind: 'builtIn', name: PRIVILEGED_SCC };
}

function resolveAccounts(spec: OpenShiftSccGrantSpec): ServiceAccountName[] {
  const { extensionName, computeNamespaces, arcConnected = true, olderAccounts = false } = spec;
  return privilegedAccounts({ extensionName, computeNamespaces, arcConnected, olderAccounts });
}
