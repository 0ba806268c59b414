// Where the programs of the tests lie: own builds in the user's cache folder, keyed by version, and a foreign folder, where
// a row names one (`foreign`), for what it holds in the very version wanted.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const suffix = process.platform === 'win32' ? '.exe' : '';

/** The file name of a command on this system. */
export const fileOf = (command) => `${command}${suffix}`;

/** The folder of own builds of one version. */
export function folderOf({ name, version }) {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'azureml-kubernetes', name, version);
}

/** `{ command: path }` of the row's commands that are there already. */
export function found(row) {
  const places = Object.keys(row.commands).map((command) => [command, placeOf(row, command)]);
  return Object.fromEntries(places.filter(([, place]) => place !== undefined));
}

function placeOf(row, command) {
  const folder = row.foreign && process.env[row.foreign.variable];
  const given = folder && join(folder, fileOf(command));
  if (given && existsSync(given) && printsVersion(given, row.foreign.versionOf(command), row.version)) return given;
  const own = join(folderOf(row), fileOf(command));
  return existsSync(own) ? own : undefined;
}

function printsVersion(file, args, version) {
  try {
    const printed = execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return printed.split(/\s+/).some((word) => word.replace(/^v/, '') === version);
  } catch {
    return false; // not a program of this system: as if it were not there
  }
}
