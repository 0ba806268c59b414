import { issue, type Issue, type Path } from '../issues';
import { stepsInto } from '../plain-data';
import { SecretValue } from '../secret';

/**
 * Every place of a description that holds a secret. A platform's description is kept in files, and refers to secrets.
 * @param value - the description, or a part of it
 * @param path - where the part is
 * @param within - what the part lies in; what holds itself is looked at once
 */
export function heldSecretIssues(value: unknown, path: Path = [], within: readonly unknown[] = []): Issue[] {
  if (SecretValue.isSecretValue(value)) return [issue('platform/secret-in-description', path)];
  if (typeof value !== 'object' || within.includes(value)) return [];
  return stepsInto(value).flatMap(([step, inner]) => heldSecretIssues(inner, [...path, step], [...within, value]));
}
