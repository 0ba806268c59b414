import type { AZURE_CODES } from '../../../lib/model/azure/azure.codes';
import { clusterIssues } from '../../../lib/model/azure/cluster.rules';
import { managedClusterIssues } from '../../../lib/model/azure/managed-cluster.rules';
import { resourceId } from '../../../lib/model/azure/resource-id';
import { tagName, tagValue } from '../../../lib/model/azure/tags';
import { capacityIssues } from '../../../lib/model/components/capacity.rules';
import type { COMPONENTS_CODES } from '../../../lib/model/components/components.codes';
import type { InstalledComponents } from '../../../lib/model/components/footprint';
import type { SizingPurpose } from '../../../lib/model/components/minimum-requirements';
import { outboundHosts, type OutboundWorkspace } from '../../../lib/model/components/outbound-hosts';
import { systemPoolIssues } from '../../../lib/model/components/system-pool.rules';
import { kubernetesComputeIssues } from '../../../lib/model/compute/kubernetes-compute.rules';
import type { Issue } from '../../../lib/model/issues';
import { openShiftSccGrantIssues, openShiftSccGrantSetIssues } from '../../../lib/model/openshift/scc-grant.rules';
import type { OPENSHIFT_CODES } from '../../../lib/model/openshift/openshift.codes';
import { amlarcTaintIssues } from '../../../lib/model/scheduling/amlarc-taints.rules';
import { releaseHas } from '../../../lib/model/support/extension-features';
import {
  kubernetesVersionIssues,
  kubernetesWindow,
  type KubernetesWindowBasis,
} from '../../../lib/model/support/kubernetes-window';
import { nodeArchitectureIssues } from '../../../lib/model/support/distributions';
import { regionIssues } from '../../../lib/model/support/regions';
import type { SUPPORT_CODES } from '../../../lib/model/support/support.codes';
import type { TextFormat } from '../../../lib/model/text-format';
import { ARC_ID, COMPUTE, testId } from '../attach';
import { AKS, ARC } from '../extensions';
import { casesOf, changesOf, issuesThrownBy, type IssueCase, type IssueCases } from './issue-case';

function text(format: Pick<TextFormat<string>, 'issues'>, failing: string, passing: string): IssueCase {
  return casesOf((value: string): readonly Issue[] => format.issues(value, []))(failing, passing);
}

const cluster = changesOf(clusterIssues, AKS);
const managed = changesOf(managedClusterIssues, {
  name: 'ml',
  resourceGroupName: 'rg-ml',
  location: 'westeurope',
  volumes: [{ source: { kind: 'storageClass', storageClassName: 'azureblob-nfs-premium' } }],
});
const compute = changesOf(kubernetesComputeIssues, COMPUTE);

export const AZURE_CASES = {
  'azure/resource-id': text(resourceId, 'ml', ARC_ID),
  'azure/subscription-id': text(
    resourceId,
    ARC_ID.replace(/^\/subscriptions\/[^/]+/, '/subscriptions/Production'),
    ARC_ID,
  ),
  'azure/resource-group': casesOf(amlarcTaintIssues)(
    { kind: 'resourceGroup', resourceGroup: 'rg.' },
    { kind: 'resourceGroup', resourceGroup: 'rg.1' },
  ),
  'azure/blob-csi-driver-off': managed({ blobCsiDriver: false }),
  'azure/resource-type': compute({ workspaceResourceId: ARC_ID }),
  'azure/connected-cluster-provider': compute(
    { resourceId: testId('Microsoft.ContainerService/connectedClusters', 'edge') },
    { resourceId: ARC_ID },
  ),
  'azure/tag-name': text(tagName, 'a/b', 'a-b'),
  'azure/tag-value': text(tagValue, 'a'.repeat(257), 'a'.repeat(256)),
  'azure/cluster-name': cluster({ name: 'my cluster' }),
  'azure/location': cluster({ location: 'East US 2' }, { location: 'eastus2' }),
  'azure/cluster-reference': cluster({ resourceId: ARC.resourceId }),
} satisfies IssueCases<typeof AZURE_CODES>;

const INFERENCE = { cluster: 'aks', enableInference: true } as const;

type Nodes = readonly [installed: InstalledComponents, millicores: bigint, count: number, purpose?: SizingPurpose];

