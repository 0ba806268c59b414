import type { Issue } from '../issues';
import type { SecretValue } from '../secret';
import type { CliResource } from './cli-resources';
import type { Workload } from './setting-row';

/** What the Azure CLI warns of beside its link to a help page. */
export type CliWarning = 'internal-load-balancer-only-on-aks' | 'tls-off';

/** The question that the Azure CLI asks before it updates. */
export interface CliConfirmation {
  /** Who is hurt when active; empty when the question is only about protected settings that must be sent again. */
  readonly impact: readonly Workload[];
  /** The settings that the question names, in its order. */
  readonly items: readonly string[];
}

/** Readable settings on the wire: text, and null where null was given. */
export type WireSettings = Readonly<Record<string, string | null>>;

/** Protected settings on the wire. */
export type WireProtectedSettings = Readonly<Record<string, SecretValue | null>>;

/** What is sent in both cases. */
export interface CliDerived {
  readonly ok: true;
  /** The keys whose values are booleans in the memory of the Azure CLI; on the wire they are `True` and `False`. */
  readonly booleanKeys: readonly string[];
  /** What the Azure CLI prints, in its order. */
  readonly warnings: readonly CliWarning[];
  readonly releaseTrain: string | null;
  readonly version: string | null;
  readonly autoUpgradeMinorVersion: boolean | null;
  /** What is legal but unwise and the Azure CLI does not mention. */
  readonly diagnostics: readonly Issue[];
}

/** What the Azure CLI sends when it creates the extension. */
export interface CliCreateResult extends CliDerived {
  readonly settings: WireSettings;
  readonly protected: WireProtectedSettings;
  /** The namespace of the Helm release. */
  readonly releaseNamespace: string;
  /** What is created in Azure on the way, in order. */
  readonly createsInAzure: readonly CliResource[];
  /** Whether the handler of the extension asks for an identity; the command grants it on Arc only. */
  readonly createIdentity: boolean;
}

/** What the Azure CLI sends when it updates the extension. */
export interface CliUpdateResult extends CliDerived {
  /** Null when none were given and none are derived. */
  readonly settings: WireSettings | null;
  /** Null when none were given. */
  readonly protected: WireProtectedSettings | null;
  /** The question asked before, null when there is none. */
  readonly confirmation: CliConfirmation | null;
}

/** The Azure CLI stops before it sends anything. */
export interface CliRefusal {
  readonly ok: false;
  /** Why, as issues of the library. */
  readonly issues: readonly Issue[];
  /** The question that was asked until then; null when none was. */
  readonly confirmation: CliConfirmation | null;
}

/** What becomes of an install. */
export type CliCreateOutcome = CliCreateResult | CliRefusal;

/** What becomes of an update. */
export type CliUpdateOutcome = CliUpdateResult | CliRefusal;
