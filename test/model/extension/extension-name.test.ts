import { deferred } from '../../../lib/model/deferred';
import { extensionNameCheck, parseExtensionName } from '../../../lib/model/extension/extension-name';
import { formatIssue } from '../../../lib/model/issues';

function messages(value: unknown): string[] {
  return extensionNameCheck()(value, ['extensionName']).map(formatIssue);
}

describe('extension name', () => {
  test.each(['azureml', 'a', '1', 'azure-ml-2', 'a'.repeat(53)])('takes %s without a word', (name) => {
    expect(messages(name)).toStrictEqual([]);
    expect(parseExtensionName(name)).toBe(name);
  });

  test.each(['AzureML', 'azure.ml', 'azureml-', 'a'.repeat(54)])('warns that Helm refuses %s', (name) => {
    expect(messages(name)).toStrictEqual([
      `extensionName: the name of the extension is also the name of its Helm release, and Helm refuses this one (received "${name}"); use at most 53 lower-case letters, digits and hyphens [extension/name-for-helm]`,
    ]);
  });

  test.each(['', '-azureml', 'azure ml', 'azureml\n', 'azure_ml', 'a'.repeat(254)])('fails on %j', (name) => {
    const received = name.length > 240 ? `"${'a'.repeat(240)}…"` : JSON.stringify(name);
    expect(messages(name)).toStrictEqual([
      `extensionName: the text cannot name an extension (received ${received}, expected at most 253 letters, digits, "-" and "."); use letters, digits, "-" and ".", starting with a letter or digit [extension/name]`,
    ]);
  });

  test('fails to parse what cannot name an extension', () => {
    expect(() => parseExtensionName('azure ml')).toThrow(/^extension name has 1 error:\n {2}- the text cannot name/);
  });

  test('fails on what is not a text', () => {
    expect(messages(1)).toStrictEqual([
      'extensionName: the value has the wrong type (received "a number", expected a text); give a value of the expected type [spec/type]',
    ]);
  });

  test('lets a deferred name pass', () => {
    expect(messages(deferred('extension'))).toStrictEqual([]);
  });
});
