import * as pulumi from '@pulumi/pulumi';
import fc from 'fast-check';
import {
  resolveCluster,
  resolveManagedCluster,
  substituteDeferredIn,
  wireSettings,
  type ClusterSpec,
  type ExtensionSpec,
  type ManagedNodePoolSpec,
} from 'azureml-kubernetes';
import { attachTemplate, extensionTemplate, type AttachTemplateSpec } from 'azureml-kubernetes/arm';
import {
  AksCluster,
  ArcCluster,
  AzureMLExtension,
  KubernetesCompute,
  type AksClusterArgs,
  type AzureMLExtensionArgs,
  type ExtensionCluster,
  type KubernetesComputeArgs,
} from 'azureml-kubernetes/pulumi';
import { attachedValue, attachments } from '../support/attach-arbitraries';
import { AKS_ID, RELAY_ID } from '../support/attach';
import { givenProperties } from '../../lib/model/given-properties';
import { deployedResources } from '../support/deployed-resources';
import { deployedValues } from '../support/deployed-values';
import { deployments } from '../support/extension-arbitraries';
import {
  inOrder,
  requestsOfDeployment,
  requestsOfProgram,
  SAME_AZURE,
  sayingDefaults,
  type AzureRequest,
} from '../support/parity/azure-requests';
import { lateTexts, withOutputs, withOutputsOf } from '../support/parity/late-texts';
import { nodePools } from '../support/parity/node-pools';
import type { Registration } from '../support/pulumi/fake-engine';
import { runProgram } from '../support/pulumi/run-program';

interface Deployment {
  readonly spec: ExtensionSpec;
  readonly cluster: ClusterSpec;
}

type Late = Iterator<boolean, unknown>;

/** Descriptions that Pulumi has too: it makes no cluster of AKS on own hardware. */
const extensions: fc.Arbitrary<Deployment> = fc
  .tuple(
    deployments.filter(({ cluster }) => cluster.kind !== 'provisioned'),
    fc.constantFrom(withLogAnalytics, withoutConnection),
  )
  .map(([deployment, change]) => change(deployment));

/** The same without the connection string of a relay that exists, which the deployment reads then. */
function withoutConnection({ spec, cluster }: Deployment): Deployment {
  if (spec.relay?.kind !== 'existing') return { spec, cluster };
  const relay = without(spec.relay, 'connectionString');
  return { spec: { ...spec, relay }, cluster };
}

function without<T extends object, Key extends keyof T>(value: T, left: Key): Omit<T, Key> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== left)) as Omit<T, Key>;
}

/** The same with its logs in Log Analytics, where the workspace can be named after the cluster. */
function withLogAnalytics({ spec, cluster }: Deployment): Deployment {
  if (cluster.resourceId !== undefined) return { spec, cluster };
  const plain = { ...spec.extraSettings?.plain, logAnalyticsWS: 'true' };
  return { spec: { ...spec, extraSettings: { ...spec.extraSettings, plain } }, cluster };
}

/** A cluster that exists, some of its texts known late. */
function existing(cluster: ClusterSpec, id: string | pulumi.Output<string>, late: boolean): ExtensionCluster {
  const location = late ? pulumi.output(cluster.location) : cluster.location;
  if (cluster.kind === 'provisioned') return AksCluster.fromExisting(id, { location });
  const facts = { location, ...givenProperties({ nodeCount: cluster.nodeCount }) };
  if (cluster.kind === 'aks') return AksCluster.fromExisting(id, facts);
  return ArcCluster.fromExisting(id, { ...facts, ...givenProperties({ distribution: cluster.distribution }) });
}

/** Registers an extension, with Outputs in place of some of the texts that may be known late. */
function registerExtension(name: string, { spec, cluster }: Deployment, late: Late): void {
  const known = deployedValues(cluster);
  const lookup = (value: { readonly name: string }): string => known(value.name);
  const knownCluster = substituteDeferredIn(cluster, lookup);
  const knownSpec = substituteDeferredIn(spec, lookup);
  const { resourceId } = resolveCluster(knownCluster);
  const id = cluster.resourceId === undefined ? resourceId : pulumi.output(resourceId);
  const resolve = (one: ExtensionSpec): unknown => wireSettings(one, knownCluster);
  const args = withOutputs(
    knownSpec,
    lateTexts(knownSpec, resolve, () => late.next().value === true),
  );
  const on = existing(knownCluster, id, late.next().value === true);
  new AzureMLExtension(name, { ...args, cluster: on } as AzureMLExtensionArgs);
}

function deployedExtension({ spec, cluster }: Deployment): AzureRequest[] {
  const known = deployedValues(cluster);
  const { resourceGroup } = resolveCluster(substituteDeferredIn(cluster, ({ name }) => known(name)));
  const { template } = extensionTemplate({ cluster, extension: spec });
  return requestsOfDeployment(deployedResources(template, known), resourceGroup);
}

