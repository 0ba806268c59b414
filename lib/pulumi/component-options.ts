import * as pulumi from '@pulumi/pulumi';
import { flag, isPlainObject, listChoices, suggest } from '../model/fields';
import { issue, type Issue, type Path } from '../model/issues';
import { noObject, programResource, wrongPart } from './held-parts';

/** What Pulumi takes a text for, whatever it says. */
const FLAGS = ['protect', 'retainOnDelete', 'deleteBeforeReplace'];

/**
 * What is wrong with the options of a component and of its children, as far as Pulumi does not say it in time.
 * @param opts - the options, which may be anything in a program without types
 * @param roles - the roles of its children, `<…>` for any text
 * @param path - where the options are
 */
export function componentOptionIssues(opts: unknown, roles: readonly string[], path: Path = ['opts']): Issue[] {
  if (!isPlainObject(opts)) return [noObject(opts, path)];
  return [...flagIssues(opts, path), ...surroundingIssues(opts, path), ...childIssues(opts['children'], roles, path)];
}

function flagIssues(opts: Readonly<Record<string, unknown>>, path: Path): Issue[] {
  return FLAGS.flatMap((name) => (opts[name] === undefined ? [] : flag()(opts[name], [...path, name])));
}

function surroundingIssues({ parent, provider, providers }: pulumi.ComponentResourceOptions, path: Path): Issue[] {
  const given: readonly unknown[] =
    isPlainObject(providers) || Array.isArray(providers) ? Object.values(providers) : [];
  return [
    ...(parent === undefined ? [] : programResource(parent, [...path, 'parent'])),
    ...(provider === undefined ? [] : providerIssues(provider, [...path, 'provider'])),
    ...given.flatMap((one) => providerIssues(one, [...path, 'providers'])),
  ];
}

function providerIssues(value: unknown, path: Path): Issue[] {
  return pulumi.ProviderResource.isInstance(value) ? [] : [wrongPart(value, path, 'a provider')];
}

function childIssues(children: unknown, roles: readonly string[], path: Path): Issue[] {
  if (children === undefined) return [];
  const place = [...path, 'children'];
  if (!isPlainObject(children)) return [noObject(children, place)];
  return Object.entries(children).flatMap(([name, opts]) => {
    if (!roles.some((role) => isOf(role, name))) return [roleIssue(name, roles, place)];
    if (opts === undefined) return [];
    return isPlainObject(opts) ? flagIssues(opts, [...place, name]) : [noObject(opts, [...place, name])];
  });
}

function roleIssue(received: string, roles: readonly string[], path: Path): Issue {
  const expected = listChoices(roles);
  return issue('pulumi/role-unknown', [...path, received], { received, expected, ...suggest(received, roles) });
}

function isOf(role: string, name: string): boolean {
  const fixed = role.indexOf('<');
  return fixed < 0 ? name === role : name.length > fixed && name.startsWith(role.slice(0, fixed));
}
