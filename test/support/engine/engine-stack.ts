import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { givenAccess } from '../cluster/server';
import { Cloud } from './cloud';
import { kubeconfigOf } from './kubernetes/kubeconfig';
import type { ConfigValue, OperationAnswer, OperationRequest } from './operation';
import { Operation } from './operation-result';

const ROOT = join(__dirname, '..', '..', '..');

const STACK = 'test';

/** A hung operation is killed after this time: the longest takes a tenth of it. */
const LIMIT_MS = 120_000;

/** The command line under test, as tools/pulumi/test.mjs gives it to jest. */
function givenCommandLine(): string {
  const cli = process.env['ENGINE_TEST_PULUMI'];
  if (cli === undefined)
    throw new Error('ENGINE_TEST_PULUMI is not set: start the engine tests with npm run test:engine');
  return cli;
}

/** What a stack is made of. */
export interface EngineStackOptions {
  /** The name of the project. @default 'project' */
  readonly project?: string;

  /** A file with the configuration to begin with, whose secrets have the empty passphrase. @default - none */
  readonly stackFile?: string;
}

/** A stack of the real engine, with its own state, its own cloud and stand-ins for the providers. */
export class EngineStack {
  readonly cloud: Cloud;

  private readonly folder = mkdtempSync(join(tmpdir(), 'azureml-kubernetes-engine-'));
  /** Everything that the operations so far printed and told. */
  told = '';

  private config: Readonly<Record<string, ConfigValue>> | undefined;
  private count = 0;

  /** @param program - the file of the program, relative to the root of the repository */
  constructor(
    private program: string,
    private readonly options: EngineStackOptions = {},
  ) {
    this.cloud = new Cloud(join(this.folder, 'cloud'));
    this.makeState();
    for (const name of ['azure-native', 'kubernetes']) this.installPlugin(name);
  }

  /** Sets values of the configuration; a key without a namespace belongs to the project. */
  configure(config: Readonly<Record<string, string | { readonly secret: string }>>): void {
    const entries = Object.entries(config).map(([key, value]) => [
      key,
      typeof value === 'string' ? { value } : { value: value.secret, secret: true },
    ]);
    this.config = { ...this.config, ...(Object.fromEntries(entries) as Readonly<Record<string, ConfigValue>>) };
  }

  /** Goes on with another program, as if the file had been edited. */
  edit(program: string): void {
    this.program = program;
  }

  preview(): Promise<Operation> {
    return this.run('preview');
  }

  up(): Promise<Operation> {
    return this.run('up');
  }

  refresh(): Promise<Operation> {
    return this.run('refresh');
  }

  destroy(): Promise<Operation> {
    return this.run('destroy');
  }

  /** Everything that the engine keeps on disk: state, history, backups and the configuration of the stack. */
  kept(): string {
    return this.textBelow('state');
  }

  /** The state file, and its copy of before. */
  checkpoint(): string {
    return this.textBelow(join('state', '.pulumi', 'stacks'));
  }

  private textBelow(folder: string): string {
    const files = readdirSync(join(this.folder, folder), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    return paths.map((path) => readFileSync(path, 'utf8')).join('\n');
  }

  /** Starts anew: forgets the state, the configuration and the cloud, but not what is in the cluster. */
  reset(): void {
    for (const name of ['state', 'cloud']) rmSync(join(this.folder, name), { recursive: true, force: true });
    this.makeState();
    mkdirSync(join(this.folder, 'cloud', 'resources'), { recursive: true });
  }

  /** Removes everything of the stack on this machine; what it created in the cluster is left to `destroy`. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private makeState(): void {
    const folder = join(this.folder, 'state');
    mkdirSync(folder);
    const { stackFile } = this.options;
    if (stackFile !== undefined) copyFileSync(stackFile, join(folder, `Pulumi.${STACK}.yaml`));
  }

  private async run(operation: OperationRequest['operation']): Promise<Operation> {
    this.count += 1;
    const answer = join(this.folder, `answer-${String(this.count)}.json`);
    const request: OperationRequest = {
      operation,
      program: join(ROOT, this.program),
      project: this.options.project ?? 'project',
      stack: STACK,
      config: this.config,
      folder: join(this.folder, 'state'),
      answer,
    };
    const file = join(this.folder, 'request.json');
    writeFileSync(file, JSON.stringify(request));
    this.config = undefined;
    const ended = await this.child(file);
    if (!existsSync(answer)) throw new Error(`${operation} ended without an answer: ${ended}`);
    const result = new Operation(JSON.parse(readFileSync(answer, 'utf8')) as OperationAnswer);
    this.told += result.told;
    return result;
  }

  /** Runs the child process to its end and gives what it says when it has no answer. */
  private async child(request: string): Promise<string> {
    const script = join(__dirname, 'operate.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, request], {
      cwd: ROOT,
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const said: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
    const timer = setTimeout(() => {
      said.push(`killed after ${String(LIMIT_MS / 1000)} s`);
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, LIMIT_MS);
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    clearTimeout(timer);
    return [`exit ${String(code ?? signal)}`, ...said].join('\n');
  }

  private environment(): NodeJS.ProcessEnv {
    const path = [join(this.folder, 'plugins'), dirname(givenCommandLine()), process.env['PATH']].join(':');
    return {
      ...process.env,
      ...this.cloud.environment,
      PATH: path,
      NODE_OPTIONS: '',
      TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json'),
      ENGINE_TEST_KUBECONFIG: kubeconfigOf(givenAccess()),
      PULUMI_CONFIG_PASSPHRASE: '',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
    };
  }

  private installPlugin(name: string): void {
    const folder = join(this.folder, 'plugins');
    mkdirSync(folder, { recursive: true });
    const main = join(__dirname, name === 'azure-native' ? 'azure' : name, 'main.ts');
    const lines = ['#!/bin/sh', `cd '${ROOT}' && exec '${process.execPath}' --import tsx '${main}'`, ''];
    writeFileSync(join(folder, `pulumi-resource-${name}`), lines.join('\n'), { mode: 0o755 });
  }
}
