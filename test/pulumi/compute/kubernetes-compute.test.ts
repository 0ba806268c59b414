import * as pulumi from '@pulumi/pulumi';
import { AksCluster, AzureMLExtension, KubernetesCompute, type KubernetesComputeArgs } from 'azureml-kubernetes/pulumi';
import { errorMessage } from '../../support/error-message';
import { AZURE_ANSWERS, AZURE_PREVIEW, clusterId } from '../../support/pulumi/azure-answers';
import { runChild } from '../../support/pulumi/run-child';
import { runProgram } from '../../support/pulumi/run-program';
import { unknownOutput } from '../../support/pulumi/unknown-output';

const SUBSCRIPTION = '/subscriptions/00000000-1111-2222-3333-444444444444';
const AKS_ID = clusterId('Microsoft.ContainerService/managedClusters');
const ARC_ID = clusterId('Microsoft.Kubernetes/connectedClusters');
const WORKSPACE_ID = `${SUBSCRIPTION}/resourceGroups/rg-ws/providers/Microsoft.MachineLearningServices/workspaces/vision`;
const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
const OTHER_PRINCIPAL =
  '  - two identities of different principals have the same name (received "ws"); give each identity a name of its own; the same name is the same identity [compute/principal-differs]';

const otherWorkspace = (place: string, received: string, expected: string) =>
  `workspace.${place}: the names belong to another workspace than the id (received "${received}", expected ${expected}); give the names that the id of the workspace has, or leave them out [compute/workspace-differs]`;
const TRUSTED_ACCESS =
  'the workspace reaches the cluster through Trusted Access only; attach after the extension is there, and look with "az aks trustedaccess rolebinding list" whether the binding appeared [compute/trusted-access-needed]';
const PRIVATE_NAME =
  'clusterAccess.apiServer: the API server has a private name only, where Trusted Access does not reach it either; give the private cluster a public name (public FQDN), or connect it through Azure Arc [compute/api-server-private]';

type Spec = Omit<KubernetesComputeArgs, 'extension'>;

function extensionOnAks(): AzureMLExtension {
  const cluster = AksCluster.fromExisting(AKS_ID, { location: 'westeurope' });
  return new AzureMLExtension('azureml', { cluster, enableTraining: true });
}

function attach(name: string, spec: Spec): KubernetesCompute {
  return new KubernetesCompute(name, { ...spec, extension: extensionOnAks() });
}

