import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ISSUE_CODES, issueCodeRow, type IssueCode } from '../../lib/model/issue-codes';

const ROOT = resolve(__dirname, '../..');
const CODES = Object.keys(ISSUE_CODES) as IssueCode[];

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** Codes that stand in a test, also as part of an escaped pattern. */
function isTested(code: string, tests: readonly string[]): boolean {
  return tests.some((text) => text.includes(code) || text.includes(code.replace('/', '\\/')));
}

describe('the issue codes', () => {
  test('are each expected by a test', () => {
    const tests = ['model', 'manifests', 'arm', 'cdk8s', 'az', 'cdk8s-plus', 'pulumi'].flatMap((layer) =>
      sourcesBelow(join(ROOT, 'test', layer)),
    );

    expect(CODES.filter((code) => !isTested(code, tests))).toStrictEqual([]);
  });

  test('are each reported by a rule', () => {
    const rules = sourcesBelow(join(ROOT, 'lib')).filter((text) => !text.includes('satisfies IssueCodeTable'));

    expect(CODES.filter((code) => !rules.some((text) => text.includes(`'${code}'`)))).toStrictEqual([]);
  });

  test.each(CODES)('%s has its meaning, fix and source in words', (code) => {
    const { severity, summary, fix, source } = issueCodeRow(code);

    expect(['error', 'warning']).toContain(severity);
    expect(code).toMatch(/^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect([summary, fix].filter((text) => /^[A-Z][a-z]* |\.$|\s$/.test(text))).toStrictEqual([]);
    expect(source).not.toBe('');
  });

  test('stand in a table of their own domain, each once', () => {
    const tables = readdirSync(join(ROOT, 'lib/model'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.codes.ts'),
    );
    const rows = tables.flatMap((file) => [
      ...readFileSync(join(ROOT, 'lib/model', file), 'utf8').matchAll(/^ {2}'([a-z0-9]+\/[a-z0-9-]+)': \{/gm),
    ]);

    expect(rows.map((row) => row[1] ?? '').sort()).toStrictEqual([...CODES].sort());
  });

  test('are each a row of docs/errors.md, which is generated from the tables', () => {
    const tsx = require.resolve('tsx/cli');
    const run = spawnSync(process.execPath, [tsx, 'tools/docs/generate.ts', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });

    expect({ status: run.status, stderr: run.stderr }).toStrictEqual({ status: 0, stderr: '' });
    const page = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8');
    expect(CODES.filter((code) => !page.includes(`| \`${code}\``))).toStrictEqual([]);
  });
});
