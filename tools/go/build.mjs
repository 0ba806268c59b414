// Builds programs of Go modules that are not there yet. A row says what: a wrapper module (go.mod and go.sum, committed),
// the version it builds and the commands in it: `{ name, version, module, commands: { command: package }, ldflags }`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOf, folderOf, found } from './cache.mjs';

/** The command that builds; found on the PATH. */
export const GO = 'go';

const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local', GOWORK: 'off' };

/** Builds what is missing of the rows, and gives `{ command: path }` for each row. */
export function provide(rows) {
  const incomplete = rows.filter((row) => missing(row).length > 0);
  if (incomplete.length > 0) requireGo(incomplete);
  for (const row of incomplete) provideOne(row);
  return rows.map(found);
}

// Before anything is built: whoever lacks Go, or has an old one, hears it at once and with all that is missing.
function requireGo(rows) {
  const wanted = rows.map(goVersionOf).reduce((one, other) => (isOlder(one, other) ? other : one));
  const version = goVersion();
  if (version !== undefined && !isOlder(version, wanted)) return;
  const hints = new Set(rows.flatMap(({ foreign }) => foreign?.hint ?? []));
  throw new Error(
    [
      `${rows.map((row) => `${missing(row).join(', ')} ${row.version}`).join('; ')}: not there, and not to be built,`,
      version === undefined ? 'as Go was not found.' : `as Go ${wanted} is needed and this is ${version}.`,
      [`Install Go ${wanted} or newer (https://go.dev/doc/install) so that \`go version\` prints it`, ...hints].join(
        ', or ',
      ),
    ].join(' '),
  );
}

function goVersion() {
  try {
    const printed = execFileSync(GO, ['env', 'GOVERSION'], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return printed.trim().replace(/^go/, '');
  } catch {
    return undefined;
  }
}

function isOlder(version, wanted) {
  const numbers = (text) => (text.match(/\d+/g) ?? []).map(Number);
  const [have, want] = [numbers(version), numbers(wanted)];
  const at = want.findIndex((number, index) => number !== (have[index] ?? 0));
  return at >= 0 && (have[at] ?? 0) < want[at];
}

function goVersionOf(row) {
  return /^go (\S+)$/m.exec(readFileSync(join(row.module, 'go.mod'), 'utf8'))[1];
}

// Into a folder of its own beside the final one, then file by file to its place: nobody ever sees half a binary, and
// of two builds at once the later one replaces equal files.
function build(row, commands) {
  const target = folderOf(row);
  mkdirSync(dirname(target), { recursive: true });
  const temporary = mkdtempSync(`${target}-build-`);
  try {
    const packages = commands.map((command) => row.commands[command]);
    const flags = ['-trimpath', '-buildvcs=false', `-ldflags=${['-s -w', ...row.ldflags].join(' ')}`];
    const outputs = commands.length === 1 ? join(temporary, fileOf(commands[0])) : `${temporary}/`;
    execFileSync(GO, ['build', ...flags, '-o', outputs, ...packages], {
      cwd: row.module,
      env,
      stdio: ['ignore', 2, 2],
    });
    mkdirSync(target, { recursive: true });
    for (const command of commands) renameSync(join(temporary, fileOf(command)), join(target, fileOf(command)));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function missing(row) {
  const there = found(row);
  return Object.keys(row.commands).filter((command) => !(command in there));
}

function provideOne(row) {
  const started = Date.now();
  console.error(`building ${missing(row).join(', ')} ${row.version} (minutes when nothing is cached) ...`);
  build(row, missing(row));
  console.error(`built in ${Math.round((Date.now() - started) / 1000)} s: ${folderOf(row)}`);
}
