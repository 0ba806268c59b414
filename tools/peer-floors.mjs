// Installs the oldest versions of the peers that package.json allows, without writing that down, to test with them.
// `npm ci` goes back.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { peerDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const floors = Object.entries(peerDependencies).map(([name, range]) => `${name}@${range.replace('^', '')}`);

console.log(`installing ${floors.join(' ')}`);
const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', ...floors], { stdio: 'inherit' });
process.exitCode = status ?? 1;
