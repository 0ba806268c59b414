import * as pulumi from '@pulumi/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import {
  getManagedClusterOutput,
  listManagedClusterUserCredentialsOutput,
} from '@pulumi/azure-native/containerservice/index.js';
import { resourceIdSegment } from '../../model/deferred';
import { CLUSTER_KINDS, type ClusterKind } from '../../model/azure/cluster';
import type { AksClusterAccess } from '../../model/compute/attached-cluster';
import { resourceIdOf } from '../../model/azure/resource-id';
import {
  fieldIssues,
  flag,
  isPlainObject,
  object,
  optional,
  required,
  text,
  type Check,
  type Field,
} from '../../model/fields';
import { assertValid } from '../../model/validation-error';
import { captureArguments } from '../capture';
import { stoppingTheProgram } from '../errors';
import { wrongPart } from '../held-parts';
import { providerOfCluster } from '../kubernetes-provider';

/** A cluster that the extension is installed on and attached, made by this program or not. */
export interface ExtensionCluster {
  readonly kind: ClusterKind;
  /** The resource id. */
  readonly id: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  readonly resourceGroupName: pulumi.Output<string>;
  readonly location: pulumi.Output<string>;
  /** How many nodes there are at least; `undefined` when it is not known. */
  readonly nodeCount: number | undefined;
  /** Whether the CSI driver of Azure Blob is installed; `undefined` when it is not known, or not for AKS to say. */
  readonly blobCsiDriver: boolean | undefined;
  /** The distribution, as Azure Arc reports it; `undefined` when it is not known. */
  readonly distribution: string | undefined;
  /**
   * How the cluster is reached, as far as it is known.
   * @default - not known
   */
  readonly access?: AksClusterAccess;
  /** The id as text, when the program knows it; the relay of a cluster behind Azure Arc is named after it. */
  readonly literalId: string | undefined;
  /** The resource that makes the cluster; `undefined` when it exists already. */
  readonly owner: pulumi.Resource | undefined;
}

/** A cluster whose credentials Azure gives. */
export interface ClusterWithCredentials extends ExtensionCluster {
  /** The kubeconfig, a secret. */
  readonly kubeconfig: pulumi.Output<string>;
  /**
   * A Kubernetes provider for the cluster, which knows it by its id: new credentials replace no object.
   * @param name - unique in the program
   * @param opts - the options of the provider
   */
  kubernetesProvider(name: string, opts?: pulumi.ResourceOptions): Provider;
}

type ClusterNames = Pick<ExtensionCluster, 'name' | 'resourceGroupName'>;

/** Where a resource id has the parts of a cluster. */
const SEGMENT = { resourceGroupName: 3, name: 7 } as const;

/** Name and resource group of a cluster, from its id. */
export function clusterNamesOf(id: pulumi.Input<string>): ClusterNames & Pick<ExtensionCluster, 'id' | 'literalId'> {
  const output = pulumi.output(id);
  return {
    id: output,
    literalId: typeof id === 'string' ? id : undefined,
    name: segmentOf(output, SEGMENT.name),
    resourceGroupName: segmentOf(output, SEGMENT.resourceGroupName),
  };
}

/** Of an id that turns out to be no text nothing is known, so that Azure is asked nothing; the components refuse it. */
function segmentOf(id: pulumi.Output<unknown>, index: number): pulumi.Output<string> {
  return id.apply((text) => (typeof text === 'string' ? resourceIdSegment(text, index) : (pulumi.unknown as never)));
}

/** Facts that the rules of a cluster look at wherever it is used. */
const elsewhere = optional(() => []);
const FACTS: Readonly<Record<'aks' | 'arc', Readonly<Record<string, Field>>>> = {
  aks: { location: elsewhere, nodeCount: elsewhere, blobCsiDriver: optional(flag()) },
  arc: { location: elsewhere, nodeCount: elsewhere, distribution: elsewhere },
};

/**
 * Checks what is said about a cluster that exists, as far as it is known.
 * @param kind - the kind of cluster
 * @param given - its id and the facts, which may be anything in a program without types
 * @throws ValidationError with every issue
 */
export function assertExistingCluster(kind: 'aks' | 'arc', given: Readonly<Record<'id' | 'facts', unknown>>): void {
  const { resourceType } = CLUSTER_KINDS[kind];
  const fields = { id: required(text(resourceIdOf(resourceType))), facts: required(object(FACTS[kind])) };
  stoppingTheProgram(() => assertValid(SUBJECTS[kind], fieldIssues(captureArguments(given).deferred, fields, [])));
}

const SUBJECTS = { aks: 'AksCluster.fromExisting', arc: 'ArcCluster.fromExisting' };

/** The location of an AKS cluster, as Azure knows it. */
export function aksLocationOf(cluster: ClusterNames, opts: pulumi.InvokeOutputOptions): pulumi.Output<string> {
  const { name: resourceName, resourceGroupName } = cluster;
  return getManagedClusterOutput({ resourceGroupName, resourceName }, opts).location;
}

/** The credentials of the users of an AKS cluster, a secret. */
export function aksKubeconfigOf(cluster: ClusterNames, opts: pulumi.InvokeOutputOptions): pulumi.Output<string> {
  const { name: resourceName, resourceGroupName } = cluster;
  const { kubeconfigs } = listManagedClusterUserCredentialsOutput({ resourceGroupName, resourceName }, opts);
  return pulumi.secret(kubeconfigs.apply(([first]) => Buffer.from(first?.value ?? '', 'base64').toString('utf8')));
}

/**
 * A Kubernetes provider that knows its cluster by id. Secrets and ConfigMaps are changed in place: the objects of this
 * library are known by their names, and a replacement would leave a moment without them.
 */
export function providerOf(
  cluster: Pick<ClusterWithCredentials, 'id' | 'kubeconfig' | 'owner'>,
  name: string,
  opts?: pulumi.ResourceOptions,
): Provider {
  const { kubeconfig, id, owner } = cluster;
  const inPlace = { enableSecretMutable: true, enableConfigMapMutable: true };
  const provider = new Provider(name, { kubeconfig, clusterIdentifier: id, ...inPlace }, opts);
  return owner === undefined ? provider : providerOfCluster(provider, owner);
}

/** The cluster of an extension: made by this program, or found. */
const extensionCluster: Check = (value, path) =>
  isPlainObject(value) && isExtensionCluster(value) ? [] : [wrongPart(value, path, CLUSTERS)];

/** The cluster as a part of another component. */
export const CLUSTER_PART = { cluster: required(extensionCluster) };

const CLUSTERS = 'an AksCluster, or what AksCluster.fromExisting or ArcCluster.fromExisting returns';
const CLUSTER_OUTPUTS = ['id', 'name', 'resourceGroupName', 'location'] as const;

/** Resources of other packages have some of the properties of a cluster, but not what says its kind. */
function isExtensionCluster(value: Readonly<Record<string, unknown>>): boolean {
  const { kind } = value;
  const isOfKind = typeof kind === 'string' && Object.hasOwn(CLUSTER_KINDS, kind);
  return isOfKind && CLUSTER_OUTPUTS.every((name) => pulumi.Output.isInstance(value[name]));
}

/** A cluster as the model describes one. */
export function clusterSpecOf({ kind, id, literalId, location, nodeCount, distribution }: ExtensionCluster): object {
  return {
    kind,
    resourceId: literalId ?? id,
    location,
    ...(nodeCount === undefined ? {} : { nodeCount }),
    ...(distribution === undefined ? {} : { distribution }),
  };
}
