import * as pulumi from '@pulumi/pulumi';
import { isPlainObject, type Check, type Field } from '../model/fields';
import { issue, type Issue, type Path } from '../model/issues';
import { typeName } from '../model/text-format';
import { assertValid } from '../model/validation-error';
import { stoppingTheProgram } from './errors';
import { componentType, type ComponentKind } from './roles';

/** The properties that hold a part of the program, and what the part has to be. */
type Parts = Readonly<Record<string, Field>>;

/**
 * The arguments of a component that hold other parts of the program, which are no part of a description: the component
 * needs them before any rule sees the rest.
 * @param subject - the class and the name of the component
 * @param args - its arguments, which may be anything in a program without types
 * @param parts - the properties that hold a part, and what the part has to be
 * @throws ValidationError when a part is missing or another thing, or the arguments are no object
 */
export function withParts<Args extends object>(subject: string, args: Args, parts: Parts): Args {
  stoppingTheProgram(() => assertValid(subject, isPlainObject(args) ? partIssues(args, parts) : [noObject(args, [])]));
  return args;
}

/** A component of this package, a subclass of it, or one of another copy of the package. */
export function componentOf(kind: ComponentKind): Check {
  return (value, path) => (isComponent(value, kind) ? [] : [wrongPart(value, path, `a component ${kind}`)]);
}

/** Any resource. */
export const programResource: Check = (value, path) =>
  pulumi.Resource.isInstance(value) ? [] : [wrongPart(value, path, 'a resource')];

/** Any object. */
export const programObject: Check = (value, path) => (isPlainObject(value) ? [] : [noObject(value, path)]);

/** A part is not what it has to be. */
export function wrongPart(value: unknown, path: Path, expected: string): Issue {
  return issue('spec/type', path, { received: partName(value), expected });
}

/** Something that has to have properties has none. */
export function noObject(value: unknown, path: Path): Issue {
  return wrongPart(value, path, 'an object');
}

function partIssues(args: Readonly<Record<string, unknown>>, parts: Parts): Issue[] {
  return Object.entries(parts).flatMap(([name, { required, check }]) => {
    const part = args[name];
    if (part !== undefined) return check(part, [name]);
    return required ? [issue('spec/required', [name])] : [];
  });
}

function isComponent(value: unknown, kind: ComponentKind): boolean {
  return pulumi.Resource.isInstance(value) && resourceType(value) === componentType(kind);
}

/** What a part is, in words: what other packages make is known by its type. */
function partName(value: unknown): string {
  if (pulumi.Output.isInstance(value)) return 'an Output';
  return pulumi.Resource.isInstance(value) ? `a resource ${String(resourceType(value))}` : typeName(value);
}

/** By this property the SDK itself knows the type of a resource. */
function resourceType(resource: pulumi.Resource): unknown {
  return Reflect.get(resource, '__pulumiType');
}
