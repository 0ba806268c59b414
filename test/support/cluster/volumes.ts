import type { KubeClient } from './client';
import type { KubeObject } from './objects';

/** A claim, as far as binding goes. */
export interface Claim extends KubeObject {
  readonly spec: {
    readonly accessModes: readonly string[];
    readonly resources: object;
    readonly storageClassName?: string;
    readonly volumeMode?: string;
    readonly volumeName?: string;
  };
}

/** A volume, as far as binding goes. */
export interface Volume extends KubeObject {
  readonly spec: {
    readonly accessModes: readonly string[];
    readonly capacity: object;
    readonly storageClassName?: string;
    readonly volumeMode?: string;
    readonly claimRef?: { readonly name: string; readonly namespace: string };
    readonly [source: string]: unknown;
  };
}

/** A volume and a claim that have, or are to have, each other. */
export interface BoundPair {
  readonly volume: KubeObject;
  readonly claim: KubeObject;
}

/** A volume and the claim it is kept for. */
export interface Pair extends BoundPair {
  readonly volume: Volume;
  readonly claim: Claim;
}

/** The phase that the server reports. */
export const phaseOf = ({ status }: KubeObject): string | undefined =>
  (status as { phase?: string } | undefined)?.phase;

/** The pairs among the objects: each volume with the claim that its claimRef names. */
export function pairsOf(objects: readonly KubeObject[]): Pair[] {
  const claims = objects.filter((object): object is Claim => object.kind === 'PersistentVolumeClaim');
  return objects.filter(isVolume).flatMap((volume) => {
    const claim = claims.find(({ metadata: { name, namespace } }) => {
      const { claimRef } = volume.spec;
      return claimRef?.name === name && claimRef.namespace === namespace;
    });
    return claim === undefined ? [] : [{ volume, claim }];
  });
}

/** Whether the object is a volume. */
export function isVolume(object: KubeObject): object is Volume {
  return object.kind === 'PersistentVolume';
}

/** Waits until the volume has this claim, and the claim this volume; gives the claim as it is then. */
export async function waitUntilBound(client: KubeClient, { volume, claim }: BoundPair): Promise<KubeObject> {
  await client.waitUntil(volume, `bound to claim ${claim.metadata.name}`, (live) => {
    const { claimRef } = (live as Volume).spec;
    return phaseOf(live) === 'Bound' && claimRef?.name === claim.metadata.name;
  });
  return client.waitUntil(claim, `bound to volume ${volume.metadata.name}`, (live) => {
    return phaseOf(live) === 'Bound' && (live as Claim).spec.volumeName === volume.metadata.name;
  });
}

/** A claim that asks for what this one asks for, without a volume in mind. */
export function foreignClaim(claim: Claim): Claim {
  const { accessModes, resources, storageClassName, volumeMode } = claim.spec;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'foreign', namespace: claim.metadata.namespace ?? 'default' },
    spec: {
      accessModes,
      resources,
      ...(storageClassName !== undefined && { storageClassName }),
      ...(volumeMode !== undefined && { volumeMode }),
    },
  };
}

/** The volume, kept for nobody. */
export function withoutClaimRef(volume: Volume): KubeObject {
  return { ...volume, spec: { ...volume.spec, claimRef: null } };
}

/** Another volume that suits the same claims, kept for nobody. */
export function spareVolume(volume: Volume): KubeObject {
  const { accessModes, capacity, storageClassName, volumeMode } = volume.spec;
  const spec = { accessModes, capacity, storageClassName, volumeMode, hostPath: { path: '/spare' } };
  return { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'spare' }, spec };
}
