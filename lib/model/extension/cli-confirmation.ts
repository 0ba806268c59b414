import type { CliConfirmation } from './cli-outcome';
import { isWord, lookUp, type CliMaps } from './cli-values';
import type { SettingRow, Workload } from './setting-row';
import { isRetired, settingRow, type SettingName } from './settings-catalogue';

interface QuestionRow {
  /** The setting that the question names. */
  readonly item: string;
  /** Its row in the catalogue, which says whose work a change interrupts. */
  readonly setting: SettingName;
  /** Whether an update with these settings is asked about. */
  readonly asks: (maps: CliMaps) => boolean;
}

/** What an update is asked about, in the order of the question. */
const QUESTIONS: readonly QuestionRow[] = [
  question('enableTraining', 'false'),
  question('enableInference', 'false'),
  question('installNvidiaDevicePlugin', 'false'),
  question('allowInsecureConnections'),
  question('inferenceRouterServiceType'),
  question('internalLoadBalancerProvider'),
  question('sslCname'),
  { item: 'nodeSelector', setting: 'nodeSelector.<label>', asks: hasNodeSelector },
  question('logAnalyticsWS', 'true'),
];

const IMPACTS: readonly Workload[] = ['jobs', 'endpoints'];

/**
 * The question about an update, null when there is none. An update without readable settings, given or derived, is
 * never asked about.
 */
export function updateConfirmation(maps: CliMaps): CliConfirmation | null {
  if (Object.keys(maps.settings).length === 0) return null;
  const asked = QUESTIONS.filter(({ asks }) => asks(maps));
  if (asked.length === 0) return null;
  const hurt = new Set(asked.flatMap(({ setting }) => workloadsOf(settingRow(setting))));
  return { impact: IMPACTS.filter((impact) => hurt.has(impact)), items: asked.map(({ item }) => item) };
}

/** A question about a setting that has a value, or the one word that matters. */
function question(setting: SettingName, word?: string): QuestionRow {
  const asks = (maps: CliMaps): boolean => {
    const value = lookUp(setting, maps);
    return value !== null && (word === undefined || isWord(value, word));
  };
  return { item: setting, setting, asks };
}

function workloadsOf(row: SettingRow): readonly Workload[] {
  return !isRetired(row) && row.change.effect === 'interrupts' ? row.change.workloads : [];
}

function hasNodeSelector(maps: CliMaps): boolean {
  return [maps.settings, maps.protected].some((map) => Object.keys(map).some((key) => key.includes('nodeSelector')));
}
