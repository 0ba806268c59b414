// An entry whose exports load the file that they are in when they are first used: who builds a volume does not wait for
// the extension.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * The modules behind an entry: what is light, and what needs much more than the rest.
 * @param folder - the folder of the entry
 * @param heavy - the beginnings of the heavy modules, for example `platform/`
 * @returns the code of each module, by the path that its file would have
 */
export function lazyModules(folder, heavy) {
  const entry = join(folder, 'index.ts');
  const source = ts.createSourceFile(entry, readFileSync(entry, 'utf8'), ts.ScriptTarget.Latest);
  const exported = source.statements.filter((one) => ts.isExportDeclaration(one) && !one.isTypeOnly);
  const isHeavy = ({ moduleSpecifier }) => heavy.some((start) => moduleSpecifier.text.startsWith(`./${start}`));
  const codeOf = (statements) => statements.map((one) => one.getText(source)).join('\n');
  return {
    [join(folder, 'light.ts')]: codeOf(exported.filter((one) => !isHeavy(one))),
    [join(folder, 'heavy.ts')]: codeOf(exported.filter(isHeavy)),
  };
}

/**
 * The code of a lazy entry.
 * @param before - the file that is loaded at once
 * @param names - the names that each of the other files exports
 */
export function lazyEntry(before, names) {
  const exported = Object.entries(names).flatMap(([file, some]) =>
    some.map((name) => `lazy('${name}', () => require('${file}'));`),
  );
  return [
    `'use strict';`,
    `Object.defineProperty(exports, '__esModule', { value: true });`,
    `require('${before}');`,
    LAZY,
    ...exported,
    // Never runs: Node reads it to know the names for `import { … } from`.
    `0 && (module.exports = { ${Object.values(names).flat().join(', ')} });`,
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
