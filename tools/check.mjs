// Runs every check that is not a test, to the end, and then says which failed: `npm run check`.
// A check is a script of package.json whose name starts with "check:"; they run in the order they stand there.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'));

const failed = checks.filter((name) => {
  console.log(`\n== ${name}: ${scripts[name]}`);
  return (
    spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0
  );
});

console.log(
  `\n${checks.length - failed.length} checks passed, ${failed.length} failed${failed.map((name) => `\n  ${name}`).join('')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
