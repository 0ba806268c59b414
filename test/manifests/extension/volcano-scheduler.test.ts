import { renderVolcanoScaleFromZero } from '../../../lib/manifests/extension/volcano-scheduler';

const CONFIG = `actions: "enqueue, allocate, backfill"
tiers:
- plugins:
  - name: task-topology
  - name: priority
  - name: gang
  - name: conformance
- plugins:
  - name: drf
  - name: predicates
  - name: nodeorder
  - name: binpack
`;

describe('renderVolcanoScaleFromZero', () => {
  test('gives the configuration of the extension without the plugins that count ready nodes', () => {
    expect(renderVolcanoScaleFromZero('volcano-scale-from-zero')).toStrictEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'volcano-scale-from-zero', namespace: 'azureml' },
      data: { 'volcano-scheduler.conf': CONFIG },
    });
  });

  test('fails on a name that is none', () => {
    expect(() => renderVolcanoScaleFromZero('Volcano')).toThrow(
      /^DNS subdomain name has 1 error:\n {2}- name: .* \[name\/dns-subdomain\]$/,
    );
  });
});
