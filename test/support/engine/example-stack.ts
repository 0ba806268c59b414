import { CERTIFICATE, PRIVATE_KEY, RENEWED_CERTIFICATE } from '../certificates';
import type { KubeClient } from '../cluster/client';
import type { ObjectId } from '../cluster/objects';
import { givenAccess } from '../cluster/server';
import { exampleProject, type ExampleProject } from '../pulumi/example-project';
import { showsSecret } from '../secret-search';
import type { CloudResource } from './cloud';
import { EngineStack } from './engine-stack';
import type { Operation } from './operation-result';
import { outlived } from './outlived';

const EXTENSION = 'azure-native:kubernetesconfiguration:Extension';

type Config = Parameters<EngineStack['configure']>[0];

/** What came of an operation, as far as every test looks at it. */
interface Outcome {
  /** Every step that changed something, sorted: `create azure-native:relay:Namespace relay`. */
  readonly changes: readonly string[];

  /** Why it failed, in the engine's words. */
  readonly failures: readonly string[];

  /** The secrets that stood in clear in the state, in what was printed, or in the engine's events. */
  readonly shown: readonly string[];

  /** What was deleted after something that it needs. */
  readonly outlived: readonly string[];
}

/** An operation that did this and nothing else, without showing a secret. */
export function changed(...lines: readonly string[]): Outcome {
  return { changes: [...lines].sort(), failures: [], shown: [], outlived: [] };
}

/** An operation that failed so, without showing a secret; what it did before does not matter. */
export function refused(...failures: readonly string[]): object {
  const lines = failures.map((text) => expect.stringContaining(text) as string);
  return {
    changes: expect.anything() as unknown,
    failures: expect.arrayContaining(lines) as unknown,
    shown: [],
    outlived: [],
  };
}

/** The lines of resources that are replaced: the old one goes, the new one comes, in whatever order. */
export function replaced(...resources: readonly string[]): string[] {
  return resources.flatMap((one) => [`replace ${one}`, `create-replacement ${one}`, `delete-replaced ${one}`]);
}

/** The two parts of a line without its verb, for {@link Operation.step}. */
export function typeAndName(resource: string): [type: string, name: string] {
  const [type = '', name = ''] = resource.split(' ');
  return [type, name];
}

/** An example on the real engine, whose operations build on each other. */
export class ExampleStack {
  /** The last operation. */
  last: Operation | undefined;

  private readonly project: ExampleProject;
  private readonly stack: EngineStack;

  /**
   * @param example - the folder in `examples`
   * @param config - what of its configuration is other than in its stack `dev`
   * @param secrets - what it makes itself and must not show, besides the key and the credentials of the cluster
   */
  constructor(
    example: string,
    private readonly config: Config,
    private readonly secrets: readonly string[] = [],
  ) {
    this.project = exampleProject(example);
    this.stack = new EngineStack(this.project.program, {
      project: this.project.name,
      stackFile: this.project.stackFile,
    });
    this.stack.configure(config);
  }

  get cloud(): EngineStack['cloud'] {
    return this.stack.cloud;
  }

  /** The extension as Azure has it. */
  get extension(): CloudResource {
    const found = this.cloud.all().find(({ type }) => type === EXTENSION);
    if (found === undefined) throw new Error('no extension');
    return found;
  }

  /** Its settings as Azure has them. */
  get settings(): Readonly<Record<string, unknown>> {
    return this.extension.body['configurationSettings'] as Readonly<Record<string, unknown>>;
  }

  /** Changes settings of the extension, as somebody else with the Azure CLI would. */
  set settings(settings: Readonly<Record<string, unknown>>) {
    const { body, ...resource } = this.extension;
    this.cloud.put({ ...resource, body: { ...body, configurationSettings: settings } });
  }

  /** Everything that the last operation would have made, by URN. */
  get resources(): string[] {
    const steps = this.last?.steps ?? [];
    return steps.filter(({ type }) => /^(azure-native|kubernetes):/.test(type)).map(({ urn }) => urn);
  }

