import { issue, type Issue, type Path } from '../issues';
import { SecretValue } from '../secret';

/**
 * Every place of a description that holds a secret. A platform's description is kept in files, and refers to secrets.
 * @param value - the description, or a part of it
 * @param path - where the part is
 */
export function heldSecretIssues(value: unknown, path: Path = []): Issue[] {
  if (SecretValue.isSecretValue(value)) return [issue('platform/secret-in-description', path)];
  if (typeof value !== 'object' || value === null) return [];
  const steps: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps.flatMap(([step, inner]) => heldSecretIssues(inner, [...path, step]));
}
