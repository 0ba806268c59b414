import { isGuid } from '../azure/guid';
import { textFormat } from '../text-format';

const VAULT = /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/;
const OBJECT = /^[A-Za-z0-9-]{1,127}$/;
const VERSION = /^[0-9a-f]{32}$/i;

/** The name of a key vault. */
export const keyVaultName = textFormat<'KeyVaultName'>({
  noun: 'key vault name',
  code: 'tls/key-vault-name',
  expected: '3 to 24 letters, digits and single hyphens, starting with a letter',
  accepts: VAULT,
});

/** The name of a secret or certificate in a key vault. */
export const keyVaultObject = textFormat<'KeyVaultObject'>({
  noun: 'key vault object',
  code: 'tls/key-vault-object',
  expected: '1 to 127 letters, digits and hyphens',
  accepts: OBJECT,
});

/** The version of a secret or certificate in a key vault. */
export const keyVaultObjectVersion = textFormat<'KeyVaultObjectVersion'>({
  noun: 'key vault object version',
  code: 'tls/key-vault-object-version',
  expected: '32 hexadecimal digits',
  accepts: VERSION,
});

/** The id of a tenant or the client id of an identity. */
export const identityId = textFormat<'IdentityId'>({
  noun: 'identity id',
  code: 'tls/identity-id',
  expected: 'a GUID',
  accepts: isGuid,
});
