// Measures in processes of their own, turn by turn, so that neither side profits from a warm or a quiet machine.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs each of the programs, which are arguments to Node, `rounds` times.
 * @returns for each program what its runs printed as JSON
 */
export function alternate(rounds, programs) {
  const results = programs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    programs.forEach((args, index) => {
      const output = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
      results[index].push(JSON.parse(output));
    });
  }
  return results;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A program that prints how many milliseconds some code takes. */
export function timing(code) {
  return ['-e', `const start = performance.now(); ${code}; console.log(performance.now() - start)`];
}

/** A program that prints how many milliseconds of processor time some code takes, which other programs disturb less. */
export function processorTiming(code) {
  const used = '{ const { user, system } = process.cpuUsage(start); console.log((user + system) / 1000); }';
  return ['-e', `const start = process.cpuUsage(); ${code}; ${used}`];
}
