/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, Json>>;

/** A Kubernetes object as it is sent and read. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly resourceVersion?: string;
    readonly managedFields?: readonly Json[];
    readonly [key: string]: unknown;
  };
  readonly [key: string]: unknown;
}

/** What names an object. */
export type ObjectId = Pick<KubeObject, 'apiVersion' | 'kind'> & {
  readonly metadata: { readonly name: string; readonly namespace?: string };
};

/** The object's name in messages and titles: `PersistentVolumeClaim default/nfs-pvc`. */
export function nameOf({ kind, metadata }: ObjectId): string {
  return `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}
