import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { files } from '../../package.json';

const ROOT = resolve(__dirname, '../..');
const TSC = require.resolve('typescript/bin/tsc');

/** What a program did: its exit code, and everything it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** An empty folder of a user, outside the checkout, with this package and some peers installed from tarballs. */
export class InstalledPackage {
  public readonly folder = mkdtempSync(join(tmpdir(), 'installed-'));

  /**
   * Builds and packs the package into the folder.
   * @returns the tarball
   */
  public packProject(): string {
    const stage = join(this.folder, 'stage');
    for (const name of ['package.json', 'LICENSE', ...files].filter((one) => one !== 'dist')) {
      cpSync(join(ROOT, name), join(stage, name), { recursive: true });
    }
    const built = this.node(join(ROOT, 'tools/build.mjs'), join(stage, 'dist'));
    if (built.code !== 0) throw new Error(`the build failed:\n${built.output}`);
    return this.pack(stage);
  }

  /** Packs the copy of a package that the checkout itself uses. */
  public packInstalled(name: string): string {
    return this.pack(join(ROOT, 'node_modules', name));
  }

  /** Installs tarballs without network, and without anything that npm keeps. */
  public install(...tarballs: readonly string[]): void {
    this.write('package.json', JSON.stringify({ name: 'user', private: true }));
    this.npm('install', '--offline', ...tarballs);
  }

  /**
   * Links the copy of a package that the checkout itself uses, for those that are too large to pack. What it needs is found
   * beside it in the checkout; nothing else of the checkout is seen from the folder.
   */
  public link(name: string): void {
    const place = join(this.folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), place, 'dir');
  }

  public unlink(name: string): void {
    rmSync(join(this.folder, 'node_modules', name));
  }

  public write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs Node in the folder. */
  public node(...args: readonly string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: this.folder, encoding: 'utf8' });
    return { code: status, output: stdout + stderr };
  }

  /** Compiles in the folder. */
  public tsc(...args: readonly string[]): Outcome {
    return this.node(TSC, ...args);
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private pack(folder: string): string {
    const [packed] = JSON.parse(this.npm('pack', folder, '--json')) as [{ filename: string }];
    return join(this.folder, packed.filename);
  }

  private npm(...args: readonly string[]): string {
    const settings = ['--cache', join(this.folder, 'npm-cache'), '--ignore-scripts', '--no-audit', '--no-fund'];
    return execFileSync('npm', [...args, ...settings], { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' });
  }
}
