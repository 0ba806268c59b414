import { equalText, lowerCase } from '../deferred';
import { issue, printText, type Issue, type Path } from '../issues';
import type { JobDataVolumePlacement } from './job-data-volume';
import { mountConflicts, type Mount } from './mount-conflicts';
import type { ResolvedNfsMountConfig } from './nfs-mount-config';
import { AZURE_DRIVERS } from './volume-facts';

type UniqueCode = 'storage/claim-twice' | 'storage/volume-name-twice' | 'storage/volume-handle-twice';

/** What must be unique in a cluster: the text that tells volumes apart, absent where a volume has none. */
interface UniqueRule {
  readonly code: UniqueCode;
  readonly what: string;
  readonly path: Path;
  readonly keyOf: (volume: JobDataVolumePlacement) => string | undefined;
  /** Whether texts that differ in letter case alone are the same; never when it is absent. */
  readonly ignoresCase?: (volume: JobDataVolumePlacement) => boolean;
}

const UNIQUE: readonly UniqueRule[] = [
  {
    code: 'storage/claim-twice',
    what: 'name',
    path: ['name'],
    keyOf: (volume) => (volume.isAdopted === true ? undefined : claimOf(volume)),
  },
  {
    code: 'storage/volume-name-twice',
    what: 'volume name',
    path: ['volumeName'],
    keyOf: ({ volume }) => volume?.name,
  },
  {
    code: 'storage/volume-handle-twice',
    what: 'volume handle',
    path: ['source'],
    keyOf: ({ volume }) =>
      volume !== undefined && 'csi' in volume.source
        ? `${volume.source.csi.driver} ${volume.source.csi.volumeHandle}`
        : undefined,
    ignoresCase: ({ volume }) =>
      volume !== undefined && 'csi' in volume.source && volume.source.csi.driver === AZURE_DRIVERS.azureDisk,
  },
];

/**
 * The rules between the job data volumes of one cluster. Texts that may turn out equal only when deferred values are
 * known are not compared.
 * @param volumes - all volumes, adopted claims included
 * @param mountConfigs - the NFS mount configurations, whose mounts all jobs get
 * @returns issues whose path starts with the position of the volume
 */
export function jobDataVolumeSetIssues(
  volumes: readonly JobDataVolumePlacement[],
  mountConfigs: readonly ResolvedNfsMountConfig[] = [],
): Issue[] {
  const repeated = repeatedClaims(volumes);
  return [
    ...UNIQUE.flatMap((rule) => duplicateIssues(volumes, rule)),
    ...otherPathIssues(volumes, repeated),
    ...mountPathIssues(volumes, mountConfigs, repeated),
  ];
}

/**
 * The positions of volumes whose claim stands at an earlier position too, and that volume. One of the two is adopted:
 * the claim is there once, and mounted once.
 */
function repeatedClaims(volumes: readonly JobDataVolumePlacement[]): ReadonlyMap<number, JobDataVolumePlacement> {
  const first = new Map<string, JobDataVolumePlacement>();
  const repeated = new Map<number, JobDataVolumePlacement>();
  for (const [index, volume] of volumes.entries()) {
    if (volume.mountPath === undefined) continue;
    const claim = claimOf(volume);
    const other = first.get(claim);
    if (other === undefined) first.set(claim, volume);
    else if (other.isAdopted === true || volume.isAdopted === true) repeated.set(index, other);
  }
  return repeated;
}

function otherPathIssues(
  volumes: readonly JobDataVolumePlacement[],
  repeated: ReadonlyMap<number, JobDataVolumePlacement>,
): Issue[] {
  return [...repeated].flatMap(([index, { mountPath: known = '' }]) => {
    const received = volumes[index]?.mountPath;
    if (received === undefined || equalText(received, known) !== false) return [];
    const expected = `${JSON.stringify(known)}, as elsewhere in the cluster`;
    return [issue('storage/mount-path-differs', [index, 'mountPath'], { received, expected })];
  });
}

function duplicateIssues(volumes: readonly JobDataVolumePlacement[], rule: UniqueRule): Issue[] {
  const owners = new Map<string, JobDataVolumePlacement>();
  const issues: Issue[] = [];
  for (const [index, volume] of volumes.entries()) {
    const received = rule.keyOf(volume);
    if (received === undefined) continue;
    const key = rule.ignoresCase?.(volume) === true ? lowerCase(received) : received;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, volume);
    else {
      const message = `the claim ${ownerOf(owner)} has the same ${rule.what}`;
      issues.push(issue(rule.code, [index, ...rule.path], { received, message }));
    }
  }
  return issues;
}

function mountPathIssues(
  volumes: readonly JobDataVolumePlacement[],
  configs: readonly ResolvedNfsMountConfig[],
  repeated: ReadonlyMap<number, JobDataVolumePlacement>,
): Issue[] {
  const shared = configs.flatMap(({ mounts }) =>
    mounts.map(({ name, mountPath }): Mount => ({ mountPath, owner: () => `the mount ${name} of mount-config` })),
  );
  const namespaces = new Map<string, Mount[]>();
  for (const [index, volume] of volumes.entries()) {
    if (volume.mountPath === undefined || repeated.has(index)) continue;
    const mounts = namespaces.get(volume.namespace) ?? [...shared];
    if (!namespaces.has(volume.namespace)) namespaces.set(volume.namespace, mounts);
    mounts.push({
      mountPath: volume.mountPath,
      owner: () => `the claim ${ownerOf(volume)}`,
      path: [index, 'mountPath'],
    });
  }
  return [...namespaces.values()].flatMap(mountConflicts);
}

function ownerOf(volume: JobDataVolumePlacement): string {
  return printText(claimOf(volume));
}

function claimOf({ namespace, claimName }: JobDataVolumePlacement): string {
  return `${namespace}/${claimName}`;
}
