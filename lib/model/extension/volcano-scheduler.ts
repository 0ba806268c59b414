/**
 * The plugins of the Volcano scheduler as the extension configures it, in the order of its tiers.
 * @see https://github.com/Azure/AML-Kubernetes/blob/master/docs/troubleshooting.md
 */
export const VOLCANO_TIERS = [
  ['task-topology', 'priority', 'gang', 'conformance'],
  ['overcommit', 'drf', 'predicates', 'proportion', 'nodeorder', 'binpack'],
] as const;

/** What the scheduler does in each round, in this order. */
export const VOLCANO_ACTIONS = ['enqueue', 'allocate', 'backfill'] as const;

/**
 * The plugins that let a job into the queue only if the nodes that are ready can hold it. With them, a job for a pool
 * without nodes never asks for any.
 */
export const VOLCANO_CAPACITY_PLUGINS: readonly string[] = ['overcommit', 'proportion'];

/** The key of the ConfigMap under which Volcano looks for its configuration. */
export const VOLCANO_CONFIG_KEY = 'volcano-scheduler.conf';

/**
 * The configuration of the extension's Volcano for pools that scale from zero: as the extension's own, without the
 * plugins that compare a job with the nodes that are ready. Fairness between queues is not held by it any longer.
 * @see https://github.com/microsoft/physical-ai-toolchain
 */
export function volcanoScaleFromZeroConfig(): string {
  const tiers = VOLCANO_TIERS.map((plugins) => plugins.filter((name) => !VOLCANO_CAPACITY_PLUGINS.includes(name)));
  return [
    `actions: "${VOLCANO_ACTIONS.join(', ')}"`,
    'tiers:',
    ...tiers.flatMap((plugins) => ['- plugins:', ...plugins.map((name) => `  - name: ${name}`)]),
    '',
  ].join('\n');
}
