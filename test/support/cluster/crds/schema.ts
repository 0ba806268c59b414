import type { Json, KubeObject } from '../objects';

/** The part of OpenAPI v3 that our definitions use. */
export interface Schema {
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxProperties?: number;
  readonly default?: Json;

  /** Rules between fields, in the Common Expression Language. */
  readonly 'x-kubernetes-validations'?: readonly { readonly rule: string; readonly message: string }[];
}

/** A text, with rules about it. */
export function text(rules: Omit<Schema, 'type'> = {}): Schema {
  return { type: 'string', ...rules };
}

/** One of a few words. */
export function oneOf(values: readonly string[], fallback?: string): Schema {
  return text({ enum: values, ...(fallback !== undefined && { default: fallback }) });
}

/** True or false. */
export const flag: Schema = { type: 'boolean' };

/** A whole number. */
export const integer: Schema = { type: 'integer' };

/** A list. */
export function list(items: Schema): Schema {
  return { type: 'array', items };
}

/** Texts by key. */
export const texts: Schema = { type: 'object', additionalProperties: { type: 'string' } };

/** An object that has these fields and no other. */
export function object(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

/** What a kind of somebody else is, as far as we use it. */
export type CustomKind = KindFacts & KindContent;

/** What a kind has beside its metadata: a `spec`, without which it may be refused, or fields at the top. */
type KindContent = { readonly spec: Schema; readonly specRequired: boolean } | { readonly fields: Schema };

interface KindFacts {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';

  /** The public page or file that says so, and which version of it was read. */
  readonly source: string;
  readonly sourceVersion: string;

  /** An object that uses every field, so that each rule can be broken in it. */
  readonly sample: KubeObject;
}

/** The fields beside apiVersion, kind and metadata. */
export function contentOf(custom: CustomKind): Schema {
  if ('fields' in custom) return custom.fields;
  return object({ spec: custom.spec }, custom.specRequired ? ['spec'] : []);
}

/** The definition that teaches an API server the kind. */
export function definitionOf(custom: CustomKind): KubeObject {
  const { group, version, kind, plural, scope } = custom;
  const { properties, required } = contentOf(custom);
  const schema = object({ apiVersion: text(), kind: text(), metadata: { type: 'object' }, ...properties }, required);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      annotations: {
        'azureml-kubernetes/purpose': 'written for the tests of azureml-kubernetes: only the fields that it uses',
        'azureml-kubernetes/source': custom.source,
        'azureml-kubernetes/source-version': custom.sourceVersion,
        // The group is protected; somebody else's definition, not made by them, says so.
        ...(group.endsWith('.k8s.io') && { 'api-approved.kubernetes.io': 'unapproved, for tests only' }),
      },
    },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [{ name: version, served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };
}
