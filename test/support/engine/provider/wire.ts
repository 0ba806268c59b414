import { Struct, type JavaScriptValue } from 'google-protobuf/google/protobuf/struct_pb';
import { SECRET, SIGNATURE } from '../../pulumi/wire-values';

/** The properties of a resource as the engine sends them, without protobuf. */
export type Properties = Readonly<Record<string, unknown>>;

/** The properties in a message. */
export function propertiesOf(struct: Struct | undefined): Properties {
  return struct?.toJavaScript() ?? {};
}

/** A message with the properties; those that are undefined are left out. */
export function structOf(properties: Properties): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)) as Record<string, JavaScriptValue>);
}

/** Whether a value is a secret, or holds one. */
export function holdsSecret(value: unknown): boolean {
  return isSecret(value) || childrenOf(value).some(holdsSecret);
}

/** The value without the marks of secrets. */
export function withoutMarks(value: unknown): unknown {
  if (isSecret(value)) return withoutMarks(value['value']);
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutMarks(inner)]));
}

/** The value marked as a secret. */
export function marked(value: unknown): unknown {
  return { [SIGNATURE]: SECRET, value };
}

function isSecret(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && Reflect.get(value, SIGNATURE) === SECRET;
}

function childrenOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
