import {
  aksAllocatable,
  componentFootprint,
  findComponent,
  outboundHosts,
  type ComponentName,
  type ComponentRow,
} from 'azureml-kubernetes';

componentFootprint({ cluster: 'aks', enableTraining: true, nginxIngress: false }, { nodes: 3, identitySidecars: 2 });
// @ts-expect-error -- AKS differs from Arc in what runs, so the kind of the cluster is always said
componentFootprint({ enableTraining: true }, { nodes: 3 });
// @ts-expect-error -- flags are true or false here; their texts are settings of the extension
componentFootprint({ cluster: 'aks', enableTraining: 'True' }, { nodes: 3 });
// @ts-expect-error -- the setting is called installPromOp
componentFootprint({ cluster: 'aks', installPrometheusOperator: false }, { nodes: 3 });
// @ts-expect-error -- fluent-bit runs on each node, so their number is always said
componentFootprint({ cluster: 'aks' }, {});

// @ts-expect-error -- a row has the name that the component has today
export const misspelt: ComponentName = 'volcano-schedular';
export const found: ComponentName | undefined = findComponent('volcano-schedular')?.name;

export const row: ComponentRow = {
  group: 'common',
  kind: 'Deployment',
  scaling: 'single',
  // @ts-expect-error -- figures without a unit would be read as cores and bytes
  figures: { requests: { cpu: '10m', memory: '20MB' }, limits: { cpu: '100m', memory: '300Mi' } },
  source: 'page',
};

// @ts-expect-error -- memory is a text with its unit
aksAllocatable({ vCpus: 4, memory: 14 });

const workspace = { workspaceId: '11111111-2222-3333-4444-555555555555', location: 'eastus', storageAccounts: ['ml'] };
outboundHosts({ cluster: 'arc', location: 'eastus', workspaces: [workspace] });
// @ts-expect-error -- the cluster has a region of its own
outboundHosts({ cluster: 'arc', workspaces: [workspace] });
