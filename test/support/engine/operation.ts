import type { EngineEvent } from '@pulumi/pulumi/automation';

/** What a child process is asked to do. */
export interface OperationRequest {
  readonly operation: 'preview' | 'up' | 'refresh' | 'destroy';

  /** The file of the program, whose exports are the outputs of the stack. */
  readonly program: string;

  readonly project: string;
  readonly stack: string;

  /** The configuration, when it has to be written; the values of secrets are encrypted. */
  readonly config: Readonly<Record<string, ConfigValue>> | undefined;

  /** Where the project settings and the state lie. */
  readonly folder: string;

  /** Where the answer goes. */
  readonly answer: string;
}

/** A value of the configuration. */
export interface ConfigValue {
  readonly value: string;
  readonly secret?: boolean;
}

/** What became of it. */
export interface OperationAnswer {
  /** Why it failed, or undefined. */
  readonly failure: string | undefined;

  /** What the engine told while it ran. */
  readonly events: readonly EngineEvent[];

  /** What it printed. */
  readonly printed: string;

  /** The outputs of the stack, of an operation that changes it; secrets are in clear. */
  readonly outputs: Readonly<Record<string, unknown>>;
}
