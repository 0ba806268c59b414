import type { Difference } from './differences';
import type { Properties } from './wire';

/** What identifies a resource in every call about it. */
export interface ResourceCall {
  readonly urn: string;

  /** Its type token, such as `azure-native:containerservice:AgentPool`. */
  readonly type: string;

  /** Its logical name. */
  readonly name: string;
}

/** What changed about a resource, and what it means for it. */
export interface Diff {
  readonly differences: readonly Difference[];

  /** Those of the differences that cannot be made in place. */
  readonly replacing: readonly Difference[];

  /** Whether the old resource has to go before the new one comes. */
  readonly deleteBeforeReplace: boolean;
}

/** The state of a resource as the engine keeps it. */
export interface ResourceState {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** A provider, without the protocol. What it throws is what the engine shows as the error of the resource. */
export interface Provider {
  /** The plugin's name: `azure-native` of `pulumi-resource-azure-native`. */
  readonly name: string;

  readonly version: string;

  /** Whether secrets are sent with their marks, and come back so. */
  readonly acceptsSecrets: boolean;

  /** Takes the configuration of this instance. */
  configure(config: Properties): void;

  /** What a change of the configuration means for everything that was made with it. @default - nothing */
  diffConfig?(before: Properties, after: Properties): Diff;

  /** What becomes of the program's inputs, or why they cannot be. */
  check(call: ResourceCall & { readonly old: Properties | undefined; readonly inputs: Properties }): {
    readonly inputs: Properties;
    readonly failures?: readonly string[];
  };

  diff(call: ResourceCall & { readonly state: ResourceState; readonly inputs: Properties }): Diff;

  create(call: ResourceCall & { readonly inputs: Properties; readonly preview: boolean }): Promise<{
    readonly id: string;
    readonly outputs: Properties;
  }>;

  /** The state as it is, or undefined when there is no such resource. */
  read(call: ResourceCall & { readonly state: ResourceState }): Promise<ResourceState | undefined>;

  update(
    call: ResourceCall & { readonly state: ResourceState; readonly inputs: Properties; readonly preview: boolean },
  ): Promise<Properties>;

  delete(call: ResourceCall & { readonly state: ResourceState }): Promise<void>;

  /** Answers a function. */
  invoke(token: string, args: Properties): Promise<Properties>;
}
