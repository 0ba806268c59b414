import { deriveExtensionUpdate } from '../../../lib/model/extension/cli-update';
import type { SettingChange } from '../../../lib/model/extension/setting-row';
import { updateImpact } from '../../../lib/model/extension/update-impact';
import { AKS } from '../../support/cli-inputs';
import { CURRENT_NAMES, currentRow, sampleKey } from '../../support/setting-samples';

const STORED = { 'relayserver.enabled': 'false', 'servicebus.enabled': 'false' };

/** What the Azure CLI asks before it updates one setting: who is hurt, and whether the setting is named. */
function asked(key: string, value: string): readonly string[] | undefined {
  const outcome = deriveExtensionUpdate({ cluster: AKS, original: STORED, settings: { [key]: value }, answer: 'yes' });
  return outcome.ok ? outcome.confirmation?.impact : undefined;
}

/** A value that a change leads to, of the kind that hurts. */
function hurtfulValue(name: string, change: SettingChange): string {
  if (change.effect === 'interrupts' && change.when === 'off') return 'False';
  return name === 'inferenceRouterServiceType' ? 'NodePort' : 'True';
}

const USER_NAMES = CURRENT_NAMES.filter(
  (name) => currentRow(name).setBy === 'user' && currentRow(name).map === 'plain',
);

describe('what a change of a setting interrupts', () => {
  test.each(USER_NAMES)('agrees for %s with what the Azure CLI asks', (name) => {
    const { change } = currentRow(name);
    const workloads = change.effect === 'interrupts' ? change.workloads : undefined;

    expect(asked(sampleKey(name), hurtfulValue(name, change))).toStrictEqual(workloads);
  });

  test.each(USER_NAMES)('is never more for %s than what the Azure CLI asks about', (name) => {
    const key = sampleKey(name);
    const { interrupts } = updateImpact(
      { configurationSettings: { [key]: 'x' } },
      { configurationSettings: { [key]: hurtfulValue(name, currentRow(name).change) } },
    );

    expect(
      interrupts.filter((one) => asked(key, hurtfulValue(name, currentRow(name).change))?.includes(one) !== true),
    ).toStrictEqual([]);
  });
});
