import * as pulumi from '@pulumi/pulumi';
import { AksCluster, ArcCluster, AzureMLPlatform, type AzureMLPlatformArgs } from 'azureml-kubernetes/pulumi';
import { errorMessage } from '../../support/error-message';
import { AZURE_ANSWERS, AZURE_PREVIEW, clusterId } from '../../support/pulumi/azure-answers';
import { runChild } from '../../support/pulumi/run-child';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';

const AKS_ID = clusterId('Microsoft.ContainerService/managedClusters');
const PRINCIPAL = '11111111-2222-3333-4444-555555555555';

const PLATFORM = {
  extension: { name: 'azureml', enableTraining: true },
  computes: [
    {
      name: 'jobs',
      workspace: { resourceGroup: 'ml', name: 'vision' },
      namespace: 'ml-jobs',
      volumes: {
        images: {
          source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
          capacity: '1Ti',
          mountPath: '/mnt/images',
        },
      },
    },
    { name: 'research', workspace: { resourceGroup: 'ml', name: 'fraud' }, namespace: 'ml-research' },
  ],
  instanceTypes: {
    small: { resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } } },
  },
} as const satisfies Omit<AzureMLPlatformArgs, 'cluster'>;

describe('AzureMLPlatform', () => {
  test('creates what the extension finds, the extension, and what it brings the kinds for, in this order', async () => {
    const run = await runProgram(() => {
      const cluster = AksCluster.fromExisting(clusterId('Microsoft.ContainerService/managedClusters'), {
        location: 'westeurope',
      });
      new AzureMLPlatform('ml', { ...PLATFORM, cluster });
    }, AZURE_ANSWERS);
    const custom = run.resources.filter(({ custom: made }) => made).map(({ name }) => name);
    const extension = custom.indexOf('ml-extension-extension');
    const before = custom.slice(0, extension);
    expect(before).toStrictEqual(
      expect.arrayContaining([
        'ml-objects',
        'ml-namespace-ml-jobs-resource',
        'ml-namespace-ml-research-resource',
        'ml-volume-ml-jobs.images-claim',
      ]),
    );
    expect(custom.slice(extension + 1).sort()).toStrictEqual([
      'ml-compute-fraud.research-compute',
      'ml-compute-vision.jobs-compute',
      'ml-instance-type-small-resource',
    ]);
    const needed = run.named('ml-extension').dependsOn;
    expect(needed).toContain(run.named('ml-volume-ml-jobs.images-claim').urn);
    expect(run.named('ml-instance-type-small').dependsOn).toContain(run.named('ml-extension-extension').urn);
    expect(run.named('ml-compute-fraud.research-compute').inputs).toMatchObject({ workspaceName: 'fraud' });
    expect(run.named('ml-volume-ml-jobs.images-claim').provider).toContain(run.named('ml-objects').urn);
  });

  test('shows in a preview the workspaces of computes, although the id of the cluster is not known', async () => {
    const run = await runProgram(
      () => {
        const cluster = new AksCluster('c', { resourceGroupName: 'rg-ml', location: 'westeurope' });
        new AzureMLPlatform('ml', { ...PLATFORM, cluster });
      },
      { ...AZURE_PREVIEW, preview: true },
    );
    expect(run.named('ml-compute-fraud.research-compute').inputs).toMatchObject({
      resourceGroupName: 'ml',
      workspaceName: 'fraud',
      properties: { properties: { namespace: 'ml-research' }, resourceId: '<unknown>' },
    });
  });

  test('makes the namespace azureml before the extension where permissions are granted in it', async () => {
    const run = await runProgram(() => {
      const id = clusterId('Microsoft.Kubernetes/connectedClusters');
      const cluster = ArcCluster.fromExisting(id, { location: 'westeurope', distribution: 'openshift' });
      new AzureMLPlatform('ml', { ...PLATFORM, cluster, openShift: {} }, { provider: clusterProvider() });
    }, AZURE_ANSWERS);
    const namespace = run.named('ml-azureml-resource');
    expect(run.named('ml-openshift-scc-grant-roleBinding-azureml').dependsOn).toContain(namespace.urn);
    expect(run.named('ml-extension').dependsOn).toContain(namespace.urn);
  });

  test('gives its parts, and their children, the options of the user', async () => {
    const run = await runProgram(() => {
      const cluster = AksCluster.fromExisting(AKS_ID, { location: 'westeurope' });
      const children = {
        extension: { children: { extension: { import: 'the extension' } } },
        'compute-vision.jobs': { children: { compute: { import: 'the compute' } } },
        'volume-ml-jobs.images': { retainOnDelete: false },
      };
      const clusterAccess = { azureRbac: true };
      const computes = PLATFORM.computes.map((compute) => ({
        ...compute,
        workspace: {
          ...compute.workspace,
          identity: { kind: 'userAssigned', name: 'teams', principalId: PRINCIPAL } as const,
        },
      }));
      new AzureMLPlatform('ml', { ...PLATFORM, computes, cluster, clusterAccess }, { children });
    }, AZURE_ANSWERS);
    expect(run.named('ml-extension-extension').importId).toBe('the extension');
    expect(run.named('ml-compute-vision.jobs-compute').importId).toBe('the compute');
    expect(run.named('ml-compute-fraud.research-compute').importId).toBe('');
    expect(run.named('ml-volume-ml-jobs.images-claim').retainOnDelete).toBe(false);
    const roles = run.resources.filter(({ type }) => type.endsWith(':RoleAssignment')).map(({ name }) => name);
    expect(roles).toStrictEqual([
      'ml-extension-role:teams:reader:cluster',
      'ml-extension-role:teams:extensionContributor:cluster',
      'ml-extension-role:teams:rbacClusterAdmin:cluster',
    ]);
  });

  test('fails with parts that it does not have, contradictions between computes, and a driver that is missing', async () => {
    let message = '';
    await runProgram(() => {
      const cluster = AksCluster.fromExisting(AKS_ID, { location: 'westeurope', blobCsiDriver: false });
      const [jobs, research] = PLATFORM.computes;
      const source = {
        kind: 'azureBlob',
        protocol: 'nfs',
        storageAccount: 'contoso',
        containerName: 'images',
      } as const;
      const identity = (principalId: string) => ({ kind: 'userAssigned', name: 'teams', principalId }) as const;
      const volumes = { images: { ...jobs.volumes.images, source } };
      const computes = [
        { ...jobs, volumes, workspace: { ...jobs.workspace, identity: identity(PRINCIPAL) } },
        { ...research, workspace: { ...research.workspace, identity: identity(PRINCIPAL.replace('1', '2')) } },
        { ...jobs, workspace: { ...jobs.workspace, resourceGroup: 'other' }, namespace: 'ml-others', volumes: {} },
      ];
      const children = { 'compute-jobs': {} };
      message = errorMessage(() => new AzureMLPlatform('ml', { ...PLATFORM, computes, cluster }, { children }));
    }, AZURE_ANSWERS);
    expect(message.split('\n').map((line) => line.replace(/^ *- (\S*): .*(\[.+\])$/, '$1 $2'))).toStrictEqual([
      'AzureMLPlatform ml has 4 errors:',
      'computes[1] [compute/principal-differs]',
      'opts.children["compute-jobs"] [pulumi/part-unknown]',
      'computes[0].volumes.images.source [azure/blob-csi-driver-off]',
      'computes[2].name [pulumi/part-duplicate]',
    ]);
  });

  test('fails where an ingress has cert-manager write into a Secret of ingressTls, and warns where both ask it', async () => {
    const issuer = { kind: 'ClusterIssuer', name: 'letsencrypt' } as const;
    const https = { host: 'ml.contoso.com', secretName: 'tls', certManager: { issuer } };
    const store = { kind: 'ClusterSecretStore', name: 'vault' } as const;
    const external = { kind: 'externalSecret', store, bundle: { key: 'scoring', format: 'pkcs12' } } as const;
    const requested = { kind: 'certManager', issuer, dnsNames: ['ml.contoso.com'] } as const;
    const router = { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true } as const;
    let message = '';
    let warnings: readonly string[] = [];
    await runProgram(() => {
      const cluster = AksCluster.fromExisting(AKS_ID, { location: 'westeurope' });
      const platformOf = (source: typeof external | typeof requested) =>
        new AzureMLPlatform('ml', {
          ...PLATFORM,
          cluster,
          extension: { name: 'azureml', enableInference: router },
          ingresses: { scoring: { controller: 'applicationGateway', https } },
          ingressTls: { tls: { source } },
        });
      message = errorMessage(() => platformOf(external));
      warnings = platformOf(requested).diagnostics.map(({ code, path }) => `${path.join('.')} ${code}`);
    }, AZURE_ANSWERS);
    expect(message).toBe(
      'AzureMLPlatform ml has 1 error:\n  - ingresses.scoring.https.certManager: the ingress has cert-manager write a certificate into the Secret that an IngressTlsSecret makes (received "tls"); leave https.certManager out and the IngressTlsSecret in, or the other way round [platform/secret-made-twice]',
    );
    expect(warnings).toStrictEqual(['ingresses.scoring.https.certManager platform/certificate-requested-twice']);
  });

  test('fails later for what is known later, before a part is registered', async () => {
    const { code, logs, resources } = await runChild('late-platform-failure.ts', AZURE_ANSWERS);
    expect({ code, logs: logs.filter(({ severity }) => severity === 'error') }).toStrictEqual({
      code: 32,
      logs: [
        {
          severity: 'error',
          message: [
            'AzureMLPlatform ml has 2 errors:',
            '  - computes[0].volumes.logs.mountPath: the mount path is not absolute (received "mnt/logs"); start the path with a slash, for example /mnt/data [storage/mount-path-relative]',
            '  - computes[0].volumes.copies.mountPath: the mount path is also the mount path of the claim ml-jobs/images (received "/mnt/images"); give each volume of the namespace a mount path of its own [storage/mount-path-twice]',
            // The same warning of the part is not shown, and holds nothing up: the part is never registered.
            '  - warning: instanceTypes.small.resources.limits: the instance type is too small for MLflow model deployments (received "1 cores, 2Gi"); give limits of at least 2 cores and 4Gi where MLflow models are deployed [compute/instance-type-mlflow]',
          ].join('\n'),
          urn: 'urn:pulumi:stack::project::azureml-kubernetes:index:AzureMLPlatform::ml',
        },
      ],
    });
    expect(resources.map(({ name }) => name)).toStrictEqual(['project-stack', 'ml']);
  }, 60_000);

  test('fails with what a part finds when it derives its settings, and creates nothing', async () => {
    let message = '';
    const run = await runProgram(() => {
      const id = pulumi.output(clusterId('Microsoft.Kubernetes/connectedClusters'));
      const cluster = ArcCluster.fromExisting(id, { location: 'westeurope', distribution: 'openshift' });
      const args = { ...PLATFORM, cluster, openShift: {} };
      message = errorMessage(() => new AzureMLPlatform('ml', args, { provider: clusterProvider() }));
    }, AZURE_ANSWERS);
    expect(message).toBe(
      'AzureMLPlatform ml has 1 error:\n  - cluster.name: the value must be known when the program runs (received "resourceIdSegment(<cluster.resourceId>)"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
    );
    expect(run.resources.map(({ name }) => name)).toStrictEqual(['project-stack', 'cluster']);
  });

  test('fails with every issue of every part, and without a provider where the cluster gives none', async () => {
    let message = '';
    await runProgram(() => {
      const cluster = ArcCluster.fromExisting(clusterId('Microsoft.Kubernetes/connectedClusters'), {
        location: 'westeurope',
      });
      const instanceTypes = {
        small: { resources: { ...PLATFORM.instanceTypes.small.resources, limits: { cpu: '0', memory: '1Gi' } } },
      };
      message = errorMessage(() => new AzureMLPlatform('ml', { ...PLATFORM, cluster, instanceTypes }));
    }, AZURE_ANSWERS);
    expect(message).toContain('[pulumi/kubernetes-provider-missing]');
    expect(message).toContain('instanceTypes.small.resources.limits.cpu');
  });
});
