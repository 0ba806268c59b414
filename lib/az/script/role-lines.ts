import { computeId } from '../../model/compute/compute-resource';
import type { RoleAssignment } from '../../model/compute/role-assignments';
import { deferred } from '../../model/deferred';
import type { PrincipalRole } from '../compute/role-assignment';
import { az, type ScriptLine } from './script';

/** The variable that holds the identity of a compute while a script runs. */
const COMPUTE_PRINCIPAL = 'computePrincipal';

/** A role assignment whose principal is text, or the variable that {@link principalLines} sets. */
export function roleOf({ principal, roleDefinitionId, scope }: RoleAssignment): PrincipalRole {
  const principalId = principal.kind === 'given' ? principal.principalId : deferred(COMPUTE_PRINCIPAL);
  return { roleDefinitionId, scope, principalId };
}

/** Reads the identity of a compute, which Azure makes with it. */
export function principalLines({ principal }: RoleAssignment): ScriptLine[] {
  if (principal.kind === 'given') return [];
  const id = computeId(principal.workspaceResourceId, principal.compute);
  return [
    az(
      ['resource', 'show', '--ids', id, '--query', 'identity.principalId', '--output', 'tsv'],
      'COMPUTE_PRINCIPAL=$(',
      ')',
    ),
  ];
}
