import { CURRENT_SETTINGS, type CurrentSettingName } from '../../lib/model/extension/current-settings';
import { EXTENSION_SOURCES, type ExtensionSource } from '../../lib/model/extension/extension-sources';
import { PROPERTY_CHANGES, type PropertyChange } from '../../lib/model/extension/property-update';
import { RETIRED_SETTINGS } from '../../lib/model/extension/retired-settings';
import type { CurrentSettingRow, RetiredSettingRow, SettingChange } from '../../lib/model/extension/setting-row';
import { settingValueInWords } from '../../lib/model/extension/setting-value';
import { featureGate } from '../../lib/model/support/extension-features';
import { code, table, withTables } from './markdown';

const CLUSTER_KINDS = { aks: 'AKS', arc: 'Azure Arc' } as const;

/** The page docs/settings.md. */
export function settingsPage(): string {
  return withTables('docs/settings.md', {
    user: currentTable('user'),
    derived: currentTable('derived'),
    advanced: currentTable('advanced'),
    retired: retiredTable(),
    sources: sourceTable(),
  });
}

/** The page docs/updating.md. */
export function updatingPage(): string {
  return withTables('docs/updating.md', { changes: changeTable(), properties: propertyTable() });
}

/** The rows that one kind of author gives, in the order of the catalogue. */
function rowsOf(setBy: CurrentSettingRow['setBy']): [string, CurrentSettingRow][] {
  return (Object.keys(CURRENT_SETTINGS) as CurrentSettingName[])
    .map((name): [string, CurrentSettingRow] => [name, CURRENT_SETTINGS[name]])
    .filter(([, row]) => row.setBy === setBy);
}

function currentTable(setBy: CurrentSettingRow['setBy']): string {
  return table(
    ['setting', 'map', 'value', 'default', 'what it does', 'for', 'source'],
    rowsOf(setBy).map(([name, row]) => [
      code(name),
      row.map,
      settingValueInWords(row.value),
      row.default ?? '',
      row.requiredWhen === undefined ? row.summary : `${row.summary}; required when ${row.requiredWhen}`,
      audience(row),
      row.source,
    ]),
  );
}

/** What and whom a setting applies to, and since when. */
function audience({ capability, onlyOn, since, cliSince }: CurrentSettingRow): string {
  return [
    capability ?? '',
    onlyOn === undefined ? '' : `${CLUSTER_KINDS[onlyOn]} only`,
    since === undefined ? '' : `since release ${featureGate(since).since}`,
    cliSince === undefined ? '' : `since k8s-extension ${cliSince}`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function retiredTable(): string {
  const rows: [string, RetiredSettingRow][] = Object.entries(RETIRED_SETTINGS);
  return table(
    ['name', 'use instead', 'what became of it', 'source'],
    rows.map(([name, row]) => [code(name), insteadOf(row), row.summary, row.source]),
  );
}

function insteadOf({ instead, value = 'same' }: RetiredSettingRow): string {
  if (instead === undefined) return '';
  if (value === 'same') return code(instead);
  if (value === 'opposite') return `${code(instead)} with the opposite value`;
  return `${code(`${instead}=${value.becomes}`)} when it was ${String(value.when)}`;
}

function changeTable(): string {
  const rows = (['user', 'derived', 'advanced'] as const)
    .flatMap(rowsOf)
    .filter(([, { change }]) => change.effect !== 'undocumented');
  return table(
    ['setting', 'change', 'interrupts', 'advice'],
    rows.map(([name, { change }]) => [code(name), ...changeCells(change)]),
  );
}

function changeCells(change: SettingChange): string[] {
  switch (change.effect) {
    case 'interrupts':
      return [change.when === 'off' ? 'from True to False' : 'any', change.workloads.join(', '), change.advice];
    case 'none':
      return ['any', 'nothing', change.advice];
    case 'undocumented':
      return ['any', 'undocumented', ''];
  }
}

function propertyTable(): string {
  const rows: [string, PropertyChange][] = Object.entries(PROPERTY_CHANGES);
  return table(
    ['property', 'a change is', 'note', 'source'],
    rows.map(([name, { replaces, advice, source }]) => [
      code(name),
      replaces ? 'a new extension' : 'an update',
      advice,
      source,
    ]),
  );
}

function sourceTable(): string {
  const rows: [string, ExtensionSource][] = Object.entries(EXTENSION_SOURCES);
  return table(
    ['name', 'document', 'date of the text'],
    rows.map(([name, { document, commit, date = '' }]) => [
      name,
      commit === undefined ? document : `${document}, commit ${commit}`,
      date,
    ]),
  );
}
