import type { CliConfirmation, CliImpact } from './cli-outcome';
import { isWord, lookUp, type CliMaps } from './cli-values';

interface QuestionRow {
  /** The setting that the question names. */
  readonly item: string;
  /** Whether an update with these settings is asked about. */
  readonly asks: (maps: CliMaps) => boolean;
  /** Whose work it interrupts. */
  readonly impact: readonly CliImpact[];
}

/** What an update is asked about, in the order of the question. */
const QUESTIONS: readonly QuestionRow[] = [
  { item: 'enableTraining', asks: given('enableTraining', 'false'), impact: ['jobs'] },
  { item: 'enableInference', asks: given('enableInference', 'false'), impact: ['endpoints'] },
  {
    item: 'installNvidiaDevicePlugin',
    asks: given('installNvidiaDevicePlugin', 'false'),
    impact: ['jobs', 'endpoints'],
  },
  { item: 'allowInsecureConnections', asks: given('allowInsecureConnections'), impact: ['endpoints'] },
  { item: 'inferenceRouterServiceType', asks: given('inferenceRouterServiceType'), impact: ['endpoints'] },
  { item: 'internalLoadBalancerProvider', asks: given('internalLoadBalancerProvider'), impact: ['endpoints'] },
  { item: 'sslCname', asks: given('sslCname'), impact: ['endpoints'] },
  { item: 'nodeSelector', asks: hasNodeSelector, impact: ['jobs', 'endpoints'] },
  { item: 'logAnalyticsWS', asks: given('logAnalyticsWS', 'true'), impact: [] },
];

const IMPACTS = ['jobs', 'endpoints'] as const;

/**
 * The question about an update, null when there is none. An update without readable settings, given or derived, is
 * never asked about.
 */
export function updateConfirmation(maps: CliMaps): CliConfirmation | null {
  if (Object.keys(maps.settings).length === 0) return null;
  const asked = QUESTIONS.filter(({ asks }) => asks(maps));
  if (asked.length === 0) return null;
  const hurt = new Set(asked.flatMap(({ impact }) => impact));
  return { impact: IMPACTS.filter((impact) => hurt.has(impact)), items: asked.map(({ item }) => item) };
}

/** Whether a key has a value, or the one word that matters. */
function given(key: string, word?: string): (maps: CliMaps) => boolean {
  return (maps) => {
    const value = lookUp(key, maps);
    return value !== null && (word === undefined || isWord(value, word));
  };
}

function hasNodeSelector(maps: CliMaps): boolean {
  return [maps.settings, maps.protected].some((map) => Object.keys(map).some((key) => key.includes('nodeSelector')));
}
