import type { ExtensionFeature } from '../support/extension-features';
import type { ExtensionSourceName } from './extension-sources';
import type { SettingFormat } from './setting-formats';

/**
 * The two maps of an extension: `plain` is readable (`configurationSettings`), `protected` is written only and never
 * returned (`configurationProtectedSettings`).
 */
export type SettingsMapName = 'plain' | 'protected';

/** What a setting serves. */
export type ExtensionCapability = 'training' | 'inference';

/** The flags that turn the capabilities on. */
export const CAPABILITY_FLAGS = {
  training: 'enableTraining',
  inference: 'enableInference',
} as const satisfies Readonly<Record<ExtensionCapability, string>>;

/** The kinds of cluster that have settings of their own: AKS itself, or any cluster through Azure Arc. */
export type SettingClusterKind = 'aks' | 'arc';

/** What runs on the cluster and is interrupted by a change. */
export type Workload = 'jobs' | 'endpoints';

/** What the text of a setting has to be. */
export type SettingValue =
  /** `True` or `False` in any letter case; `written` says how documents and the Azure CLI write it. */
  | { readonly kind: 'boolean'; readonly written: 'True' | 'true' }
  /** One of some texts. */
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly letterCase: 'any' | 'exact' }
  /** Text of a format, shown in messages unless the setting is protected. */
  | { readonly kind: 'text'; readonly format: SettingFormat };

/** What a change of a setting does to what runs. */
export type SettingChange =
  /** A document or the Azure CLI says that these workloads are hurt by any change, or only when the flag is turned off. */
  | {
      readonly effect: 'interrupts';
      readonly workloads: readonly Workload[];
      readonly when: 'any' | 'off';
      readonly advice: string;
    }
  /** A document treats the change as harmless. */
  | { readonly effect: 'none'; readonly advice: string }
  /** No document says. */
  | { readonly effect: 'undocumented' };

/** A setting that the extension reads. */
export interface CurrentSettingRow {
  /**
   * Who gives it: a `user`, as the documentation tells; nobody, since it is `derived` from the cluster and other
   * settings, by the Azure CLI as by this library; or a user with a need that the table of settings does not cover
   * (`advanced`).
   */
  readonly setBy: 'user' | 'derived' | 'advanced';
  readonly map: SettingsMapName;
  readonly value: SettingValue;
  /** What it does, in words. */
  readonly summary: string;
  /** The value that is used when it is not given. @default - there is none */
  readonly default?: string;
  /** When it has to be given. @default - it may be left out */
  readonly requiredWhen?: string;
  /** The capability without which it has no effect. @default - none */
  readonly capability?: ExtensionCapability;
  /** The only kind of cluster that it works on. @default - all kinds */
  readonly onlyOn?: SettingClusterKind;
  /** What brought it into the extension. @default - every release in use has it, or no document says since when */
  readonly since?: ExtensionFeature;
  /** The first version of the CLI extension `k8s-extension` that knows it. @default - not known, or all */
  readonly cliSince?: string;
  /** Whether a removal takes a new extension, since no update can take it away. @default false */
  readonly removedByReplacementOnly?: boolean;
  readonly change: SettingChange;
  readonly source: ExtensionSourceName;
}

/** How the value of a retired setting becomes the value of the one that replaced it. */
export type ReplacedValue =
  | 'same'
  | 'opposite'
  /** Only this value of the old flag has a counterpart. */
  | { readonly when: boolean; readonly becomes: string };

/** A name that nothing reads any longer, or never did. */
export interface RetiredSettingRow {
  readonly setBy: 'nobody';
  /** Where people put it. */
  readonly map: SettingsMapName;
  /**
   * `renamed`: another setting has its place; `removed`: nothing has; `misspelt`: documents have it, and it never was
   * right; `portal`: a parameter of the portal's deployment; `option`: an option of the Azure CLI, no setting.
   */
  readonly why: 'renamed' | 'removed' | 'misspelt' | 'portal' | 'option';
  /** The setting that is meant. @default - there is none */
  readonly instead?: string;
  /** How its value is written there. @default 'same' */
  readonly value?: ReplacedValue;
  /** What became of it, in words. */
  readonly summary: string;
  readonly source: ExtensionSourceName;
}

/** A row of the catalogue of settings. */
export type SettingRow = CurrentSettingRow | RetiredSettingRow;

/** A flag that documents and the Azure CLI write with a capital: `True` and `False`. */
export const CAPITAL_FLAG = { kind: 'boolean', written: 'True' } as const satisfies SettingValue;

/** A flag that documents and the Azure CLI write in lower case: `true` and `false`. */
export const LOWER_CASE_FLAG = { kind: 'boolean', written: 'true' } as const satisfies SettingValue;

/** The change of a setting about which no document says anything. */
export const UNDOCUMENTED = { effect: 'undocumented' } as const satisfies SettingChange;
