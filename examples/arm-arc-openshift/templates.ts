import { relayNamespaceName, type ArcClusterSpec, type ExtensionSpec } from 'azureml-kubernetes';
import { attachTemplate, extensionTemplate, type ArmDeployment } from 'azureml-kubernetes/arm';

const SUBSCRIPTION = '11111111-2222-4333-8444-555555555555';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-plant/providers`;
const PARTS = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg-plant', name: 'plant' };

const CLUSTER: ArcClusterSpec = {
  kind: 'arc',
  ...PARTS,
  location: 'westeurope',
  nodeCount: 6,
  distribution: 'openshift',
};

const EXTENSION: ExtensionSpec = {
  name: 'azureml',
  enableTraining: true,
  upgrades: { kind: 'pinned', version: '1.1.88' },
};

/** The relay, which the Azure CLI would create in passing, and the extension. */
export const extensionJson: ArmDeployment = extensionTemplate({ cluster: CLUSTER, extension: EXTENSION });

/** The compute of a workspace with a user-assigned identity, which needs roles on cluster and relay. */
export const attachJson: ArmDeployment = attachTemplate({
  cluster: CLUSTER,
  extension: EXTENSION,
  access: { kind: 'arc', relayNamespaceId: `${GROUP}/Microsoft.Relay/namespaces/${relayNamespaceName(PARTS)}` },
  computes: [
    {
      name: 'plant',
      namespace: 'ml-jobs',
      workspaceResourceId: `${GROUP}/Microsoft.MachineLearningServices/workspaces/quality`,
      workspaceIdentity: {
        kind: 'userAssigned',
        name: 'quality',
        principalId: 'aaaaaaaa-0000-4000-8000-00000000000a',
      },
    },
  ],
});
