import { isGuid } from '../azure/guid';
import { textFormat } from '../text-format';

/** The object id of a service principal, to which roles are assigned. */
export const principalId = textFormat<'PrincipalId'>({
  noun: 'principal id',
  code: 'compute/principal-id',
  expected: 'a GUID',
  accepts: isGuid,
});
