import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as constructs from '../../lib/cdk8s';
import * as manifests from '../../lib/manifests';

const ROOT = resolve(__dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

function tableCells(column: number): string[] {
  return README.split('\n')
    .filter((line) => /^\| `[A-Z]/.test(line))
    .flatMap((line) => /`(.+)`/.exec(line.split('|')[column] ?? '')?.[1] ?? []);
}

describe('the README', () => {
  test('names every construct', () => {
    const exported = Object.entries(constructs)
      .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Construct)
      .map(([name]) => name);

    expect(tableCells(1).sort()).toStrictEqual(exported.sort());
  });

  test('names functions that exist', () => {
    expect(tableCells(3).filter((name) => !(name in manifests))).toStrictEqual([]);
  });

  test('shows an error as it really is', () => {
    const chart = new Chart(new App(), 'azureml');
    const shown = /```text\nValidationError: ([^]*?)\n```/.exec(README)?.[1];

    expect(
      () =>
        new constructs.JobDataVolume(chart, 'images', {
          source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
          capacity: '1Ti',
          request: '2Ti',
          mountPath: 'mnt/images',
          namespace: 'ML-Jobs',
        }),
    ).toThrow(new Error(shown));
  });

  test('links to every example', () => {
    const examples = readdirSync(join(ROOT, 'examples'));

    expect(examples.filter((name) => !README.includes(`(examples/${name})`))).toStrictEqual([]);
  });

  test('is short', () => {
    expect(README.split('\n').length).toBeLessThanOrEqual(250);
  });
});

const PAGES_IN_FOLDERS = [
  ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`),
  ...readdirSync(join(ROOT, 'examples')).map((example) => `examples/${example}/README.md`),
].filter((page) => page.endsWith('.md'));

describe.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...PAGES_IN_FOLDERS])('%s', (page) => {
  test('links to what exists', () => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? '');

    const missing = links.filter((link) => !/^https:/.test(link) && !existsSync(join(ROOT, dirname(page), link)));

    expect(missing).toStrictEqual([]);
  });
});
