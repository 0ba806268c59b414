import * as pulumi from '@pulumi/pulumi';
import { nodeSelectorLabel } from '../../model/extension/node-selector-key';
import { updateImpact, updateImpactIssues } from '../../model/extension/update-impact';
import { flag, optional } from '../../model/fields';
import { formatIssue, issue } from '../../model/issues';
import { assertValid } from '../../model/validation-error';

/** What the service cannot change: a new value means a new installation. */
const REPLACING = ['extensionType', 'scope', 'plan', 'identity.type'];

/** What says whether an extension may be replaced: `'false'`, as configuration has it, would allow it. */
export const REPLACEMENT_FIELDS = { allowReplacement: optional(flag()) };

/**
 * The options by which an extension is replaced only when that is allowed. It is protected otherwise, because a
 * replacement stops every job and endpoint.
 * @param name - the name of the resource
 * @param settings - its readable settings
 * @param allowed - whether it may be replaced
 */
export function replacementOptions(
  name: string,
  settings: Readonly<Record<string, unknown>>,
  allowed: boolean,
): pulumi.CustomResourceOptions {
  const selectors = selectorKeys(settings);
  return {
    protect: !allowed,
    replaceOnChanges: REPLACING,
    ...(allowed ? { replacementTrigger: selectors } : {}),
    hooks: { beforeUpdate: [new pulumi.ResourceHook(`${name}-node-selectors`, beforeUpdate, { onDryRun: true })] },
  };
}

/**
 * Runs before an update in place, which takes no setting away: refuses it for a node selector, and warns about others
 * that stay in Azure though they are no longer described.
 */
export function beforeUpdate({ oldInputs, newInputs }: Pick<pulumi.ResourceHookArgs, 'oldInputs' | 'newInputs'>): void {
  const impact = updateImpact(
    { configurationSettings: settingsOf(oldInputs) },
    { configurationSettings: settingsOf(newInputs) },
  );
  const gone = impact.settings.filter(({ replaces }) => replaces);
  const kept = updateImpactIssues(impact).filter(({ code }) => code === 'extension/update-keeps');
  const warnings = assertValid('AzureMLExtension', [
    ...gone.map(({ key }) => issue('pulumi/node-selector-removed', ['nodeSelector'], { received: key })),
    ...kept,
  ]);
  for (const warning of warnings) void pulumi.log.warn(`AzureMLExtension: ${formatIssue(warning)}`);
}

function selectorKeys(settings: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(settings)
    .filter((key) => nodeSelectorLabel(key) !== undefined)
    .sort();
}

/** The settings among the inputs; what is not known yet counts as given. */
function settingsOf(inputs: unknown): Readonly<Record<string, string>> {
  const settings: unknown = (inputs as { readonly configurationSettings?: unknown } | undefined)?.configurationSettings;
  const entries = typeof settings === 'object' && settings !== null ? Object.entries(settings) : [];
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'string' ? value : '']));
}
