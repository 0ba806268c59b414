import type * as pulumi from '@pulumi/pulumi';
import type { PlatformPiece, PlatformPieceSpecs } from '../../model/platform/platform-pieces';
import { ComputeNamespace } from '../compute/compute-namespace';
import { InstanceType } from '../compute/instance-type';
import type { ExtensionNamespace } from '../extension/extension-namespace';
import { ScoringIngress } from '../ingress/scoring-ingress';
import { OpenShiftSccGrant } from '../openshift/scc-grant';
import { DevicePlugin } from '../scheduling/device-plugin';
import { JobDataVolume } from '../storage/job-data-volume';
import { NfsMountConfig } from '../storage/nfs-mount-config';
import type { PlatformPart } from './platform-options';
import { IngressTlsSecret } from '../tls/ingress-tls-secret';
import { RouterTlsSecret } from '../tls/router-tls-secret';

type PieceClass = new (name: string, args: never, opts: pulumi.ComponentResourceOptions) => pulumi.ComponentResource;

/** The component of each kind of piece. */
const COMPONENTS: Readonly<Record<keyof PlatformPieceSpecs, PieceClass>> = {
  computeNamespace: ComputeNamespace,
  instanceType: InstanceType,
  scoringIngress: ScoringIngress,
  openShiftSccGrant: OpenShiftSccGrant,
  devicePlugin: DevicePlugin,
  jobDataVolume: JobDataVolume,
  nfsMountConfig: NfsMountConfig,
  ingressTlsSecret: IngressTlsSecret,
  routerTlsSecret: RouterTlsSecret,
};

/** The name of the component of a kind of piece. */
export function componentOfPiece(kind: PlatformPiece['kind']): Capitalize<PlatformPiece['kind']> {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as Capitalize<PlatformPiece['kind']>;
}

/** The kinds whose objects stand in the namespace azureml before the extension is installed. */
const IN_EXTENSION_NAMESPACE: readonly PlatformPiece['kind'][] = ['openShiftSccGrant', 'routerTlsSecret'];

/** Whether pieces need the namespace azureml before the extension makes it. */
export function needExtensionNamespace(pieces: readonly PlatformPiece[]): boolean {
  return pieces.some(({ kind }) => IN_EXTENSION_NAMESPACE.includes(kind));
}

/**
 * Creates the component of a piece.
 * @param part - its name and options
 * @param kind - the kind of piece
 * @param args - its description, with Outputs
 * @param extensionNamespace - the namespace azureml, when there is one before the extension
 */
export function createPiece(
  part: PlatformPart,
  kind: PlatformPiece['kind'],
  args: object,
  extensionNamespace: ExtensionNamespace | undefined,
): pulumi.ComponentResource {
  const shared =
    IN_EXTENSION_NAMESPACE.includes(kind) && extensionNamespace !== undefined ? { extensionNamespace } : {};
  return new COMPONENTS[kind](part.name, { ...args, ...shared } as never, part.opts);
}
