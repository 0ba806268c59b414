import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { TextFormat } from '../../../lib/model/text-format';
import {
  identityId,
  keyVaultName,
  keyVaultObject,
  keyVaultObjectVersion,
} from '../../../lib/model/tls/key-vault-names';

const VERSION = '0123456789abcdef0123456789ABCDEF';
const GUID = '11111111-2222-4333-8444-55555555aBcD';

describe.each([
  {
    what: 'the name of a key vault',
    format: keyVaultName,
    right: ['kv1', 'Contoso-ML', 'a'.repeat(24)],
    wrong: ['kv', '1kv', 'kv-', 'my--vault', 'my_vault', 'a'.repeat(25), 'contoso.vault.azure.net', 'kv1\n', ''],
    message:
      'expected 3 to 24 letters, digits and single hyphens, starting with a letter); give the name alone, not the address: 3 to 24 letters, digits and hyphens [tls/key-vault-name]',
    summary: 'the text cannot name a key vault',
  },
  {
    what: 'the name of an object',
    format: keyVaultObject,
    right: ['a', '1', '-', 'Router-Key-2', 'a'.repeat(127)],
    wrong: ['', 'secret/router', 'router_key', 'router.key', 'router key', 'key"', 'a\nb'],
    message:
      'expected 1 to 127 letters, digits and hyphens); give the name alone, 1 to 127 letters, digits and hyphens, without type, version or address [tls/key-vault-object]',
    summary: 'the text cannot name an object in a key vault',
  },
  {
    what: 'the version of an object',
    format: keyVaultObjectVersion,
    right: [VERSION],
    wrong: ['', 'latest', VERSION.slice(1), `${VERSION}0`, VERSION.replace('0', 'g')],
    message:
      'expected 32 hexadecimal digits); give the 32 hexadecimal digits at the end of the identifier of the object, or leave it out for the newest [tls/key-vault-object-version]',
    summary: 'the text is not the version of an object in a key vault',
  },
  {
    what: 'the id of an identity or tenant',
    format: identityId,
    right: [GUID],
    wrong: ['', 'contoso.onmicrosoft.com', GUID.replaceAll('-', ''), `{${GUID}}`, GUID.replace('1', 'g')],
    message: 'expected a GUID); give the GUID that the Azure portal and CLI show [tls/identity-id]',
    summary: 'the text is not the id of an identity or a tenant',
  },
] as {
  what: string;
  format: TextFormat<string>;
  right: string[];
  wrong: string[];
  message: string;
  summary: string;
}[])('$what', ({ format, right, wrong, message, summary }) => {
  test.each([...right, deferred('later')])('takes %j', (text) => {
    expect(format.issues(text, [])).toStrictEqual([]);
  });

  test.each(wrong)('fails on %j', (text) => {
    expect(format.issues(text, []).map(formatIssue)).toStrictEqual([
      `${summary} (received ${JSON.stringify(text)}, ${message}`,
    ]);
  });
});
