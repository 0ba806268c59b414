/**
 * The keys of settings follow the grammar of Helm's `--set`: dots separate levels, so that a dot inside a name, as label
 * keys have it, is escaped with a backslash. A slash needs none.
 * @see https://helm.sh/docs/intro/using_helm/
 */

/** A name as one level of a key. */
export function escapeSettingName(name: string): string {
  return name.replaceAll('.', String.raw`\.`);
}

/** The name that one level of a key stands for; names without backslashes stay as they are. */
export function unescapeSettingName(name: string): string {
  return name.replaceAll(String.raw`\.`, '.');
}

/** What the setting of a node selector starts with; the escaped key of a label follows. */
export const NODE_SELECTOR_PREFIX = 'nodeSelector.';

/** What the documentation calls true and false in settings of its table. */
export function flagText(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False';
}
