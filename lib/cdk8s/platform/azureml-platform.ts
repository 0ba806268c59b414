import { Chart } from 'cdk8s';
import { type Construct } from 'constructs';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import type { AzureMLPlatformSpec } from '../../model/platform/azureml-platform';
import type { PlatformPiece, PlatformPieceSpecs } from '../../model/platform/platform-pieces';
import { PIECE_PHASES, resolveAzureMLPlatform } from '../../model/platform/resolve-azureml-platform';
import { ClusterScope, placeDiagnostics } from '../cluster-scope';
import { ComputeNamespace } from '../compute/compute-namespace';
import { InstanceType } from '../compute/instance-type';
import { ScoringIngress } from '../ingress/scoring-ingress';
import { OpenShiftSccGrant } from '../openshift/scc-grant';
import { DevicePlugin } from '../scheduling/device-plugin';
import { JobDataVolume } from '../storage/job-data-volume';
import { NfsMountConfig } from '../storage/nfs-mount-config';
import { resolveForSynthesis } from '../synthesis';
import { IngressTlsSecret } from '../tls/ingress-tls-secret';
import { RouterTlsSecret } from '../tls/router-tls-secret';

/** The properties of an {@link AzureMLPlatform}. */
export type AzureMLPlatformProps = AzureMLPlatformSpec;

/** The construct of each kind of piece. */
const CONSTRUCTS: { readonly [Kind in keyof PlatformPieceSpecs]: PieceClass<PlatformPieceSpecs[Kind]> } = {
  computeNamespace: ComputeNamespace,
  jobDataVolume: JobDataVolume,
  openShiftSccGrant: OpenShiftSccGrant,
  routerTlsSecret: RouterTlsSecret,
  devicePlugin: DevicePlugin,
  instanceType: InstanceType,
  ingressTlsSecret: IngressTlsSecret,
  scoringIngress: ScoringIngress,
  nfsMountConfig: NfsMountConfig,
};

type PieceClass<Spec> = new (scope: Construct, id: string, props: Spec) => Construct;

/**
 * Everything of Azure Machine Learning inside one cluster, from one description: a chart, and so a file, for what is
 * applied before the extension is installed, and one for what is applied after it. The names of the files follow from
 * the id alone, and sort in the order of application.
 * @example
 * new AzureMLPlatform(app, 'ml', {
 *   extension: { name: 'azureml', enableTraining: true },
 *   computes: [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: 'ml-jobs' }],
 *   instanceTypes: {
 *     small: { resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } } },
 *   },
 * });
 */
export class AzureMLPlatform extends ClusterScope {
  /** The chart of each phase. */
  public readonly charts: Readonly<Record<Phase, Chart>>;
  /** The warnings about the description and between its parts. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the whole description and creates its objects.
   * @param scope - an app
   * @param id - unique in the scope; the files are named after it
   * @param props - the description
   * @throws ValidationError with every issue of the description; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: AzureMLPlatformProps) {
    const platform = resolveForSynthesis('AzureMLPlatform', scope, id, props, resolveAzureMLPlatform);
    super(scope, id);
    this.diagnostics = platform.warnings;
    placeDiagnostics(this, platform.warningsOfWhole);
    this.charts = {
      'before-extension': new Chart(this, '1-before-extension'),
      'after-extension': new Chart(this, '2-after-extension'),
    };
    for (const piece of platform.pieces) createPiece(this.charts[PIECE_PHASES[piece.kind]], piece);
  }
}

function createPiece(chart: Chart, { kind, id, spec }: PlatformPiece): void {
  const constructor = CONSTRUCTS[kind] as PieceClass<PlatformPiece['spec']>;
  new constructor(chart, id, spec);
}
