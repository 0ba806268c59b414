import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { Linter } from 'eslint';

const ROOT = resolve(__dirname, '../..');
const RULE = 'no-restricted-imports';

/** The rule about imports as the configuration of the project sets it for a file. */
function ruleFor(file: string): Linter.RuleEntry {
  const eslint = join(ROOT, 'node_modules/eslint/bin/eslint.js');
  const printed = execFileSync(process.execPath, [eslint, '--print-config', file], { cwd: ROOT, encoding: 'utf8' });
  const { rules } = JSON.parse(printed) as { readonly rules: Readonly<Record<string, Linter.RuleEntry>> };
  return rules[RULE] ?? 'off';
}

let rule: Linter.RuleEntry;

beforeAll(() => {
  rule = ruleFor('lib/pulumi/index.ts');
}, 60_000);

function messages(specifier: string): string[] {
  const config = { rules: { [RULE]: rule } };
  return new Linter().verify(`import '${specifier}';`, config).map(({ message }) => message.replace(/^.* /, ''));
}

describe('the spelling of imports from the provider SDKs in lib', () => {
  test.each([
    '@pulumi/pulumi',
    '@pulumi/azure-native/containerservice/index.js',
    '@pulumi/kubernetes/core/v1/index.js',
    '@pulumi/kubernetes/provider.js',
  ])('accepts %s', (specifier) => {
    expect(messages(specifier)).toStrictEqual([]);
  });

  test.each([
    '@pulumi/azure-native/index.js',
    '@pulumi/azure-native/containerservice',
    '@pulumi/azure-native/containerservice/managedCluster.js',
    '@pulumi/azure-native/types/input.js',
  ])('refuses %s', (specifier) => {
    expect(messages(specifier)).toContain('@pulumi/azure-native/containerservice/index.js');
  });

  test.each(['@pulumi/azure-native', '@pulumi/kubernetes', '@pulumi/kubernetes/core/v1'])('refuses %s', (specifier) => {
    expect(messages(specifier)).toStrictEqual(['@pulumi/kubernetes/core/v1/index.js']);
  });
});