/** The requests of the components of each description, which are called by its position. */
function requestsOf(resources: readonly Registration[], count: number): AzureRequest[][] {
  return Array.from({ length: count }, (_, index) => {
    const own = resources.filter(({ name }) => name.startsWith(`${String(index)}-`));
    return inOrder(requestsOfProgram(own));
  });
}

describe('Pulumi sends what a template deploys', () => {
  test('for 200 random extensions, with Outputs in place of some texts', async () => {
    const some = fc.tuple(extensions, fc.infiniteStream(fc.boolean()));
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 20, maxLength: 20 }), async (drawn) => {
        const { resources } = await runProgram(() => {
          drawn.forEach(([deployment, late], index) => {
            registerExtension(`${String(index)}-azureml`, deployment, late);
          });
        }, SAME_AZURE);
        const deployed = drawn.map(([deployment]) => inOrder(deployedExtension(deployment).map(sayingDefaults)));

        expect(requestsOf(resources, drawn.length)).toStrictEqual(deployed);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 300_000);

  test('for 200 random sets of attachments, with Outputs in place of what is deferred', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attachments, { minLength: 20, maxLength: 20 }), async (drawn) => {
        const { resources } = await runProgram(() => {
          drawn.forEach((spec, index) => {
            registerAttachments(String(index), spec);
          });
        }, SAME_AZURE);
        const sent = requestsOf(resources, drawn.length).map((requests) => requests.filter(isOfAttachment));

        expect(sent).toStrictEqual(drawn.map((spec) => inOrder(deployedAttachments(spec))));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 300_000);

  test('for the node pools of 50 random clusters, with Outputs in place of some texts', async () => {
    const some = fc.tuple(nodePools, fc.infiniteStream(fc.boolean()));
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 10, maxLength: 10 }), async (drawn) => {
        const { resources } = await runProgram(() => {
          drawn.forEach(([pools, late], index) => {
            const resolve = (one: typeof pools) => resolveManagedCluster({ ...AKS, nodePools: one });
            const args = withOutputs(
              pools,
              lateTexts(pools, resolve, () => late.next().value === true),
            );
            new AksCluster(`${String(index)}-aks`, { ...AKS, nodePools: args } as AksClusterArgs);
          });
        }, SAME_AZURE);

        expect(requestsOf(resources, drawn.length)).toStrictEqual(
          drawn.map(([pools]) => inOrder(deployedPools(pools))),
        );
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 300_000);
});

const AKS = { name: 'ml', resourceGroupName: 'rg-ml', location: 'westeurope' } as const;

function deployedPools(pools: Readonly<Record<string, ManagedNodePoolSpec>>): AzureRequest[] {
  const cluster: ClusterSpec = { kind: 'aks', resourceId: AKS_ID, location: AKS.location };
  const { template } = extensionTemplate({
    cluster,
    extension: { name: 'azureml', enableTraining: true },
    nodePools: pools,
  });
  const requests = requestsOfDeployment(deployedResources(template, deployedValues(cluster)));
  return requests.filter(({ id }) => id.includes('/agentPools/'));
}

const lookup = ({ name }: { readonly name: string }): string => attachedValue(name);

/** Registers the computes of a cluster, whose extension uses a relay that exists. */
function registerAttachments(name: string, { cluster, access, computes }: AttachTemplateSpec): void {
  const { resourceId = '', location } = withOutputsOf(cluster, lookup) as { resourceId?: string; location: string };
  const isArc = cluster.kind === 'arc';
  const on = (isArc ? ArcCluster : AksCluster).fromExisting(resourceId, { location });
  const relay = {
    kind: 'existing',
    hybridConnectionResourceId: pulumi.output(`${RELAY_ID}/hybridConnections/edge`),
  } as const;
  const args: AzureMLExtensionArgs = { cluster: on, enableTraining: true, ...(isArc ? { relay } : {}) };
  const extension = new AzureMLExtension(`${name}-azureml`, args);
  const clusterAccess = access?.kind === 'aks' ? without(access, 'kind') : {};
  for (const compute of computes) {
    const described = { ...withOutputsOf(compute, lookup), extension, clusterAccess } as KubernetesComputeArgs;
    new KubernetesCompute(`${name}-${compute.name}`, described);
  }
}

/** The template is not told of the extension, whose identity the service finds. */
function deployedAttachments(spec: AttachTemplateSpec): AzureRequest[] {
  const { template } = attachTemplate(without(spec, 'extension'));
  return requestsOfDeployment(deployedResources(template, attachedValue));
}

function isOfAttachment({ id }: AzureRequest): boolean {
  return /\/(computes|roleAssignments)/.test(id);
}