describe('KubernetesCompute', () => {
  test('attaches the cluster of the extension after it, and is replaced rather than updated', async () => {
    const run = await runProgram(() => {
      attach('jobs', { workspaceResourceId: pulumi.output(WORKSPACE_ID), namespace: 'ml-jobs' });
    }, AZURE_ANSWERS);
    const compute = run.named('jobs-compute');
    expect(compute).toMatchObject({
      type: 'azure-native:machinelearningservices:Compute',
      parent: run.named('jobs').urn,
      replaceOnChanges: ['properties', 'identity', 'location'],
      ignoreChanges: [
        'properties.properties.instanceTypes',
        'properties.properties.relayConnectionString',
        'properties.properties.serviceBusConnectionString',
        'properties.properties.vcName',
      ],
    });
    expect(compute).toMatchObject({ deleteBeforeReplace: true, replaceWith: [run.named('azureml-extension').urn] });
    expect(compute.dependsOn).toContain(run.named('azureml-extension').urn);
    expect(compute.inputs).toStrictEqual({
      resourceGroupName: 'rg-ws',
      workspaceName: 'vision',
      computeName: 'jobs',
      properties: {
        computeType: 'Kubernetes',
        resourceId: AKS_ID,
        computeLocation: 'westeurope',
        properties: { namespace: 'ml-jobs' },
      },
    });
    expect(run.resources.filter(({ type }) => type.includes('RoleAssignment'))).toStrictEqual([]);
  });

  test('assigns the roles of the identity of the workspace before, and those of its own after it', async () => {
    const run = await runProgram(() => {
      const registry = `${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso`;
      attach('jobs', {
        workspaceResourceId: WORKSPACE_ID,
        workspaceIdentity: { kind: 'userAssigned', name: 'ws', principalId: pulumi.output(PRINCIPAL) },
        identity: { kind: 'systemAssigned' },
        access: { registries: { contoso: registry } },
      });
    }, AZURE_ANSWERS);
    const compute = run.named('jobs-compute');
    const roles = run.resources.filter(({ type }) => type === 'azure-native:authorization:RoleAssignment');
    const before = roles.filter(({ urn }) => compute.dependsOn.includes(urn));
    expect(before.map(({ name }) => name)).toStrictEqual([
      'azureml-role:ws:reader:cluster',
      'azureml-role:ws:extensionContributor:cluster',
      'azureml-role:ws:clusterAdmin:cluster',
    ]);
    expect(before.map(({ parent }) => parent)).toStrictEqual(before.map(() => run.named('azureml').urn));
    expect(before[0]?.inputs).toMatchObject({
      scope: AKS_ID,
      principalId: PRINCIPAL,
      principalType: 'ServicePrincipal',
      roleDefinitionId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`,
    });
    const after = roles.filter(({ urn }) => !compute.dependsOn.includes(urn));
    expect(after.map(({ inputs }) => inputs['principalId'])).toStrictEqual(['principal-of-compute']);
    expect(after[0]?.dependsOn).toContain(compute.urn);
    expect(after[0]?.parent).toBe(run.named('jobs').urn);
  });

  test('shares the roles of a given identity with the other computes of the extension', async () => {
    const run = await runProgram(() => {
      const extension = extensionOnAks();
      const identity = (name: string, principalId: pulumi.Input<string>) => ({
        workspaceResourceId: WORKSPACE_ID,
        workspaceIdentity: { kind: 'userAssigned', name, principalId } as const,
        extension,
      });
      new KubernetesCompute('first', identity('ws', PRINCIPAL));
      new KubernetesCompute('second', identity('ws', pulumi.output(PRINCIPAL)));
      new KubernetesCompute('third', identity('same', PRINCIPAL.toUpperCase()));
    }, AZURE_ANSWERS);
    const roles = run.resources.filter(({ type }) => type === 'azure-native:authorization:RoleAssignment');
    expect(roles.map(({ name }) => name)).toStrictEqual([
      'azureml-role:ws:reader:cluster',
      'azureml-role:ws:extensionContributor:cluster',
      'azureml-role:ws:clusterAdmin:cluster',
    ]);
    for (const name of ['first', 'second', 'third']) {
      expect(run.named(`${name}-compute`).dependsOn).toStrictEqual(expect.arrayContaining(roles.map(({ urn }) => urn)));
    }
  });

  test('fails where an identity has the name of another that an earlier compute has', async () => {
    let message = '';
    await runProgram(() => {
      const extension = extensionOnAks();
      const made = (name: string, principalId: string) => {
        const workspaceIdentity = { kind: 'userAssigned', name: 'ws', principalId } as const;
        return new KubernetesCompute(name, { workspaceResourceId: WORKSPACE_ID, workspaceIdentity, extension });
      };
      made('first', PRINCIPAL);
      message = errorMessage(() => made('second', '99999999-2222-3333-4444-555555555555'));
    }, AZURE_ANSWERS);
    expect(message).toBe(`KubernetesCompute second has 1 error:\n${OTHER_PRINCIPAL}`);
  });

  test('fails, without a stack trace, where that becomes known late', async () => {
    const { code, logs } = await runChild('other-principal.ts', AZURE_ANSWERS);
    expect({ code, logs: logs.filter(({ severity }) => severity === 'error') }).toStrictEqual({
      code: 32,
      logs: [
        {
          severity: 'error',
          message: `KubernetesCompute has 1 error:\n${OTHER_PRINCIPAL}`,
          urn: '',
        },
      ],
    });
  });

  test('takes the names of a workspace whose id a preview does not know', async () => {
    const workspace = { resourceGroupName: pulumi.output('rg-ws'), name: 'vision' };
    const run = await runProgram(
      () => {
        attach('jobs', { workspaceResourceId: unknownOutput(), workspace });
      },
      { ...AZURE_PREVIEW, preview: true },
    );
    expect(run.named('jobs-compute').inputs).toMatchObject({ resourceGroupName: 'rg-ws', workspaceName: 'vision' });
    expect(run.named('jobs').inputs).toMatchObject({ workspace: { resourceGroupName: 'rg-ws', name: 'vision' } });
  });

  test.each([
    [{ resourceGroupName: 'rg-ws', name: 'fraud' }, [otherWorkspace('name', 'fraud', 'vision')]],
    [{ resourceGroupName: 'ml', name: 'VISION' }, [otherWorkspace('resourceGroupName', 'ml', 'rg-ws')]],
    [
      'vision',
      [
        'workspace: the value has the wrong type (received "a string", expected an object); give a value of the expected type [spec/type]',
      ],
    ],
    [
      null,
      [
        'workspace: the value has the wrong type (received "null", expected an object); give a value of the expected type [spec/type]',
      ],
    ],
    [
      { name: 'vision' },
      ['workspace.resourceGroupName: a required property is missing; set the property [spec/required]'],
    ],
  ])('fails where the names %j are not those of the workspace', async (workspace, issues) => {
    let message = '';
    await runProgram(() => {
      message = errorMessage(() => attach('jobs', { workspaceResourceId: WORKSPACE_ID, workspace } as never));
    }, AZURE_ANSWERS);
    expect(message).toBe(`KubernetesCompute jobs has 1 error:\n  - ${issues.join('\n  - ')}`);
  });

  test('fails at once where the cluster is of another kind than it says', async () => {
    let message = '';
    await runProgram(() => {
      const extension = extensionOnAks();
      Object.assign(extension, { cluster: { ...extension.cluster, literalId: ARC_ID } });
      message = errorMessage(() => new KubernetesCompute('jobs', { workspaceResourceId: WORKSPACE_ID, extension }));
    }, AZURE_ANSWERS);
    expect(message).toBe(
      `KubernetesCompute jobs has 1 error:\n  - extension.cluster.id: the id belongs to a cluster of the other kind (received "${ARC_ID}", expected a cluster of kind aks); give the kind that the id says: managedClusters is aks, connectedClusters is arc [compute/cluster-kind-differs]`,
    );
  });

  test.each([
    [
      'private',
      'clusterAccess: the value has the wrong type (received "a string", expected an object); give a value of the expected type [spec/type]',
    ],
    [
      { kind: 'arc' },
      'clusterAccess.kind: the property is not known here (expected one of azureRbac, localAccounts, authorizedIpRanges, apiServer, cloud); remove it or correct its name [spec/unknown-property]',
    ],
    [
      { localAccounts: 'false' },
      'clusterAccess.localAccounts: the value has the wrong type (received "a string", expected true or false); give a value of the expected type [spec/type]',
    ],
  ])('fails with the access %j', async (clusterAccess, issue) => {
    let message = '';
    await runProgram(() => {
      message = errorMessage(() => attach('jobs', { workspaceResourceId: WORKSPACE_ID, clusterAccess } as never));
    }, AZURE_ANSWERS);
    expect(message).toBe(`KubernetesCompute jobs has 1 error:\n  - ${issue}`);
  });

  test.each([
    [{ privateCluster: true }, {}, [`extension.cluster: ${TRUSTED_ACCESS}`]],
    [{ authorizedIpRanges: ['10.0.0.0/8'] }, {}, [`extension.cluster: ${TRUSTED_ACCESS}`]],
    [{ privateCluster: true }, { apiServer: 'private' }, [PRIVATE_NAME]],
    [{ privateCluster: true }, { apiServer: 'public' }, []],
    [{}, { localAccounts: false }, [`clusterAccess: ${TRUSTED_ACCESS}`]],
    [{}, {}, []],
  ] as const)('warns about a cluster of the network %j with the access %j', async (network, access, warnings) => {
    const run = await runProgram(() => {
      const cluster = new AksCluster('ml', { resourceGroupName: 'rg-ml', location: 'westeurope', network });
      const extension = new AzureMLExtension('azureml', { cluster, enableTraining: true });
      const clusterAccess = Object.keys(access).length === 0 ? {} : { clusterAccess: access };
      new KubernetesCompute('jobs', { workspaceResourceId: WORKSPACE_ID, extension, ...clusterAccess });
    }, AZURE_ANSWERS);
    const shown = run.logs.filter(({ severity, urn }) => severity === 'warning' && urn === run.named('jobs').urn);
    expect(shown.map(({ message }) => message)).toStrictEqual(warnings);
  });

  test('fails with every issue of what is known', async () => {
    let message = '';
    await runProgram(() => {
      message = errorMessage(() => attach('j', { workspaceResourceId: WORKSPACE_ID, namespace: 'ML' }));
    }, AZURE_ANSWERS);
    expect(message.split('\n').map((line) => /\[(.+?)\]$/.exec(line)?.[1])).toStrictEqual([
      undefined,
      'scheduling/compute-name',
      'name/dns-label',
    ]);
  });
});
