import type {
  AmlarcTaintSpec,
  NodeIsolationSpec,
  NodePoolSpec,
  PodClass,
  TaintText,
  TolerationSpec,
} from 'azureml-kubernetes';
import type { DevicePluginProps } from 'azureml-kubernetes/cdk8s';

// @ts-expect-error -- the effect of the documentation is misspelled
export const misspelledEffect: TaintText = 'ml.azure.com/amlarc=true:NoSchddule';

// @ts-expect-error -- a workspace belongs to a resource group
export const workspaceAlone: NodeIsolationSpec = { kind: 'workspace', workspace: 'fraud' };

// @ts-expect-error -- the recipe for system pods has no names
export const systemOfWorkspace: NodeIsolationSpec = { kind: 'system', workspace: 'fraud' };

// @ts-expect-error -- the recipe is called computeTarget
export const unknownRecipe: NodeIsolationSpec = { kind: 'compute', compute: 'gpu' };

// @ts-expect-error -- the taint of a compute needs its name
export const computeWithoutName: AmlarcTaintSpec = { kind: 'compute' };

// @ts-expect-error -- Exists takes any value
export const existsWithValue: TolerationSpec = { operator: 'Exists', key: 'sku', value: 'gpu' };

// @ts-expect-error -- Equal needs a key
export const equalWithoutKey: TolerationSpec = { operator: 'Equal', value: 'gpu' };

// @ts-expect-error -- a workload comes from a compute of a workspace in a group
export const workloadFromNowhere: PodClass = { kind: 'workload', workspace: 'fraud' };

export const wrongPool: NodePoolSpec = {
  name: 'jobs',
  // @ts-expect-error -- pools are of mode system or user, in lower case
  mode: 'System',
  // @ts-expect-error -- a taint has an effect
  taints: ['sku=gpu'],
};

export const onePluginIsolation: DevicePluginProps = {
  // @ts-expect-error -- a plugin serves several pools
  isolations: { kind: 'overall' },
};
