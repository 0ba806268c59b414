import type { RoleAssignment } from '../../model/compute/role-assignments';

/** A role assignment to a principal whose object id is given, also as a deferred text. */
export type PrincipalRole = Pick<RoleAssignment, 'roleDefinitionId' | 'scope'> & { readonly principalId: string };

/**
 * The arguments of the command that assigns a role, the program itself left out. The role is named by the id of its
 * definition, and the principal by its object id, so that nothing is looked up in the directory.
 * @param role - principal, role and scope
 * @see https://learn.microsoft.com/cli/azure/role/assignment#az-role-assignment-create
 */
export function roleAssignmentCreateArguments(role: PrincipalRole): string[] {
  return [
    ...['role', 'assignment', 'create', '--assignee-object-id', role.principalId],
    ...['--assignee-principal-type', 'ServicePrincipal', ...place(role)],
  ];
}

/** The arguments of the command that takes a role away. */
export function roleAssignmentDeleteArguments(role: PrincipalRole): string[] {
  return ['role', 'assignment', 'delete', '--assignee', role.principalId, ...place(role)];
}

/** The arguments that print how many such assignments there are. */
export function roleAssignmentCountArguments(role: PrincipalRole): string[] {
  return [
    ...['role', 'assignment', 'list', '--assignee', role.principalId, ...place(role)],
    ...['--query', 'length(@)', '--output', 'tsv'],
  ];
}

function place({ roleDefinitionId, scope }: PrincipalRole): string[] {
  return ['--role', roleDefinitionId, '--scope', scope.resourceId];
}
