import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Properties } from './provider/wire';

/** The variable that tells the stand-in providers where their cloud lies. */
const FOLDER = 'ENGINE_TEST_CLOUD';

/** A resource as the service keeps it. */
export interface CloudResource {
  /** Its Azure resource id, as it was written by whoever created it. */
  readonly id: string;

  /** The type token that created it. */
  readonly type: string;

  /** What the service shows to whoever reads the resource. */
  readonly body: Properties;

  /** What it keeps to itself: protected settings. */
  readonly hidden: Properties;
}

/** One call that reached the service or the API server, in the order of arrival. */
export interface CloudCall {
  readonly call: 'create' | 'update' | 'delete';
  readonly id: string;
  readonly refused?: true;
}

/**
 * What the stand-in providers change, kept in a folder: every operation of the engine starts them anew, and tests look
 * into it and change it, as somebody in the portal would.
 */
export class Cloud {
  constructor(private readonly folder: string) {
    mkdirSync(join(folder, 'resources'), { recursive: true });
  }

  /** The cloud that the test gave to this program. */
  static given(): Cloud {
    const folder = process.env[FOLDER];
    if (folder === undefined) throw new Error(`${FOLDER} is not set: the stand-ins run in tests only`);
    return new Cloud(folder);
  }

  /** The environment that gives this cloud to the stand-ins. */
  get environment(): Readonly<Record<string, string>> {
    return { [FOLDER]: this.folder };
  }

  /** The resource with the id, whose case does not matter, as in Azure. */
  find(id: string): CloudResource | undefined {
    const file = this.fileOf(id);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CloudResource) : undefined;
  }

  /** The resource with the id; throws when there is none. */
  get(id: string): CloudResource {
    const found = this.find(id);
    if (found === undefined) throw new Error(`no resource ${id}`);
    return found;
  }

  /** The resource with the id, and everything that lies within it. */
  within(id: string): CloudResource[] {
    const [whole, prefix] = [id.toLowerCase(), `${id.toLowerCase()}/`];
    return this.all().filter((one) => one.id.toLowerCase() === whole || one.id.toLowerCase().startsWith(prefix));
  }

  put(resource: CloudResource): void {
    writeFileSync(this.fileOf(resource.id), JSON.stringify(resource));
  }

  remove(id: string): void {
    rmSync(this.fileOf(id), { force: true });
  }

  all(): CloudResource[] {
    const folder = join(this.folder, 'resources');
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    return files.map((text) => JSON.parse(text) as CloudResource);
  }

  /** Notes a call, and throws when the test wants it refused. */
  accept(call: CloudCall['call'], id: string, urn: string): void {
    const refused = call !== 'delete' && this.refusals().some((part) => urn.endsWith(part));
    this.note({ call, id, ...(refused && { refused: true }) });
    if (refused) throw new Error(`Code="RequestDisallowedByPolicy" Message="${urn} was disallowed by the test"`);
  }

  calls(): CloudCall[] {
    const file = join(this.folder, 'calls');
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as CloudCall);
  }

  /** Forgets the calls so far. */
  forgetCalls(): void {
    rmSync(join(this.folder, 'calls'), { force: true });
  }

  /** Refuses every creation and update of the resources whose URN ends so, until the next time this is said. */
  refuse(...ends: readonly string[]): void {
    writeFileSync(join(this.folder, 'refusals'), JSON.stringify(ends));
  }

  private refusals(): string[] {
    const file = join(this.folder, 'refusals');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
  }

  private note(call: CloudCall): void {
    appendFileSync(join(this.folder, 'calls'), `${JSON.stringify(call)}\n`);
  }

  private fileOf(id: string): string {
    return join(this.folder, 'resources', encodeURIComponent(id.toLowerCase()).slice(-200));
  }
}
