import type { EngineEvent } from '@pulumi/pulumi/automation';
import type { OperationAnswer } from './operation';

/** What the engine did or would do to one resource. */
export interface Step {
  /** `create`, `update`, `delete`, `same`, `replace`, `create-replacement`, `delete-replaced`, `refresh`, `read`. */
  readonly op: string;

  readonly urn: string;
  readonly type: string;

  /** The logical name. */
  readonly name: string;

  /** Its id before the step: an Azure id, or `namespace/name`. */
  readonly id: string;

  /** When it began and ended, as places in the list of the engine's events; a step that failed has no end. */
  readonly began: number;
  readonly ended: number;

  /** The paths of what changes, `scope.cluster.releaseNamespace`. */
  readonly changes: readonly string[];

  /** The inputs after it as far as they are known, of a deletion those before it: secrets are `[secret]`. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** An operation that ran to its end, successful or not. */
export class Operation {
  /** Every step, in the order in which the engine began them. */
  readonly steps: readonly Step[];

  constructor(private readonly answer: OperationAnswer) {
    const ends = new Map(
      answer.events.map(({ resOutputsEvent: end }, index) => [
        `${end?.metadata.op ?? ''} ${end?.metadata.urn ?? ''}`,
        index,
      ]),
    );
    this.steps = answer.events.flatMap(({ resourcePreEvent: begin }, began): Step[] => {
      if (begin === undefined) return [];
      const { op, urn, type, detailedDiff, old: before, new: after } = begin.metadata;
      const ended = ends.get(`${op} ${urn}`) ?? Infinity;
      const [name, id, inputs] = [
        urn.split('::').at(-1) ?? '',
        before?.id ?? '',
        ((after ?? before)?.inputs ?? {}) as Step['inputs'],
      ];
      return [{ op, urn, type, name, id, began, ended, changes: Object.keys(detailedDiff ?? {}), inputs }];
    });
  }

  /** Why the operation failed, or undefined. */
  get failure(): string | undefined {
    return this.answer.failure;
  }

  get outputs(): OperationAnswer['outputs'] {
    return this.answer.outputs;
  }

  /** The steps that change something, but for those of the stack itself and of default providers: `create azure-native:relay:Namespace relay`. */
  get changes(): string[] {
    const changing = this.steps.filter((step) => !QUIET.has(step.op) && !isOfTheEngine(step));
    return changing.map(({ op, type, name }) => `${op} ${type} ${name}`);
  }

  /** What it said to the user, by severity: the messages of a failure and warnings. */
  messages(severity: 'error' | 'warning'): string[] {
    return this.answer.events.flatMap(({ diagnosticEvent }) =>
      diagnosticEvent?.severity === severity ? [diagnosticEvent.message.trim()] : [],
    );
  }

  /** The one step of a resource. */
  step(type: string, name: string): Step {
    const found = this.steps.find((step) => step.type === type && step.name === name);
    if (found === undefined) throw new Error(`no step of ${type} ${name} in:\n${this.changes.join('\n')}`);
    return found;
  }

  /**
   * Everything that the engine printed or told. Messages for whoever debugs the SDK are no part of it: they show the
   * engine's answers with their secrets, whatever the program is, and only `--debug` prints them.
   */
  get told(): string {
    return this.printedWith(this.events);
  }

  /** The same without the event that repeats the configuration of the stack. */
  get toldBesideConfiguration(): string {
    return this.printedWith(this.events.filter(({ preludeEvent }) => preludeEvent === undefined));
  }

  private get events(): readonly EngineEvent[] {
    return this.answer.events.filter(({ diagnosticEvent: told }) => (told?.severity as string | undefined) !== 'debug');
  }

  private printedWith(events: readonly EngineEvent[]): string {
    return `${this.answer.printed}\n${JSON.stringify(events)}`;
  }
}

const QUIET: ReadonlySet<string> = new Set(['same', 'refresh', 'read']);

function isOfTheEngine({ type, name }: Step): boolean {
  return type === 'pulumi:pulumi:Stack' || (type.startsWith('pulumi:providers:') && name.startsWith('default'));
}
