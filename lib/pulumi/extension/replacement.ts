import * as pulumi from '@pulumi/pulumi';
import { nodeSelectorLabel } from '../../model/extension/node-selector-key';
import { issue } from '../../model/issues';
import { assertValid } from '../../model/validation-error';

/** What the service cannot change: a new value means a new installation. */
const REPLACING = ['extensionType', 'scope', 'plan', 'identity.type'];

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
    hooks: { beforeUpdate: [new pulumi.ResourceHook(`${name}-node-selectors`, refuseRemoval, { onDryRun: true })] },
  };
}

/** Runs before an update in place, which cannot take a node selector away. */
export function refuseRemoval({
  oldInputs,
  newInputs,
}: Pick<pulumi.ResourceHookArgs, 'oldInputs' | 'newInputs'>): void {
  const kept = new Set(selectorKeys(settingsOf(newInputs)));
  const removed = selectorKeys(settingsOf(oldInputs)).filter((key) => !kept.has(key));
  assertValid(
    'AzureMLExtension',
    removed.map((key) => issue('pulumi/node-selector-removed', ['nodeSelector'], { received: key })),
  );
}

function selectorKeys(settings: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(settings)
    .filter((key) => nodeSelectorLabel(key) !== undefined)
    .sort();
}

function settingsOf(inputs: unknown): Readonly<Record<string, unknown>> {
  const settings: unknown = (inputs as { readonly configurationSettings?: unknown } | undefined)?.configurationSettings;
  return typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>) : {};
}
