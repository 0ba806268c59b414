import { object, optional, type Field, type FieldTable } from '../fields';
import { valueCheck, type AnnotationValueKind, type RawValueKind } from './annotation-value';

/** The kinds of value that a property of some type can be written as. */
type KindFor<Value> = [Value] extends [boolean]
  ? 'boolean' | 'onOff'
  : [Value] extends [number]
    ? 'number'
    : [Value] extends [readonly string[]]
      ? 'choices' | 'texts'
      : 'size' | 'choice' | 'text';

/** A property that becomes one annotation. */
export interface AnnotationRow<Kind extends AnnotationValueKind['kind'] = AnnotationValueKind['kind']> {
  /** The name of the annotation after the prefix of its controller. */
  readonly annotation: string;
  readonly value: Extract<AnnotationValueKind, { kind: Kind }>;
  /** Why the value is written and bounded like this. */
  readonly source: string;
}

/** A property that holds properties which become annotations. */
interface AnnotationGroup<Value> {
  /** An annotation that is `true` as soon as the property is given, also when it is empty. */
  readonly switch?: string;
  readonly options: { readonly [Name in keyof Value]-?: AnnotationRow<KindFor<NonNullable<Value[Name]>>> };
}

/** Each property of the options of a controller, and the annotation that it becomes. */
export type AnnotationTable<Options> = {
  readonly [Name in keyof Options]-?: NonNullable<Options[Name]> extends boolean | number | string | readonly string[]
    ? AnnotationRow<KindFor<NonNullable<Options[Name]>>>
    : AnnotationGroup<NonNullable<Options[Name]>>;
};

/** A table for those who walk over it. */
export type AnyAnnotationTable = Readonly<Record<string, AnnotationRow | AnyAnnotationGroup>>;

/** A group for those who walk over a table. */
interface AnyAnnotationGroup {
  readonly switch?: string;
  readonly options: Readonly<Record<string, AnnotationRow>>;
}

/** Everything that is known about the annotations of a controller. */
export interface ControllerAnnotations {
  /** What the names of its annotations start with, slash included. */
  readonly prefix: string;
  /** The annotations that properties write. */
  readonly options: AnyAnnotationTable;
  /** Annotations that other properties than those of the table write: the name, and the property. */
  readonly owned: Readonly<Record<string, string>>;
  /** The other annotations that the controller knows. */
  readonly others: Readonly<Record<string, RawValueKind>>;
}

/** Whether a row of a table stands for several annotations. */
export function isAnnotationGroup(row: AnnotationRow | AnyAnnotationGroup): row is AnyAnnotationGroup {
  return 'options' in row;
}

/** The properties of the table of some options, with the checks of their values; every one has a default. */
export function annotationFields<Options>(table: AnyAnnotationTable): FieldTable<Options> {
  return Object.fromEntries(
    Object.entries(table).map(([name, row]) => [name, optional(rowCheck(row))]),
  ) as FieldTable<Options>;
}

/** Which property writes an annotation, by the name of the annotation without prefix. */
export function annotationOwners({ options, owned }: ControllerAnnotations): ReadonlyMap<string, string> {
  const typed = Object.entries(options).flatMap(([property, row]): [string, string][] => {
    if (!isAnnotationGroup(row)) return [[row.annotation, property]];
    const inner = Object.entries(row.options).map(([name, { annotation }]): [string, string] => [
      annotation,
      `${property}.${name}`,
    ]);
    return row.switch === undefined ? inner : [[row.switch, property], ...inner];
  });
  return new Map([...Object.entries(owned), ...typed]);
}

function rowCheck(row: AnnotationRow | AnyAnnotationGroup): Field['check'] {
  if (!isAnnotationGroup(row)) return valueCheck(row.value);
  const fields = Object.entries(row.options).map(([name, { value }]): [string, Field] => [
    name,
    optional(valueCheck(value)),
  ]);
  return object(Object.fromEntries(fields));
}
