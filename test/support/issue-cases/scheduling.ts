import { amlarcTaintIssues } from '../../../lib/model/scheduling/amlarc-taints.rules';
import { aksAgentPoolIssues } from '../../../lib/model/scheduling/aks-agent-pool.rules';
import {
  devicePluginExtensionIssues,
  devicePluginSetIssues,
  gpuPoolIssues,
} from '../../../lib/model/scheduling/device-plugin.rules';
import type { DevicePluginSpec } from '../../../lib/model/scheduling/device-plugin';
import { extensionReleaseIssues } from '../../../lib/model/scheduling/extension-release.rules';
import { aksNodePoolIssues, nodePoolIssues, nodePoolSetIssues } from '../../../lib/model/scheduling/node-pool.rules';
import { resolveDevicePlugin } from '../../../lib/model/scheduling/resolve-device-plugin';
import { resolveNodePool } from '../../../lib/model/scheduling/resolve-node-pool';
import type { SCHEDULING_CODES } from '../../../lib/model/scheduling/scheduling.codes';
import { taintSetIssues } from '../../../lib/model/scheduling/taint-set.rules';
import { parseTaint, taintTextIssues } from '../../../lib/model/scheduling/taint-text';
import { tolerationIssues } from '../../../lib/model/scheduling/toleration.rules';
import { casesOf, changesOf, type IssueCases } from './issue-case';

const taintText = casesOf((text: string) => taintTextIssues(text, []));
const amlarcTaint = casesOf(amlarcTaintIssues);
const pool = changesOf(nodePoolIssues, { name: 'jobs' });
const aksPool = changesOf(aksNodePoolIssues, { name: 'jobs' });
const agentPool = changesOf(aksAgentPoolIssues, { name: 'jobs', vmSize: 'Standard_DS4_v2' });
const taints = casesOf((texts: readonly string[]) =>
  taintSetIssues(texts.map((text, index) => ({ taint: parseTaint(text), path: [index] }))),
);
const plugins = casesOf((specs: readonly DevicePluginSpec[]) =>
  devicePluginSetIssues(specs.map((spec) => resolveDevicePlugin(spec))),
);

const WORKSPACE = { kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' } as const;
const RESERVED = resolveNodePool({ name: 'gpu', isolation: WORKSPACE, gpus: 1 });

export const SCHEDULING_CASES = {
  'scheduling/taint-text': taintText('sku', 'sku=gpu:NoSchedule'),
  'scheduling/taint-effect': taintText('sku=gpu:Never', 'sku=gpu:NoExecute'),
  'scheduling/workspace-name': amlarcTaint(
    { kind: 'workspace', workspace: 'ml' },
    { kind: 'workspace', workspace: 'ml1' },
  ),
  'scheduling/compute-name': amlarcTaint(
    { kind: 'compute', compute: 'a'.repeat(17) },
    { kind: 'compute', compute: 'a'.repeat(16) },
  ),
  'scheduling/name-not-taint-value': amlarcTaint(
    { kind: 'workspace', workspace: 'fraud-' },
    { kind: 'workspace', workspace: 'fraud-1' },
  ),
  'scheduling/prefer-no-schedule': amlarcTaint(
    { kind: 'overall', effect: 'PreferNoSchedule' },
    { kind: 'overall', effect: 'NoSchedule' },
  ),
  'scheduling/no-execute': amlarcTaint(
    { kind: 'overall', effect: 'NoExecute' },
    { kind: 'overall', effect: 'NoSchedule' },
  ),
  'scheduling/taint-duplicate': taints(
    ['sku=gpu:NoSchedule', 'sku=cpu:NoSchedule'],
    ['sku=gpu:NoSchedule', 'sku=cpu:NoExecute'],
  ),
  'scheduling/unknown-amlarc-taint': taints(
    ['ml.azure.com/group=rg:NoSchedule'],
    ['ml.azure.com/resource-group=rg:NoSchedule'],
  ),
  'scheduling/amlarc-taint-value': taints(
    ['ml.azure.com/amlarc=yes:NoSchedule'],
    ['ml.azure.com/amlarc=true:NoSchedule'],
  ),
  'scheduling/taints-nobody-enters': taints(
    ['ml.azure.com/amlarc-system=true:NoSchedule', 'ml.azure.com/amlarc-workload=true:NoSchedule'],
    ['ml.azure.com/amlarc-system=true:NoSchedule', 'ml.azure.com/amlarc-workload=true:PreferNoSchedule'],
  ),
  'scheduling/toleration': casesOf(tolerationIssues)(
    { operator: 'Exists', key: 'sku', value: 'gpu' },
    { operator: 'Equal', key: 'sku', value: 'gpu' },
  ),
  'scheduling/system-pool-taint': pool(
    { mode: 'system', taints: ['sku=gpu:NoSchedule'] },
    { mode: 'system', taints: ['CriticalAddonsOnly=true:NoSchedule'] },
  ),
  'scheduling/spot-system-pool': pool({ mode: 'system', spot: true }, { mode: 'user', spot: true }),
  'scheduling/node-counts': pool({ minCount: 3, maxCount: 2 }, { minCount: 3, maxCount: 3 }),
  'scheduling/excluded-by-isolation': pool(
    { isolation: { kind: 'workload' }, spot: true, toleratedBy: 'extensionSystem' },
    { isolation: { kind: 'workload' }, spot: true, toleratedBy: 'workload' },
  ),
  'scheduling/node-pool-duplicate': casesOf(nodePoolSetIssues)(
    [{ name: 'a' }, { name: 'a' }],
    [{ name: 'a' }, { name: 'b' }],
  ),
  'scheduling/aks-pool-name': aksPool({ name: 'gpu-pool' }, { name: 'gpu2' }),
  'scheduling/aks-taint-value': aksPool({ taints: ['team:NoSchedule'] }, { taints: ['team=ml:NoSchedule'] }),
  'scheduling/aks-vm-size': agentPool({ vmSize: undefined }),
  'scheduling/aks-system-pool-empty': agentPool({ mode: 'system', minCount: 0 }, { mode: 'system', minCount: 1 }),
  'scheduling/aks-pool-too-large': agentPool({ maxCount: 1001 }, { maxCount: 1000 }),
  'scheduling/extension-too-old': casesOf((release: string) =>
    extensionReleaseIssues([parseTaint('ml.azure.com/amlarc=true:NoSchedule')], release, []),
  )('1.1.10', '1.1.16'),
  'scheduling/device-plugin-duplicate': plugins(
    [{ nodeSelector: { gpu: 't4' } }, { nodeSelector: { gpu: 'a100' } }],
    [
      { name: 'a', nodeSelector: { gpu: 't4' } },
      { name: 'b', nodeSelector: { gpu: 'a100' } },
    ],
  ),
  'scheduling/device-plugin-overlap': plugins(
    [
      { name: 'a', nodeSelector: { gpu: 't4' } },
      { name: 'b', nodeSelector: { team: 'ml' } },
    ],
    [
      { name: 'a', nodeSelector: { gpu: 't4' } },
      { name: 'b', nodeSelector: { gpu: 'a100' } },
    ],
  ),
  'scheduling/device-plugin-twice': casesOf((installed: boolean) =>
    devicePluginExtensionIssues([resolveDevicePlugin({})], installed),
  )(true, false),
  'scheduling/gpu-not-advertised': casesOf((spec: DevicePluginSpec) =>
    gpuPoolIssues([RESERVED], [resolveDevicePlugin(spec)], false),
  )({}, { isolations: [WORKSPACE] }),
} satisfies IssueCases<typeof SCHEDULING_CODES>;
