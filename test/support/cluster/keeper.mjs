// Keeps the servers of one control plane: starts them, and ends them and removes their folder when its own standard input
// ends. That happens however the test run ends, killed or not, so no server outlives it.
//   node keeper.mjs <folder>      input: one line of JSON per server, { name, command, args }
//                                 output: one line of JSON per server that ended by itself, { name, status }
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const folder = process.argv[2];
const running = new Map();
let ending = false;

function start({ name, command, args }) {
  const log = openSync(join(folder, `${name}.log`), 'a');
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', log, log] });
  running.set(name, child);
  child.on('error', (error) => ended(name, error.message));
  child.on('exit', (code, signal) => ended(name, signal ?? code));
}

function ended(name, status) {
  running.delete(name);
  if (!ending) process.stdout.write(`${JSON.stringify({ name, status })}\n`);
  else if (running.size === 0) finish();
}

// Nothing of theirs is to be kept, so there is nothing that they should have time to finish.
function end() {
  ending = true;
  if (running.size === 0) finish();
  for (const child of running.values()) child.kill('SIGKILL');
}

function finish() {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
process.stdout.on('error', end);
createInterface({ input: process.stdin })
  .on('line', (line) => start(JSON.parse(line)))
  .on('close', end);
