import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TABLE = /(<!-- table: (\S+) -->\n)[\s\S]*?(<!-- end of table -->)/g;

/** A table; prettier aligns it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** A word as it is written in code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/**
 * A page that is written by hand, with each of the tables in the place that is marked for it.
 * @param file - the page, seen from the root of the project
 * @param tables - the tables by the names in their marks
 */
export function withTables(file: string, tables: Readonly<Record<string, string>>): string {
  const placed = new Set<string>();
  const page = readFileSync(join(__dirname, '../..', file), 'utf8').replace(
    TABLE,
    (_all, open: string, name: string, close: string) => {
      placed.add(name);
      return `${open}\n${tables[name] ?? fail(`${file} marks a place for the unknown table ${name}`)}\n\n${close}`;
    },
  );
  const missing = Object.keys(tables).filter((name) => !placed.has(name));
  return missing.length === 0 ? page : fail(`${file} marks no place for ${missing.join(', ')}`);
}

function cell(text: string): string {
  const isCode = text.startsWith('`') && text.endsWith('`');
  const inTable = text.replaceAll('|', '\\|');
  return isCode ? inTable : inTable.replaceAll('<', '&lt;').replaceAll('*', '\\*');
}

function fail(message: string): never {
  throw new Error(message);
}
