import { deferred, type ClusterSpec } from 'azureml-kubernetes';
import { attachTemplate, type AttachTemplateCompute } from 'azureml-kubernetes/arm';
import { errorMessage } from '../../support/error-message';

const SUBSCRIPTION = '/subscriptions/11111111-2222-4333-8444-555555555555';
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg-ml/providers`;
const OTHER_GROUP = `${SUBSCRIPTION}/resourceGroups/rg-data/providers`;
const AKS_ID = `${GROUP}/Microsoft.ContainerService/managedClusters/ml`;
const AKS: ClusterSpec = { kind: 'aks', resourceId: AKS_ID, location: 'westeurope' };
const VISION = `${GROUP}/Microsoft.MachineLearningServices/workspaces/vision`;
const FRAUD = `${OTHER_GROUP}/Microsoft.MachineLearningServices/workspaces/fraud`;
const PRINCIPAL = 'aaaaaaaa-0000-4000-8000-00000000000a';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const JOBS: AttachTemplateCompute = { name: 'jobs', workspaceResourceId: VISION, namespace: 'ml-jobs' };

describe('the template of the attachments', () => {
  test('holds a compute of the same group as it is', () => {
    expect(attachTemplate({ cluster: AKS, computes: [JOBS] }).template).toStrictEqual({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: {},
      resources: [
        {
          type: 'Microsoft.MachineLearningServices/workspaces/computes',
          apiVersion: '2025-12-01',
          name: 'vision/jobs',
          properties: {
            computeType: 'Kubernetes',
            resourceId: AKS_ID,
            computeLocation: 'westeurope',
            properties: { namespace: 'ml-jobs' },
          },
        },
      ],
    });
  });

  test('tells the compute the identity of the extension', () => {
    const { template } = attachTemplate({ cluster: AKS, extension: { name: 'azureml' }, computes: [JOBS] });

    expect(template.resources).toMatchObject([
      {
        properties: {
          properties: {
            extensionPrincipalId: `[reference(extensionResourceId('${AKS_ID}', 'Microsoft.KubernetesConfiguration/extensions', 'azureml'), '2023-05-01').aksAssignedIdentity.principalId]`,
          },
        },
      },
    ]);
  });

  test('assigns the roles of the workspace before, in the group of the cluster', () => {
    const workspaceIdentity = { kind: 'userAssigned', name: 'vision', principalId: PRINCIPAL } as const;
    const { template } = attachTemplate({ cluster: AKS, computes: [{ ...JOBS, workspaceIdentity }] });
    const role = (id: string): string => `guid('${AKS_ID}', '${PRINCIPAL}', '${id}')`;

    expect(template.resources).toHaveLength(4);
    expect(template.resources[0]).toStrictEqual({
      type: 'Microsoft.Authorization/roleAssignments',
      apiVersion: '2022-04-01',
      name: `[${role(READER)}]`,
      scope: AKS_ID,
      properties: {
        roleDefinitionId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${READER}`,
        principalId: PRINCIPAL,
        principalType: 'ServicePrincipal',
      },
    });
    expect(template.resources[3]).toMatchObject({
      name: 'vision/jobs',
      dependsOn: [READER, '85cb6faf-e071-4c9b-8136-154b5a04f717', '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8'].map(
        (id) => `[extensionResourceId('${AKS_ID}', 'Microsoft.Authorization/roleAssignments', ${role(id)})]`,
      ),
    });
  });

  test('deploys what belongs to another group there, and the roles of its identity after it', () => {
    const registry = `${OTHER_GROUP}/Microsoft.ContainerRegistry/registries/images`;
    const compute: AttachTemplateCompute = {
      name: 'scoring',
      workspaceResourceId: FRAUD,
      identity: { kind: 'systemAssigned' },
      access: { registries: { images: registry } },
    };
    const { template } = attachTemplate({ cluster: AKS, computes: [compute] });
    const attach = `[concat('attach-', guid('${FRAUD}', 'scoring'))]`;
    const role = `guid('${registry}', '${FRAUD}/computes/scoring', '7f951dda-4ed3-4680-a7ca-43fe172d538d')`;
    const nested = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
    };

    expect(template.resources).toStrictEqual([
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2022-09-01',
        name: attach,
        subscriptionId: '11111111-2222-4333-8444-555555555555',
        resourceGroup: 'rg-data',
        properties: {
          mode: 'Incremental',
          template: {
            ...nested,
            resources: [
              {
                type: 'Microsoft.MachineLearningServices/workspaces/computes',
                apiVersion: '2025-12-01',
                name: 'fraud/scoring',
                identity: { type: 'SystemAssigned' },
                properties: {
                  computeType: 'Kubernetes',
                  resourceId: AKS_ID,
                  computeLocation: 'westeurope',
                  properties: { namespace: 'default' },
                },
              },
            ],
          },
        },
      },
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2022-09-01',
        name: `[concat('role-', ${role})]`,
        subscriptionId: '11111111-2222-4333-8444-555555555555',
        resourceGroup: 'rg-data',
        dependsOn: [attach],
        properties: {
          mode: 'Incremental',
          template: {
            ...nested,
            resources: [
              {
                type: 'Microsoft.Authorization/roleAssignments',
                apiVersion: '2022-04-01',
                name: `[${role}]`,
                scope: registry,
                properties: {
                  roleDefinitionId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d`,
                  principalId: `[reference('${FRAUD}/computes/scoring', '2025-12-01', 'Full').identity.principalId]`,
                  principalType: 'ServicePrincipal',
                },
              },
            ],
          },
        },
      },
    ]);
  });

  test('takes ids and principals as parameters, also as the name of a property', () => {
    const identity = { kind: 'userAssigned', name: 'jobs', resourceId: deferred('identityId') } as const;
    const { template } = attachTemplate({
      cluster: { kind: 'aks', resourceId: deferred('clusterId'), location: deferred('location') },
      computes: [{ ...JOBS, workspaceResourceId: deferred('workspaceId'), identity }],
    });

    expect(Object.keys(template.parameters)).toStrictEqual(['clusterId', 'identityId', 'location', 'workspaceId']);
    expect(template.resources).toMatchObject([
      {
        type: 'Microsoft.Resources/deployments',
        resourceGroup: "[split(parameters('workspaceId'), '/')[4]]",
        properties: {
          template: {
            resources: [
              {
                name: "[concat(split(parameters('workspaceId'), '/')[8], '/jobs')]",
                identity: { type: 'UserAssigned', userAssignedIdentities: { "[parameters('identityId')]": {} } },
              },
            ],
          },
        },
      },
    ]);
  });

  test('fails without a compute, and with the issues of attaching', () => {
    expect(errorMessage(() => attachTemplate({ cluster: AKS, computes: [] }))).toMatch(
      /computes: .*spec\/empty-list\]$/,
    );
    expect(errorMessage(() => attachTemplate({ cluster: AKS, computes: [JOBS], access: { kind: 'arc' } }))).toMatch(
      /compute\/cluster-kind-differs\]$/,
    );
  });
});
