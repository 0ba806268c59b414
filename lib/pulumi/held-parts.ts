import { isPlainObject } from '../model/fields';
import { issue, type Issue } from '../model/issues';
import { typeName } from '../model/text-format';
import { assertValid } from '../model/validation-error';
import { stoppingTheProgram } from './errors';

/**
 * The arguments of a component that hold other parts of the program, which are no part of a description: the component
 * needs them before any rule sees the rest.
 * @param subject - the class and the name of the component
 * @param args - its arguments, which may be anything in a program without types
 * @param parts - the properties that hold a part
 * @throws ValidationError when a part is missing, or the arguments are no object
 */
export function withParts<Args extends object>(
  subject: string,
  args: Args,
  ...parts: readonly (keyof Args & string)[]
): Args {
  stoppingTheProgram(() => assertValid(subject, isPlainObject(args) ? partIssues(args, parts) : [noObject(args, [])]));
  return args;
}

function partIssues(args: Readonly<Record<string, unknown>>, parts: readonly string[]): Issue[] {
  return parts.flatMap((name) => {
    const part = args[name];
    if (part === undefined) return [issue('spec/required', [name])];
    return isPlainObject(part) ? [] : [noObject(part, [name])];
  });
}

function noObject(value: unknown, path: readonly string[]): Issue {
  return issue('spec/type', path, { received: typeName(value), expected: 'an object' });
}
