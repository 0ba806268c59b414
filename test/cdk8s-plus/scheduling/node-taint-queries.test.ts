import { Testing } from 'cdk8s';
import { Deployment, Node } from 'cdk8s-plus-27';
import { nodeTaintQueries } from '../../../lib/cdk8s-plus/scheduling/node-taint-queries';
import { renderTolerations } from '../../../lib/manifests/scheduling/tolerations';
import { resolveNodeIsolation } from '../../../lib/model/scheduling/resolve-node-isolation';
import { TAINT_EFFECTS, type Taint } from '../../../lib/model/scheduling/taint';

function tolerationsOf(taints: readonly Taint[]): unknown {
  const chart = Testing.chart();
  const deployment = new Deployment(chart, 'monitor', { containers: [{ image: 'monitor' }] });
  deployment.scheduling.tolerate(Node.tainted(...nodeTaintQueries(taints)));
  const [manifest] = Testing.synth(chart) as { spec: { template: { spec: { tolerations: unknown } } } }[];
  return manifest?.spec.template.spec.tolerations;
}

describe('nodeTaintQueries', () => {
  test.each(TAINT_EFFECTS)('make pods of cdk8s-plus tolerate the taints of a recipe with %s', (effect) => {
    const { taints, tolerations } = resolveNodeIsolation({
      kind: 'computeTarget',
      resourceGroup: 'rg-ml',
      workspace: 'fraud',
      compute: 'gpu',
      effect,
    });

    expect(tolerationsOf(taints)).toStrictEqual(renderTolerations(tolerations));
    expect(tolerationsOf(taints)).toHaveLength(4);
  });
});
