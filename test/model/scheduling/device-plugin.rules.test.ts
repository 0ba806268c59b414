import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { DevicePluginSpec } from '../../../lib/model/scheduling/device-plugin';
import {
  devicePluginExtensionIssues,
  devicePluginIssues,
  devicePluginSetIssues,
  gpuPoolIssues,
} from '../../../lib/model/scheduling/device-plugin.rules';
import { resolveDevicePlugin } from '../../../lib/model/scheduling/resolve-device-plugin';
import { resolveNodePool } from '../../../lib/model/scheduling/resolve-node-pool';

const WORKSPACE = { kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' } as const;

function codes(spec: unknown): string[] {
  return devicePluginIssues(spec as DevicePluginSpec).map(({ code }) => code);
}

describe('devicePluginIssues', () => {
  test('finds nothing wrong with nothing given, nor with everything', () => {
    expect(codes({})).toStrictEqual([]);
    expect(
      codes({
        name: 'gpus',
        namespace: 'gpu-resources',
        image: 'registry.contoso.com/k8s-device-plugin:v0.17.1',
        isolations: [WORKSPACE, { kind: 'overall', effect: 'NoExecute' }],
        tolerations: [{ operator: 'Exists', key: 'sku' }],
        nodeSelector: { accelerator: deferred('label') },
      }),
    ).toStrictEqual([]);
  });

  test('fails on everything that is wrong at once', () => {
    expect(
      codes({
        name: 'GPUs',
        namespace: 'a.b',
        image: '',
        isolations: [{ kind: 'workspace' }],
        tolerations: [{ operator: 'Exists', key: 'sku', value: 'gpu' }],
        nodeSelector: { 'a b': 'c' },
        taints: [],
      }),
    ).toStrictEqual([
      'name/dns-subdomain',
      'name/dns-label',
      'name/plain-text',
      'spec/required',
      'spec/required',
      'scheduling/toleration',
      'name/label-key',
      'spec/unknown-property',
    ]);
    expect(codes({ isolations: [] })).toStrictEqual(['spec/empty-list']);
  });
});

describe('devicePluginSetIssues', () => {
  const issues = (...specs: DevicePluginSpec[]): string[] =>
    devicePluginSetIssues(specs.map((spec) => resolveDevicePlugin(spec))).map(formatIssue);

  test('finds nothing wrong with plugins for different nodes', () => {
    expect(issues({})).toStrictEqual([]);
    expect(issues({ name: 'a', nodeSelector: { gpu: 't4' } }, { nodeSelector: { gpu: 'a100' } })).toStrictEqual([]);
  });

  test('fails on two of one name', () => {
    expect(issues({ nodeSelector: { gpu: 't4' } }, { nodeSelector: { gpu: 'a100' } })).toStrictEqual([
      '[1].name: two device plugins of one cluster have the same name and namespace (received "nvidia-device-plugin-daemonset"); rename one of them, or keep one for all GPU nodes: it takes several isolations [scheduling/device-plugin-duplicate]',
    ]);
  });

  test('warns when two may run on one node', () => {
    expect(
      issues({ name: 'a', nodeSelector: { gpu: 't4' } }, { name: 'b', nodeSelector: { team: 'ml' } }),
    ).toStrictEqual([
      '[1].nodeSelector: two device plugins may run on the same nodes, where both advertise the GPUs; keep one with several isolations, or give both a nodeSelector for different nodes [scheduling/device-plugin-overlap]',
    ]);
    expect(issues({ name: 'a' }, { name: 'b', nodeSelector: { gpu: 't4' } })).toHaveLength(1);
    expect(issues({ namespace: 'a' }, { namespace: 'b' })).toHaveLength(1);
  });
});

describe('devicePluginExtensionIssues', () => {
  const plugins = [resolveDevicePlugin({})];

  test('fails when the extension installs a device plugin too', () => {
    expect(devicePluginExtensionIssues(plugins, true).map(formatIssue)).toStrictEqual([
      '[0]: the extension installs a device plugin too; set installNvidiaDevicePlugin to false, or leave out this one [scheduling/device-plugin-twice]',
    ]);
  });

  test('finds nothing wrong with one of the two alone', () => {
    expect(devicePluginExtensionIssues(plugins, false)).toStrictEqual([]);
    expect(devicePluginExtensionIssues([], true)).toStrictEqual([]);
  });
});

describe('gpuPoolIssues', () => {
  const reserved = resolveNodePool({ name: 'gpu', isolation: WORKSPACE, gpus: 1 });
  const open = resolveNodePool({ name: 'open', gpus: 1, labels: { accelerator: 't4' } });
  const cpu = resolveNodePool({ name: 'cpu', isolation: WORKSPACE });

  test('warns when the recipe of a GPU pool keeps the device plugin out', () => {
    expect(gpuPoolIssues([open, reserved, cpu], [resolveDevicePlugin({})], false).map(formatIssue)).toStrictEqual([
      '[1]: the taints of the GPU pool keep every device plugin away, so that its GPUs are never advertised; add a DevicePlugin with the isolation of the pool [scheduling/gpu-not-advertised]',
    ]);
  });

  test('warns when the recipe keeps the extension out, which brings the device plugin', () => {
    expect(gpuPoolIssues([open, reserved], [], true)).toMatchObject([{ path: [1] }]);
    const shared = resolveNodePool({ name: 'shared', isolation: { kind: 'overall' }, gpus: 1 });
    expect(gpuPoolIssues([shared], [], true)).toStrictEqual([]);
  });

  test('finds nothing wrong when a plugin has the recipe', () => {
    expect(gpuPoolIssues([open, reserved], [resolveDevicePlugin({ isolations: [WORKSPACE] })], false)).toStrictEqual(
      [],
    );
  });

  test('counts the node selector of the plugin', () => {
    const elsewhere = resolveDevicePlugin({ nodeSelector: { accelerator: 'a100' } });
    expect(gpuPoolIssues([open], [elsewhere], false)).toMatchObject([{ path: [0] }]);
    const unknown = resolveDevicePlugin({ nodeSelector: { agentpool: 'open' } });
    expect(gpuPoolIssues([open], [unknown], false)).toStrictEqual([]);
  });

  test('counts spot taints, which the plugin has to tolerate as well', () => {
    const spot = resolveNodePool({ name: 'spot', spot: true, gpus: 1 });
    expect(gpuPoolIssues([spot], [resolveDevicePlugin({})], false)).toHaveLength(1);
    const tolerations = [{ operator: 'Exists', key: 'kubernetes.azure.com/scalesetpriority' }] as const;
    expect(gpuPoolIssues([spot], [resolveDevicePlugin({ tolerations })], false)).toStrictEqual([]);
  });

  test('does not judge a cluster whose device plugin comes from elsewhere', () => {
    expect(gpuPoolIssues([reserved], [], false)).toStrictEqual([]);
  });
});
