import fc from 'fast-check';
import {
  resolveAzureMLPlatform,
  ValidationError,
  type AzureMLPlatformSpec,
  type ClusterSpec,
  type PlatformComputeSpec,
} from 'azureml-kubernetes';
import type { LiteralPlatformText } from 'azureml-kubernetes/pulumi';
import { AKS_ID, ARC_ID, PRINCIPALS, testId } from '../attach';
import { validIngress } from '../ingress-arbitraries';
import { platforms } from '../platform-arbitraries';
import { jobDataVolumeSpecs, nfsMounts } from '../storage-arbitraries';
import { CERT_MANAGER, CLASS_BUNDLE, CLASS_PARTS, EXTERNAL_BUNDLE, EXTERNAL_PARTS } from '../tls-sources';
import { inClusterDescriptions, replaceTexts, type InClusterKind } from './descriptions';

/** A whole platform on its cluster. */
export type PlatformOnCluster = AzureMLPlatformSpec & { readonly cluster: ClusterSpec };

type Data = Readonly<Record<string, unknown>>;

/** An object without some of its properties. */
export function without(value: object, ...names: readonly string[]): Data {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function specsOf(kind: InClusterKind): fc.Arbitrary<Data> {
  return inClusterDescriptions.filter((one) => one.kind === kind).map(({ spec }) => without(spec, 'name'));
}

const name = fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/);

function named(specs: fc.Arbitrary<object>): fc.Arbitrary<Readonly<Record<string, object>>> {
  return fc.dictionary(name, specs, { maxKeys: 2, noNullPrototype: true });
}

/** What a compute has besides its name, workspace and namespace. */
const computeOptions = fc.record(
  {
    volumes: named(jobDataVolumeSpecs().map((spec) => without(spec, 'name', 'namespace'))),
    identity: fc.constant({ kind: 'systemAssigned' as const }),
    access: fc.constant({ registries: { images: testId('Microsoft.ContainerRegistry/registries', 'images') } }),
    tags: fc.dictionary(name, name, { maxKeys: 2, noNullPrototype: true }),
    description: name,
    isUserAssigned: fc.boolean(),
  },
  { requiredKeys: ['isUserAssigned'] },
);

const references = [EXTERNAL_PARTS, EXTERNAL_BUNDLE, CLASS_PARTS];
const parts = fc.record(
  {
    instanceTypes: named(specsOf('InstanceType')),
    devicePlugin: specsOf('DevicePlugin'),
    ingresses: named(validIngress.map((spec) => without(spec, 'name'))),
    ingressTls: named(
      fc.constantFrom<object[]>(...references, CERT_MANAGER, CLASS_BUNDLE).map((source) => ({ source })),
    ),
    routerTls: fc.constantFrom<object[]>(...references).map((source) => ({ name: 'router-tls', source })),
    nfsMounts: nfsMounts().map((mounts) => ({ mounts })),
  },
  { requiredKeys: [] },
);

/** Right descriptions of whole platforms, on AKS and on clusters behind Azure Arc. */
export const platformsOnClusters: fc.Arbitrary<PlatformOnCluster> = fc
  .tuple(platforms(), parts, fc.array(computeOptions, { minLength: 2, maxLength: 2 }), fc.boolean())
  .map(([platform, more, options, isAks]) => {
    // Two computes are as good as four, and registering them takes half the time.
    const computes = platform.computes.slice(0, 2).map((compute, index) => withOptions(compute, options[index] ?? {}));
    const spec = { ...platform, ...more, computes, cluster: clusterOf(platform, isAks) };
    // A copy with ordinary prototypes, which is what people write.
    return replaceTexts(spec, (text) => text) as PlatformOnCluster;
  })
  .filter(isRight);

function withOptions(compute: PlatformComputeSpec, options: Data): PlatformComputeSpec {
  const identity = { kind: 'userAssigned', name: 'teams', principalId: PRINCIPALS[0] } as const;
  const workspace = options['isUserAssigned'] === true ? { ...compute.workspace, identity } : compute.workspace;
  return { ...compute, ...without(options, 'isUserAssigned'), workspace };
}

function clusterOf({ openShift }: AzureMLPlatformSpec, isAks: boolean): ClusterSpec {
  const location = 'westeurope';
  if (openShift === undefined && isAks) return { kind: 'aks', resourceId: AKS_ID, location };
  return { kind: 'arc', resourceId: ARC_ID, location, distribution: openShift === undefined ? 'k3s' : 'openshift' };
}

function isRight(spec: PlatformOnCluster): boolean {
  try {
    resolveAzureMLPlatform(spec);
    return true;
  } catch (error) {
    if (ValidationError.isValidationError(error)) return false;
    throw error;
  }
}

const LITERALS: readonly string[] = [
  'name',
  'namespace',
  'key',
  'cpu',
  'memory',
  'storage',
  'gpuResource',
  'revision',
  'objectName',
  'objectVersion',
  'releaseTrain',
  'nfsMounts',
] satisfies readonly LiteralPlatformText[];

/** Whether the types of a Pulumi program let a text of a platform be an Output. */
export function mayBeOutput(path: readonly (string | number)[]): boolean {
  return !path.some((step) => LITERALS.includes(String(step))) && path[0] !== 'cluster';
}
