import { App, Chart, Testing } from 'cdk8s';
import { ALL_CASES } from '../support/cases';
import type { ManifestCase } from '../support/cases/case';
import { PRIVATE_KEY } from '../support/certificates';
import { showsSecret } from '../support/secret-search';

/** The kinds that the constructs write and that are in no namespace; all others are in one. */
const CLUSTER_SCOPED = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'InstanceType',
  'Namespace',
  'PersistentVolume',
  'SecurityContextConstraints',
]);

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string };
}

/** What a case writes into a chart with a namespace of its own, and into charts below it. */
function manifestsOf(manifestCase: ManifestCase): Manifest[] {
  const chart = new Chart(new App(), 'case', { namespace: 'of-the-chart' });
  manifestCase.build(chart);
  const charts = chart.node.findAll().filter((construct) => Chart.isChart(construct));
  return charts.flatMap((one) => Testing.synth(one) as Manifest[]);
}

describe.each(ALL_CASES)('$title', (manifestCase) => {
  test('writes plain JSON, the same each time', () => {
    const manifests = manifestsOf(manifestCase);

    expect(JSON.parse(JSON.stringify(manifests))).toStrictEqual(manifests);
    expect(JSON.stringify(manifestsOf(manifestCase))).toBe(JSON.stringify(manifests));
  });

  test('writes a namespace on namespaced kinds, and on no other, whatever the chart has', () => {
    const wrong = manifestsOf(manifestCase).filter(
      ({ kind, metadata }) => (metadata.namespace === undefined) !== CLUSTER_SCOPED.has(kind),
    );

    expect(wrong).toStrictEqual([]);
  });

  test('shows no private key, unless it was given inline', () => {
    const shown = showsSecret(JSON.stringify(manifestsOf(manifestCase)), PRIVATE_KEY);

    expect(shown).toBe(/certificate and key inline|a revision/.test(manifestCase.title));
  });
});