/** Whether some equal nodes hold the pods of an extension. */
const capacity = casesOf(([installed, millicores, nodes, purpose = 'test']: Nodes) =>
  capacityIssues(installed, [{ name: 'pool', nodes, allocatable: { millicores, bytes: 4n << 30n } }], purpose),
);
const systemPool = casesOf(systemPoolIssues);
const WORKSPACE: OutboundWorkspace = {
  workspaceId: '11111111-2222-3333-4444-555555555555',
  location: 'West Europe',
  containerRegistries: ['contosoml'],
  storageAccounts: ['contosoml'],
};
const hosts = casesOf((change: Partial<OutboundWorkspace>) =>
  issuesThrownBy(() =>
    outboundHosts({ cluster: 'aks', location: 'eastus', workspaces: [{ ...WORKSPACE, ...change }] }),
  ),
);

export const COMPONENTS_CASES = {
  'components/requests-exceed-nodes': capacity([INFERENCE, 500n, 1], [INFERENCE, 4000n, 1]),
  'components/pod-too-large': capacity([INFERENCE, 900n, 20], [INFERENCE, 4000n, 20]),
  'components/placement-unproven': capacity([{ cluster: 'aks' }, 145n, 2], [{ cluster: 'aks' }, 1000n, 2]),
  'components/limits-exceed-nodes': capacity([INFERENCE, 4000n, 3, 'production'], [INFERENCE, 4000n, 20, 'production']),
  'components/system-pool-vm-size': systemPool(
    { mode: 'system', maxCount: 3, vmSize: 'Standard_DS2_v2' },
    { mode: 'system', maxCount: 3, vmSize: 'Standard_DS3_v2' },
  ),
  'components/system-pool-nodes': systemPool(
    { mode: 'system', maxCount: 1, vmSize: 'Standard_DS3_v2' },
    { mode: 'system', maxCount: 2, vmSize: 'Standard_DS3_v2' },
  ),
  'components/workspace-id': hosts({ workspaceId: 'fraud' }, {}),
  'components/registry-name': hosts({ containerRegistries: ['contoso.azurecr.io'] }, {}),
  'components/region': hosts({ location: 'east-us!' }, {}),
} satisfies IssueCases<typeof COMPONENTS_CODES>;

const GRANT = { extensionName: 'azureml', computeNamespaces: ['ml-jobs'] };
const grant = changesOf(openShiftSccGrantIssues, GRANT);

export const OPENSHIFT_CASES = {
  'openshift/extension-name': grant({ extensionName: 'AzureML' }),
  'openshift/extension-name-shortened': grant({ extensionName: 'a'.repeat(45) }, { extensionName: 'a'.repeat(44) }),
  'openshift/compute-namespace-default': grant({ computeNamespaces: ['default'] }),
  'openshift/compute-namespace-without-scc': grant({ computeNamespaces: ['kube-system'] }),
  'openshift/not-arc-connected': grant({ arcConnected: false }, { arcConnected: true }),
  'openshift/scc-built-in': grant(
    { scc: { kind: 'dedicated', name: 'privileged' } },
    { scc: { kind: 'dedicated', name: 'azureml' } },
  ),
  'openshift/grant-duplicate': casesOf(openShiftSccGrantSetIssues)([GRANT, GRANT], [GRANT]),
} satisfies IssueCases<typeof OPENSHIFT_CODES>;

const NOVEMBER = { kind: 'date', date: '2026-11-24' } as const;
const version = casesOf((given: string) => kubernetesVersionIssues(given, NOVEMBER));
const window = casesOf((basis: KubernetesWindowBasis) => issuesThrownBy(() => kubernetesWindow(basis)));

export const SUPPORT_CASES = {
  'support/kubernetes-version': version('latest', '1.37'),
  'support/date': window({ kind: 'date', date: '24.11.2026' }, { kind: 'date', date: '2026-11-24' }),
  'support/calendar-too-young': window({ kind: 'date', date: '2020-01-01' }, { kind: 'date', date: '2026-11-24' }),
  'support/kubernetes-outside-window': version('1.31', '1.35'),
  'support/kubernetes-long-term': version('1.34', '1.35'),
  'support/kubernetes-too-new': version('1.38', '1.37'),
  'support/release': casesOf((given: string) => issuesThrownBy(() => releaseHas(given, 'taints')))('stable', '1.1.16'),
  'support/region': casesOf((location: string) => regionIssues(location))('qatarcentral', 'westeurope'),
  'support/architecture': casesOf((given: readonly string[]) => nodeArchitectureIssues(given))(
    ['amd64', 'arm64'],
    ['amd64', 'amd64'],
  ),
  'support/no-amd64-node': casesOf((given: readonly string[]) => nodeArchitectureIssues(given))(
    ['arm64'],
    ['amd64', 'arm64'],
  ),
} satisfies IssueCases<typeof SUPPORT_CODES>;
