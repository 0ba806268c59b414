import { AgentPool, AksCluster, ComputeNamespace, type AksClusterArgs } from 'azureml-kubernetes/pulumi';
import { refuseSkippedMinor } from '../../../lib/pulumi/azure/upgrade';
import { AZURE_ANSWERS, AZURE_PREVIEW, clusterId } from '../../support/pulumi/azure-answers';
import { errorMessage } from '../../support/error-message';
import { unknownOutput } from '../../support/pulumi/unknown-output';
import { runProgram } from '../../support/pulumi/run-program';

const CLUSTER = { resourceGroupName: 'rg-ml', location: 'westeurope' } as const satisfies AksClusterArgs;
const SUBNET =
  '/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/hub/subnets/nodes';

describe('AksCluster', () => {
  test('is a protected cluster with identities and a system pool without taints', async () => {
    const run = await runProgram(() => new AksCluster('ml', CLUSTER), AZURE_ANSWERS);
    const cluster = run.named('ml-managedCluster');
    expect(cluster).toMatchObject({
      type: 'azure-native:containerservice:ManagedCluster',
      parent: run.named('ml').urn,
      protect: true,
      deleteBeforeReplace: false,
      ignoreChanges: [],
    });
    expect(cluster.inputs).toStrictEqual({
      resourceGroupName: 'rg-ml',
      resourceName: 'ml',
      location: 'westeurope',
      dnsPrefix: 'ml',
      identity: { type: 'SystemAssigned' },
      enableRBAC: true,
      oidcIssuerProfile: { enabled: true },
      securityProfile: { workloadIdentity: { enabled: true } },
      storageProfile: { blobCSIDriver: { enabled: false } },
      agentPoolProfiles: [
        {
          name: 'system',
          mode: 'System',
          type: 'VirtualMachineScaleSets',
          osType: 'Linux',
          vmSize: 'Standard_DS3_v2',
          count: 3,
        },
      ],
    });
    expect(run.named('ml').outputs).toMatchObject({ name: 'ml', kubeconfig: { secret: 'the kubeconfig' } });
  });

  test('has user pools with taints, labels and their own scaling, after the control plane', async () => {
    const run = await runProgram(() => {
      new AksCluster(
        'ml',
        {
          ...CLUSTER,
          kubernetesVersion: '1.36.3',
          blobCsiDriver: true,
          network: { subnetId: SUBNET.toLowerCase(), authorizedIpRanges: ['10.0.0.0/8'], privateCluster: true },
          systemPool: { minCount: 2, maxCount: 4 },
          nodePools: {
            gpu: {
              vmSize: 'Standard_NC24ads_A100_v4',
              gpus: 1,
              minCount: 0,
              maxCount: 4,
              spot: true,
              isolation: { kind: 'workload' },
              labels: { team: 'ml' },
            },
          },
          tags: { team: 'ml' },
        },
        { protect: false },
      );
    }, AZURE_ANSWERS);
    const [cluster, pool] = [run.named('ml-managedCluster'), run.named('ml-gpu-agentPool')];
    expect(cluster).toMatchObject({
      protect: false,
      ignoreChanges: ['agentPoolProfiles[0].count'],
      inputs: {
        kubernetesVersion: '1.36.3',
        storageProfile: { blobCSIDriver: { enabled: true } },
        apiServerAccessProfile: { authorizedIPRanges: ['10.0.0.0/8'], enablePrivateCluster: true },
        agentPoolProfiles: [{ minCount: 2, maxCount: 4, orchestratorVersion: '1.36.3', vnetSubnetID: SUBNET }],
        tags: { team: 'ml' },
      },
    });
    expect(pool.inputs).toStrictEqual({
      resourceGroupName: 'rg-ml',
      resourceName: 'ml',
      agentPoolName: 'gpu',
      mode: 'User',
      type: 'VirtualMachineScaleSets',
      osType: 'Linux',
      vmSize: 'Standard_NC24ads_A100_v4',
      count: 0,
      enableAutoScaling: true,
      minCount: 0,
      maxCount: 4,
      nodeLabels: {
        'ml.azure.com/amlarc': 'true',
        'ml.azure.com/amlarc-workload': 'true',
        'kubernetes.azure.com/scalesetpriority': 'spot',
        team: 'ml',
      },
      nodeTaints: [
        'ml.azure.com/amlarc=true:NoSchedule',
        'ml.azure.com/amlarc-workload=true:NoSchedule',
        'kubernetes.azure.com/scalesetpriority=spot:NoSchedule',
      ],
      orchestratorVersion: '1.36.3',
      scaleSetPriority: 'Spot',
      scaleSetEvictionPolicy: 'Delete',
      spotMaxPrice: -1,
      vnetSubnetID: SUBNET,
    });
    expect(pool).toMatchObject({ ignoreChanges: ['count'], parent: run.named('ml-gpu').urn });
    expect(pool.dependsOn).toContain(cluster.urn);
    expect(run.named('ml-gpu').parent).toBe(run.named('ml').urn);
  });

  test('warns of a version of Kubernetes outside the window', async () => {
    const run = await runProgram(() => {
      const supportWindow = { kind: 'newestMinor', minor: '1.36' } as const;
      new AksCluster('ml', { ...CLUSTER, kubernetesVersion: '1.30', supportWindow });
    }, AZURE_ANSWERS);
    const warnings = run.logs.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ message }) => message)).toStrictEqual([
      expect.stringContaining('[support/kubernetes-outside-window]') as string,
    ]);
  });

  test('gives a Kubernetes provider that knows the cluster by its id, and changes objects in place', async () => {
    const run = await runProgram(() => {
      new AksCluster('ml', CLUSTER).kubernetesProvider('objects');
    }, AZURE_ANSWERS);
    expect(run.named('objects').inputs).toMatchObject({
      kubeconfig: { secret: 'the kubeconfig' },
      clusterIdentifier: clusterId('Microsoft.ContainerService/managedClusters'),
      enableSecretMutable: 'true',
      enableConfigMapMutable: 'true',
    });
  });

  test('takes the objects in it along when it is deleted, unless it exists already', async () => {
    const run = await runProgram(() => {
      const made = new AksCluster('ml', CLUSTER);
      new ComputeNamespace('own', {}, { provider: made.kubernetesProvider('made') });
      const parent = new ComputeNamespace('parent', {}, { provider: made.kubernetesProvider('inherited') });
      new ComputeNamespace('child', {}, { parent });
      const found = AksCluster.fromExisting(clusterId('Microsoft.ContainerService/managedClusters'));
      new ComputeNamespace('other', {}, { provider: found.kubernetesProvider('found') });
    }, AZURE_ANSWERS);
    const { urn } = run.named('ml-managedCluster');
    const deletedWith = ['own', 'child', 'other'].map((name) => run.named(`${name}-resource`).deletedWith);
    expect(deletedWith).toStrictEqual([urn, urn, '']);
  });

  test('can be one that exists already, whose location and credentials Azure gives', async () => {
    const run = await runProgram(() => {
      const cluster = AksCluster.fromExisting(clusterId('Microsoft.ContainerService/managedClusters'));
      cluster.kubernetesProvider('objects');
      return { location: cluster.location };
    }, AZURE_ANSWERS);
    expect(run.named('objects').inputs).toMatchObject({ kubeconfig: { secret: 'the kubeconfig' } });
    expect(run.resources.map(({ name }) => name)).toStrictEqual(['project-stack', 'objects']);
    expect(run.engine.invokes.map(({ args }) => args)).toContainEqual({
      resourceGroupName: 'rg-ml',
      resourceName: 'ml',
    });
  });

  test('has the CSI driver of Azure Blob where a volume needs it, and does not wait for the rest of the volume', async () => {
    const run = await runProgram(
      () => {
        const source = {
          kind: 'azureBlob',
          protocol: 'nfs',
          storageAccount: unknownOutput(),
          containerName: 'images',
        } as const;
        new AksCluster('ml', { ...CLUSTER, volumes: [{ source }] });
        new AksCluster('other', {
          ...CLUSTER,
          volumes: [{ source: { kind: 'nfs', server: '10.0.0.4', path: '/images' } }],
        });
      },
      { ...AZURE_PREVIEW, preview: true },
    );
    const driver = (name: string): unknown => run.named(name).inputs['storageProfile'];
    expect(driver('ml-managedCluster')).toStrictEqual({ blobCSIDriver: { enabled: true } });
    expect(driver('other-managedCluster')).toStrictEqual({ blobCSIDriver: { enabled: false } });
    expect(run.named('ml').inputs).toMatchObject({ volumes: [{ source: { kind: 'azureBlob' } }] });
    expect(run.named('ml-managedCluster').dependsOn).not.toContain(run.named('source').urn);
  });

  test('fails where the driver that a volume needs is turned off', async () => {
    let message = '';
    await runProgram(() => {
      const volumes = [{ source: { kind: 'storageClass', storageClassName: 'azureblob-nfs-premium' } }] as const;
      message = errorMessage(() => new AksCluster('ml', { ...CLUSTER, volumes, blobCsiDriver: false }));
    });
    expect(message).toBe(
      'AksCluster ml has 1 error:\n  - volumes[0]: the volume needs the CSI driver of Azure Blob, which the cluster does not have (received "storageClass"); give the cluster its volumes, or blobCsiDriver: true [azure/blob-csi-driver-off]',
    );
  });

  test('fails with every issue of the cluster and its pools', async () => {
    let message = '';
    await runProgram(() => {
      const nodePools = { GPU: { vmSize: 'Standard_NC6', minCount: 3, maxCount: 1 } };
      message = errorMessage(() => new AksCluster('ml', { ...CLUSTER, resourceGroupName: 'rg.', nodePools }));
    });
    expect(message.split('\n').map((line) => /\[(.+?)\]$/.exec(line)?.[1])).toStrictEqual([
      undefined,
      'azure/resource-group',
      'name/dns-label',
    ]);
  });
});

