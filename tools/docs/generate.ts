// Generates the pages of docs that follow from the tables in lib/model:
//   npm run docs            writes them
//   npm run docs -- --check fails when one is not what the tables say
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, formatted } from './pages';

async function main(check: boolean): Promise<void> {
  for (const [file, page] of Object.entries(PAGES)) {
    const path = join(__dirname, '../..', file);
    const text = await formatted(page());
    if (!check) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(`${file} is not what the tables say: npm run docs`);
      process.exitCode = 1;
    }
  }
}

void main(process.argv.includes('--check'));