  /** The objects of the program that are not in the cluster after an operation. */
  async missing(client: KubeClient): Promise<string[]> {
    const steps = (this.last?.steps ?? []).filter(
      ({ type, op }) => type.startsWith('kubernetes:') && !/delete/.test(op),
    );
    const found = await Promise.all(steps.map(async ({ inputs }) => client.find(inputs as unknown as ObjectId)));
    return steps.filter((_, index) => found[index] === undefined).map(({ type, name }) => `${type} ${name}`);
  }

  /** Starts anew, with the configuration that it began with. */
  reset(): void {
    this.stack.reset();
    this.stack.configure(this.config);
  }

  /** Runs an operation after changes of the configuration. */
  async run(operation: 'preview' | 'up' | 'refresh' | 'destroy', config?: Config): Promise<Outcome> {
    if (config !== undefined) this.stack.configure(config);
    const last = await this.stack[operation]();
    this.last = last;
    return {
      changes: [...last.changes].sort(),
      failures: last.failure === undefined ? [] : last.messages('error'),
      shown: this.shown(last),
      outlived: last.failure === undefined ? outlived(last.steps) : [],
    };
  }

  /** The same with the extension in another release namespace, as if the program had been edited for it. */
  async runElsewhere(operation: 'preview' | 'up'): Promise<Outcome> {
    this.stack.edit(`test/engine/programs/${this.project.example}-in-another-namespace.ts`);
    const outcome = await this.run(operation);
    this.stack.edit(this.project.program);
    return outcome;
  }

  /**
   * Refuses each resource once, as {@link upWithRefusal} does.
   * @returns what was not as it should be, of all of them
   */
  async upsWithRefusal(urns: readonly string[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const urn of urns) wrong.push(...(await this.upWithRefusal(urn)));
    return wrong;
  }

  /**
   * Runs an update in which one resource is refused, and another one.
   * @returns what was not as it should be: refused first, and finished then
   */
  private async upWithRefusal(urn: string): Promise<string[]> {
    this.reset();
    this.cloud.refuse(urn);
    const first = await this.run('up');
    this.cloud.refuse();
    const second = await this.run('up');
    return [
      ...(first.failures.some((text) => text.includes('was disallowed by the test')) ? [] : [`not refused: ${urn}`]),
      ...second.failures.map((text) => `not finished: ${urn}: ${text}`),
      ...[...first.shown, ...second.shown].map(() => `a secret is shown: ${urn}`),
    ];
  }

  /** What can be seen of an operation and must not be: keys anywhere, certificates outside of the configuration. */
  private shown(last: Operation): string[] {
    return [
      ...this.shownIn(`${last.told}${this.stack.kept()}`),
      ...certificatesIn(`${last.toldBesideConfiguration}${this.stack.checkpoint()}`),
    ];
  }

  /** The secrets that a text shows. */
  private shownIn(text: string): string[] {
    const visible = `${CERTIFICATE}${RENEWED_CERTIFICATE}`;
    return this.hidden.filter((value) => showsSecret(text, value, visible));
  }

  /** The secrets that the search would miss in what the engine keeps, there inside of an encoded text. */
  get overlooked(): string[] {
    const all = [...this.hidden, ...CERTIFICATES];
    const texts = all.map((one) => Buffer.from(`{"a":"${one}"}`).toString('base64')).join(' ');
    const found = [...this.shownIn(texts), ...certificatesIn(texts)];
    return all.filter((one) => !found.includes(one));
  }

  /** Everything that must not be seen. */
  private get hidden(): string[] {
    return [PRIVATE_KEY, givenAccess().token, ...this.secrets];
  }

  /** Removes everything of the stack on this machine. */
  remove(): void {
    this.stack.remove();
  }
}

const CERTIFICATES = [CERTIFICATE, RENEWED_CERTIFICATE];

/** The certificates that a text shows, by what they do not have in common: the name of their authority is that of the project. */
function certificatesIn(text: string): string[] {
  return CERTIFICATES.filter((one) => showsSecret(text, one, CERTIFICATES.filter((other) => other !== one).join('')));
}
