import type { ComputeNamespaceSpec } from '../compute/compute-namespace';
import type { InstanceTypeSpec } from '../compute/instance-type';
import type { ScoringIngressSpec } from '../ingress/scoring-ingress';
import type { Path } from '../issues';
import type { OpenShiftSccGrantSpec } from '../openshift/scc-grant';
import type { DevicePluginSpec } from '../scheduling/device-plugin';
import type { JobDataVolumeSpec } from '../storage/job-data-volume';
import type { NfsMountConfigSpec } from '../storage/nfs-mount-config';
import type { IngressTlsSecretSpec } from '../tls/ingress-tls-secret';
import type { RouterTlsSecretSpec } from '../tls/router-tls-secret';
import type { AzureMLPlatformSpec, PlatformComputeSpec, PlatformIngressSpec } from './azureml-platform';
import { withBundledNginx } from './bundled-nginx';

/** The namespace that every cluster has, and the one of computes that name none. */
const DEFAULT_NAMESPACE = 'default';

/** The description of each kind of thing that a platform creates in the cluster. */
export interface PlatformPieceSpecs {
  readonly computeNamespace: ComputeNamespaceSpec;
  readonly jobDataVolume: JobDataVolumeSpec;
  readonly openShiftSccGrant: OpenShiftSccGrantSpec;
  readonly routerTlsSecret: RouterTlsSecretSpec;
  readonly devicePlugin: DevicePluginSpec;
  readonly instanceType: InstanceTypeSpec;
  readonly ingressTlsSecret: IngressTlsSecretSpec;
  readonly scoringIngress: ScoringIngressSpec;
  readonly nfsMountConfig: NfsMountConfigSpec;
}

/** One thing that a platform creates: its whole description, and where the platform's description has it. */
export type PlatformPiece = {
  [Kind in keyof PlatformPieceSpecs]: {
    readonly kind: Kind;
    /** Unique in the platform whatever the names are, and independent of the order of the description. */
    readonly id: string;
    readonly path: Path;
    readonly spec: PlatformPieceSpecs[Kind];
  };
}[keyof PlatformPieceSpecs];

/**
 * Everything that a platform creates in the cluster, in the order of creation within each phase.
 * @param spec - a description of the right shape
 */
export function platformPieces(spec: AzureMLPlatformSpec): readonly PlatformPiece[] {
  return [
    ...spec.computes.flatMap((compute, index) => namespacePieces(spec, compute, index)),
    ...spec.computes.flatMap(volumePieces),
    ...optionalPiece('openShiftSccGrant', 'openshift-scc-grant', ['openShift'], spec.openShift, {
      extensionName: spec.extension.name,
      computeNamespaces: [...new Set(spec.computes.map(namespaceNameOf))],
      // AKS is not OpenShift, which is an issue of its own: every other cluster has the agents of Azure Arc.
      arcConnected: true,
    }),
    ...optionalPiece('routerTlsSecret', 'router-tls', ['routerTls'], spec.routerTls, {
      extensionName: spec.extension.name,
    }),
    ...optionalPiece('devicePlugin', 'device-plugin', ['devicePlugin'], spec.devicePlugin, {}),
    ...namedPieces('instanceType', 'instance-type', 'instanceTypes', spec.instanceTypes),
    ...namedPieces('ingressTlsSecret', 'tls', 'ingressTls', spec.ingressTls),
    ...namedPieces('scoringIngress', 'ingress', 'ingresses', ingressesOf(spec)),
    ...optionalPiece('nfsMountConfig', 'nfs-mounts', ['nfsMounts'], spec.nfsMounts, {}),
  ];
}

/** The name of the namespace of a compute. */
export function namespaceNameOf({ namespace = DEFAULT_NAMESPACE }: PlatformComputeSpec): string {
  return typeof namespace === 'string' ? namespace : namespace.name;
}

/** The namespace of a compute, unless it exists anyhow or an earlier or fuller description of it is taken. */
function namespacePieces(spec: AzureMLPlatformSpec, compute: PlatformComputeSpec, index: number): PlatformPiece[] {
  const name = namespaceNameOf(compute);
  if (compute.namespace === undefined || compute.namespace === DEFAULT_NAMESPACE) return [];
  const sharing = spec.computes.filter((other) => namespaceNameOf(other) === name);
  const described = sharing.find((other) => typeof other.namespace === 'object') ?? sharing[0];
  if (described !== compute) return [];
  const namespace = typeof compute.namespace === 'string' ? { name } : compute.namespace;
  const path = ['computes', index, 'namespace'];
  return [{ kind: 'computeNamespace', id: `namespace-${name}`, path, spec: namespace }];
}

/** The ingresses, with what the rest of the description says about the extension's own nginx. */
function ingressesOf(spec: AzureMLPlatformSpec): Readonly<Record<string, PlatformIngressSpec>> {
  return Object.fromEntries(
    Object.entries(spec.ingresses ?? {}).map(([name, ingress]) => [name, withBundledNginx(spec, ingress)]),
  );
}

function volumePieces(compute: PlatformComputeSpec, index: number): PlatformPiece[] {
  const namespace = namespaceNameOf(compute);
  return Object.entries(compute.volumes ?? {}).map(([name, volume]) => ({
    kind: 'jobDataVolume',
    id: `volume-${namespace}.${name}`,
    path: ['computes', index, 'volumes', name],
    spec: { ...volume, name, namespace },
  }));
}

function optionalPiece(
  kind: PlatformPiece['kind'],
  id: string,
  path: Path,
  given: object | undefined,
  derived: object,
): PlatformPiece[] {
  if (given === undefined) return [];
  return [{ kind, id, path, spec: { ...given, ...derived } } as PlatformPiece];
}

function namedPieces(
  kind: PlatformPiece['kind'],
  idPrefix: string,
  property: string,
  given: Readonly<Record<string, object>> | undefined,
): PlatformPiece[] {
  return Object.entries(given ?? {}).flatMap(([name, spec]) =>
    optionalPiece(kind, `${idPrefix}-${name}`, [property, name], spec, { name }),
  );
}
