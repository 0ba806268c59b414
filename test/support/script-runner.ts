import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const STUBS = join(__dirname, 'az-stub');

/** What a script did: its exit code, what it said, and the commands it ran, word by word. */
export interface ScriptRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly (readonly string[])[];
}

/** A folder in which scripts run, with stand-ins for `az` and `kubectl` that remember what was made between runs. */
export class ScriptRunner {
  public readonly folder = mkdtempSync(join(tmpdir(), 'script-'));

  public write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Runs a script with variables; the stand-ins take `STUB_FAILS` and `STUB_VERSION`. */
  public run(script: string, variables: Readonly<Record<string, string>> = {}): ScriptRun {
    const calls = join(this.folder, 'calls');
    rmSync(calls, { force: true });
    const env = {
      ...variables,
      PATH: [STUBS, process.env['PATH'] ?? ''].join(delimiter),
      STUB_FOLDER: this.folder,
    };
    const { status, stdout, stderr } = spawnSync('bash', ['-s'], {
      cwd: this.folder,
      env,
      input: script,
      encoding: 'utf8',
    });
    return { code: status, stdout, stderr, calls: existsSync(calls) ? callsOf(readFileSync(calls, 'utf8')) : [] };
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Words end with NUL, and calls with an empty word; an empty argument in the middle stays, since a call starts with a name. */
function callsOf(text: string): string[][] {
  const calls: string[][] = [];
  for (const call of text.split(/\0\0(?=az\0|kubectl\0|$)/)) if (call !== '') calls.push(call.split('\0'));
  return calls;
}
