import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

import maxConstructorLines from './tools/eslint-rules/max-constructor-lines.cjs';
import optionalPropDefault from './tools/eslint-rules/optional-prop-default.cjs';

/** In all of lib: nothing that makes the output depend on anything but the input, and one class of error. */
const LIB_SYNTAX = [
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name=/^(?!ValidationError$).*Error$/]',
    message: 'throw a ValidationError with issues',
  },
  { selector: 'ThrowStatement > Literal', message: 'throw a ValidationError with issues' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'a date that matters is an argument' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'a date that matters is an argument',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'the same input gives the same output',
  },
  { selector: 'TSEnumDeclaration', message: 'use a union of string literals' },
];

/** In model and manifests, where text may hold a deferred value: only the functions of deferred.ts look inside. */
const TEXT_SYNTAX = [
  {
    selector: 'MemberExpression[property.name=/^(toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|split)$/]',
    message: 'the text may be deferred: use the functions of lib/model/deferred.ts',
  },
  {
    selector: 'Identifier[name="Buffer"]',
    message: 'the text may be deferred: use the functions of lib/model/deferred.ts',
  },
];

/** The root of a provider SDK takes seconds to type-check and loads everything; its files work in every resolution mode. */
const SDK_IMPORTS = {
  regex: '^@pulumi/(azure-native|kubernetes)(?!/.*\\.js$)',
  message: 'import a part of the SDK, spelled with its file: @pulumi/kubernetes/core/v1/index.js',
};

/** What is published names a module of azure-native by its index, the one file that every module has. */
const LIB_SDK_IMPORTS = {
  regex: '^@pulumi/azure-native/(?![a-z]+/index\\.js$)',
  message: 'import a module of azure-native by its index: @pulumi/azure-native/containerservice/index.js',
};

const PROCESS_GLOBALS = ['process', 'console', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'performance'];

export default defineConfig(
  globalIgnores(['coverage/', 'dist/', 'docs/api/', 'manifests/', 'temp/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    name: 'scripts',
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      ecmaVersion: 2023,
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'performance', 'setTimeout', 'clearTimeout', 'AbortController'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    name: 'commonjs scripts',
    files: ['**/*.cjs', '**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
  {
    name: 'typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      // Spreading a string gives its code points, which is what the names of Kubernetes are made of.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      eqeqeq: 'error',
      'no-restricted-imports': ['error', { patterns: [SDK_IMPORTS] }],
    },
  },
  {
    name: 'the program that root imports are measured by',
    files: ['bench/aks-by-hand/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    name: 'library',
    files: ['lib/**/*.ts'],
    linterOptions: { noInlineConfig: true },
    plugins: {
      jsdoc,
      local: { rules: { 'max-constructor-lines': maxConstructorLines, 'optional-prop-default': optionalPropDefault } },
    },
    settings: { jsdoc: { mode: 'typescript', tagNamePreference: { default: 'default' } } },
    rules: {
      complexity: ['error', 10],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50],
      'local/max-constructor-lines': ['error', 40],
      'local/optional-prop-default': 'error',
      'no-restricted-syntax': ['error', ...LIB_SYNTAX],
      'no-restricted-globals': ['error', ...PROCESS_GLOBALS],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            SDK_IMPORTS,
            LIB_SDK_IMPORTS,
            { regex: '^azureml-kubernetes', message: 'inside the package, import by relative path' },
          ],
        },
      ],
      'no-warning-comments': [
        'error',
        {
          terms: ['eslint-', 'ts-ignore', 'ts-expect-error', 'prettier-ignore', 'jscpd:', 'todo', 'fixme'],
          location: 'anywhere',
        },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: true },
          checkConstructors: false,
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
            'PropertyDefinition[accessibility!="private"][override!=true]',
          ],
        },
      ],
      'jsdoc/require-description': [
        'error',
        {
          contexts: [
            'ClassDeclaration',
            'FunctionDeclaration',
            'MethodDefinition',
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'VariableDeclaration',
          ],
        },
      ],
      'jsdoc/check-tag-names': ['error', { definedTags: ['default'] }],
      'jsdoc/check-param-names': ['error', { disableMissingParamChecks: true }],
      'jsdoc/check-alignment': 'error',
      'jsdoc/no-types': 'error',
    },
  },
  {
    name: 'text that may be deferred',
    files: ['lib/model/**/*.ts', 'lib/manifests/**/*.ts'],
    ignores: ['lib/model/deferred*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...LIB_SYNTAX, ...TEXT_SYNTAX] },
  },
  {
    name: 'tests',
    files: ['test/**/*.ts', 'examples/**/*.test.ts'],
    extends: [jest.configs['flat/recommended']],
    settings: { jest: { version: 30 } },
    rules: {
      'jest/require-to-throw-message': 'error',
      'jest/no-large-snapshots': ['error', { maxSize: 120, inlineMaxSize: 120 }],
      'jest/no-conditional-expect': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
      'jest/prefer-strict-equal': 'error',
      'jest/valid-title': 'error',
    },
  },
  {
    name: 'what the types refuse',
    files: ['test/types/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
