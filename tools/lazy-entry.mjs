// An entry whose exports load their module when they are first used: who builds a volume does not wait for the extension.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What an entry exports, module by module, as `{ specifier, names }`; without names it is everything. */
export function exportsOf(entry) {
  const { statements } = ts.createSourceFile(entry, readFileSync(entry, 'utf8'), ts.ScriptTarget.Latest);
  return statements
    .filter((statement) => ts.isExportDeclaration(statement) && !statement.isTypeOnly)
    .map(({ moduleSpecifier, exportClause }) => ({
      specifier: moduleSpecifier.text,
      names: exportClause?.elements.map(({ name }) => name.text),
    }));
}

/**
 * The code of a lazy entry.
 * @param before - modules that are loaded at once
 * @param modules - what is exported, as `{ specifier, names }`
 */
export function lazyEntry(before, modules) {
  const names = modules.flatMap((module) => module.names);
  const exported = modules.flatMap(({ specifier, names }) =>
    names.map((name) => `lazy('${name}', () => require('${specifier}.js'));`),
  );
  return [
    `'use strict';`,
    `Object.defineProperty(exports, '__esModule', { value: true });`,
    ...before.map((specifier) => `require('${specifier}.js');`),
    LAZY,
    ...exported,
    // Never runs: Node reads it to know the names for `import { … } from`.
    `0 && (module.exports = { ${names.join(', ')} });`,
    '',
  ].join('\n');
}

/** Becomes an ordinary property when it is first read. */
const LAZY = `function lazy(name, load) {
  Object.defineProperty(exports, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = load()[name];
      Object.defineProperty(exports, name, { enumerable: true, value });
      return value;
    },
  });
}`;
