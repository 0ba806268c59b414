import type { CliAzure, CliCluster, CliConfirmation, CliResource, CliSettings, CliUpdateInput } from '../../lib/model';

/** A file of reference vectors: what the Azure CLI made of an input when it was run. */
export interface VectorFile {
  readonly vectors: readonly Vector[];
}

/** One run of the Azure CLI. */
export interface Vector {
  readonly id: string;
  readonly group?: string;
  readonly op: 'create' | 'update';
  readonly cluster: CliCluster;
  readonly input: {
    readonly settings: CliSettings | null;
    readonly protected: CliSettings | null;
    readonly scope: string | null;
    readonly releaseTrain: string | null;
    readonly version: string | null;
    readonly autoUpgradeMinorVersion: boolean | null;
  };
  readonly azure?: CliAzure;
  readonly original?: { readonly settings: CliSettings | null };
  readonly answer?: NonNullable<CliUpdateInput['answer']>;
  readonly outcome: VectorOutcome;
}

/** What the Azure CLI did. */
export type VectorOutcome = VectorResult | VectorRefusal;

/** What it sent. */
export interface VectorResult {
  readonly ok: true;
  readonly settings: Texts | null;
  readonly protected: Texts | null;
  readonly bool: readonly string[];
  readonly releaseTrain: string | null;
  readonly version: string | null;
  readonly autoUpgradeMinorVersion: boolean | null;
  readonly releaseNamespace?: string;
  readonly createIdentity?: boolean;
  readonly warnings?: readonly string[];
  readonly createsInAzure?: readonly CliResource[];
  readonly confirmation?: CliConfirmation | null;
}

/** Why it stopped. */
export interface VectorRefusal {
  readonly ok: false;
  readonly rule: string;
  readonly errorType: string;
  readonly confirmation?: CliConfirmation | null;
}

/** A map on the wire. */
export type Texts = Readonly<Record<string, string | null>>;

/** An object without some of its properties. */
export function without<T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> {
  const entries = Object.entries(object).filter(([key]) => !keys.includes(key as K));
  return Object.fromEntries(entries) as Omit<T, K>;
}
