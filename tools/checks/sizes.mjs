// Two limits that no lint rule knows, because they are about the whole: nine of ten named functions of lib are short,
// and the tests have at least as many lines as what they test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const MAX_P90_LINES = 20;

const sources = typescriptFiles('lib');
const tests = [...typescriptFiles('test'), ...typescriptFiles('examples').filter((path) => path.endsWith('.test.ts'))];
const lengths = sources.flatMap(functionLengths).sort((a, b) => a - b);
const p90 = lengths[Math.ceil(lengths.length * 0.9) - 1] ?? 0;
const [sourceLines, testLines] = [lineCount(sources), lineCount(tests)];

console.log(`functions: ${lengths.length}, 90 % of them have at most ${p90} lines (limit ${MAX_P90_LINES})`);
console.log(`lines: ${sourceLines} in lib, ${testLines} in tests (at least as many)`);
if (p90 > MAX_P90_LINES || testLines < sourceLines) {
  console.error('the limits of size do not hold');
  process.exitCode = 1;
}

function typescriptFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function lineCount(paths) {
  return paths.reduce((sum, path) => sum + readFileSync(path, 'utf8').trimEnd().split('\n').length, 0);
}

function functionLengths(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = [];
  const visit = (node) => {
    if (isNamedFunction(node)) found.push(lineOf(file, node.end) - lineOf(file, node.getStart(file)) + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function lineOf(file, position) {
  return file.getLineAndCharacterOfPosition(position).line;
}

function isNamedFunction(node) {
  if (!ts.isFunctionLike(node) || node.body === undefined) return false;
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return true;
  return (
    ts.isVariableDeclaration(node.parent) ||
    ts.isPropertyAssignment(node.parent) ||
    ts.isPropertyDeclaration(node.parent)
  );
}