describe('AgentPool', () => {
  test('fails on the id of anything but a subnet, with the other issues of the pool', () => {
    const cluster = { name: 'ml', resourceGroupName: 'rg-ml' };
    const subnetId = SUBNET.replace('/subnets/nodes', '');

    expect(
      errorMessage(
        () => new AgentPool('jobs', { cluster, vmSize: 'Standard_DS4_v2', minCount: 2, maxCount: 1, subnetId }),
      ),
    ).toBe(
      [
        'AgentPool jobs has 2 errors:',
        `  - subnetId: the id belongs to a resource of another type (received "${subnetId}", expected the id of a resource of type Microsoft.Network/virtualNetworks/subnets); give the id of a resource of the expected type [azure/resource-type]`,
        '  - maxCount: the smallest number of nodes is above the largest (received 1, expected at least 2); keep minCount <= maxCount [scheduling/node-counts]',
      ].join('\n'),
    );
  });
});

describe('an update of the cluster in place', () => {
  const refusal = (oldInputs: object, oldOutputs: object, newInputs: object) =>
    errorMessage(() => {
      refuseSkippedMinor({ oldInputs, oldOutputs, newInputs });
    });

  test('may move by one minor, stay, and follow a cluster that was moved elsewhere', () => {
    expect(refusal({ kubernetesVersion: '1.34' }, {}, { kubernetesVersion: '1.35.2' })).toBe('');
    expect(refusal({ kubernetesVersion: '1.34.9' }, {}, { kubernetesVersion: '1.34' })).toBe('');
    expect(
      refusal({ kubernetesVersion: '1.33' }, { currentKubernetesVersion: '1.35.1' }, { kubernetesVersion: '1.36' }),
    ).toBe('');
    expect(refusal({}, {}, { kubernetesVersion: '1.36' })).toBe('');
    expect(refusal({ kubernetesVersion: '1.33' }, {}, {})).toBe('');
  });

  test('fails when it skips a minor', () => {
    expect(refusal({}, { currentKubernetesVersion: '1.34.4' }, { kubernetesVersion: '1.36' })).toBe(
      'AksCluster has 1 error:\n  - kubernetesVersion: an upgrade of AKS skips a minor of Kubernetes (received "1.36", expected 1.35 at most); move one minor at a time, with an update for each; a version that AKS supports no longer can skip minors with "az aks upgrade", then run pulumi refresh [pulumi/kubernetes-minor-skipped]',
    );
  });
});
