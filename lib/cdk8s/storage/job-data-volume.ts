import { Chart, type Size } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { renderJobDataVolume } from '../../manifests/storage/job-data-volume';
import { isPlainObject } from '../../model/fields';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import type { ByteQuantity } from '../../model/quantity';
import {
  resolveExistingClaim,
  type ExistingClaimSpec,
  type ResolvedExistingClaim,
} from '../../model/storage/existing-claim';
import {
  JOB_DATA_VOLUME_PHASE,
  type JobDataVolumeOptions,
  type JobDataVolumeSpec,
  type ResolvedJobDataVolume,
} from '../../model/storage/job-data-volume';
import { resolveJobDataVolume } from '../../model/storage/resolve-job-data-volume';
import { placePart } from '../cluster-scope';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** What a {@link JobDataVolume} has besides its options. */
export interface JobDataVolumeNameProps {
  /**
   * The name of the claim.
   * @default - the id of the construct
   */
  readonly name?: string;
}

/**
 * The properties of a {@link JobDataVolume}. Amounts are texts such as `100Gi`, or a `Size` of cdk8s. The namespace
 * is that of the chart when none is given, and `default` when the chart has none either.
 */
export type JobDataVolumeProps = JobDataVolumeOptions<ByteQuantity | Size> & JobDataVolumeNameProps;

/** A claim that Azure ML mounts into jobs, whoever made it. */
export interface IJobDataVolume extends IConstruct {
  /** The name of the claim. */
  readonly claimName: string;
  /** The namespace of the claim, that of the compute whose jobs get the volume. */
  readonly namespace: string;
  /** Where jobs see the volume; `undefined` when it is not known. */
  readonly mountPath: string | undefined;
}

/**
 * Storage that Azure ML mounts into the jobs of a namespace: a claim with the label and annotation that it looks for
 * and, unless a storage class provisions it, the persistent volume behind it, bound to this claim and no other.
 * Command jobs, sweeps and batch deployments see it; online endpoints, AutoML and parallel run steps do not.
 *
 * Children: `Claim`, which is the default child, and `PersistentVolume`.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * new JobDataVolume(chart, 'images', {
 *   source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
 *   capacity: '1Ti',
 *   mountPath: '/mnt/images',
 *   namespace: 'ml-jobs',
 * });
 */
export class JobDataVolume extends Construct implements IJobDataVolume {
  /**
   * A claim that exists already. Nothing is created; the rules between volumes see it.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param claim - the claim and, when it is known, its mount path
   * @throws ValidationError with every issue of the claim
   */
  public static fromClaim(this: void, scope: Construct, id: string, claim: ExistingClaimSpec): IJobDataVolume {
    const given = isPlainObject(claim) ? { ...claim, ...namespaceOf(scope, claim.namespace) } : claim;
    return new ExistingJobDataVolume(
      scope,
      id,
      resolveForSynthesis('JobDataVolume', scope, id, given, resolveExistingClaim),
    );
  }

  /** Applied before the extension is installed, so that it is there for the first job. */
  public readonly phase: Phase = JOB_DATA_VOLUME_PHASE;
  /** The checked description, with every default. */
  public readonly spec: ResolvedJobDataVolume;
  /** The name of the claim. */
  public readonly claimName: string;
  /** The namespace of the claim. */
  public readonly namespace: string;
  /** Where jobs see the volume. */
  public readonly mountPath: string;
  /** The name of the persistent volume; `undefined` when a storage class provisions it. */
  public readonly volumeName: string | undefined;
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the objects.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - the volume
   * @throws ValidationError with every issue of the properties; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: JobDataVolumeProps) {
    const spec = resolveForSynthesis('JobDataVolume', scope, id, specOf(scope, id, props), resolveJobDataVolume);
    super(scope, id);
    this.spec = spec;
    this.claimName = spec.claimName;
    this.namespace = spec.namespace;
    this.mountPath = spec.mountPath;
    this.volumeName = spec.volume?.name;
    this.diagnostics = spec.warnings;
    const { persistentVolume, claim } = renderJobDataVolume(spec);
    // The order of creation is that of the output; a dependency would say it again, at a price for every volume.
    if (persistentVolume !== undefined) createObject(this, 'PersistentVolume', persistentVolume);
    this.node.defaultChild = createObject(this, 'Claim', claim);
    placePart(this, { kind: 'jobDataVolume', spec }, spec.warnings);
  }
}

class ExistingJobDataVolume extends Construct implements IJobDataVolume {
  public readonly claimName: string;
  public readonly namespace: string;
  public readonly mountPath: string | undefined;

  public constructor(scope: Construct, id: string, claim: ResolvedExistingClaim) {
    super(scope, id);
    this.claimName = claim.claimName;
    this.namespace = claim.namespace;
    this.mountPath = claim.mountPath;
    placePart(this, { kind: 'jobDataVolume', spec: claim }, claim.warnings);
  }
}

function specOf(scope: Construct, id: string, props: JobDataVolumeProps): JobDataVolumeSpec {
  const described = named(props, id);
  if (!isPlainObject(described)) return described as JobDataVolumeSpec;
  const { capacity, request } = props;
  return {
    ...described,
    ...namespaceOf(scope, props.namespace),
    capacity: amountOf(capacity),
    ...(request === undefined ? {} : { request: amountOf(request) }),
  } as JobDataVolumeSpec;
}

function namespaceOf(scope: Construct, given: string | undefined): { readonly namespace?: string } {
  const namespace = given ?? Chart.of(scope).namespace;
  return namespace === undefined ? {} : { namespace };
}

function amountOf(amount: ByteQuantity | Size): ByteQuantity {
  return isSize(amount) ? (amount.asString() as ByteQuantity) : amount;
}

/** Anything else, whatever it is, is for the rules to refuse. */
function isSize(amount: unknown): amount is Size {
  return typeof amount === 'object' && amount !== null && 'asString' in amount && typeof amount.asString === 'function';
}
