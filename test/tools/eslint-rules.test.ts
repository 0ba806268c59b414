import { RuleTester, type Rule } from 'eslint';
import tseslint from 'typescript-eslint';

const [maxConstructorLines, optionalPropDefault] = ['max-constructor-lines', 'optional-prop-default'].map((name) =>
  jest.requireActual<Rule.RuleModule>(`../../tools/eslint-rules/${name}.cjs`),
) as [Rule.RuleModule, Rule.RuleModule];

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

tester.run('max-constructor-lines', maxConstructorLines, {
  valid: [
    { code: 'class A { constructor() {\n\n} }', options: [3] },
    { code: 'class A { method() {\n\n\n} }', options: [3] },
  ],
  invalid: [
    {
      code: 'class A { constructor() {\n\n\n} }',
      options: [3],
      errors: [{ message: 'constructor has 4 lines, at most 3 are allowed' }],
    },
  ],
});

tester.run('optional-prop-default', optionalPropDefault, {
  valid: [
    'interface ThingProps { readonly name: string }',
    "interface ThingProps { /** The name.\n * @default 'x' */ readonly name?: string }",
    'interface Result { readonly name?: string }',
  ],
  invalid: [
    'interface ThingProps { readonly name?: string }',
    'export interface ThingSpec { /** The name. */ readonly name?: string }',
    'interface ThingOptions { /** The name.\n * @default */ readonly name?: string }',
    'interface NfsSource { // @default 1\n readonly name?: string }',
  ].map((code) => ({ code, errors: [{ message: 'optional property "name" has no @default in its doc comment' }] })),
});
