import { isDeferred } from '../deferred';
import { issue, type Issue, type Path } from '../issues';
import { revealSecret } from '../secret';
import type { ExtraSettings } from './extension';
import { settingOwner } from './setting-props';

/** What Helm's `--set` reads as lists, maps and escapes. */
const SPECIAL = /[,{}\\]/;

/**
 * What is wrong or unwise with well-shaped extra settings.
 * @param extra - the settings
 * @param path - where they are
 */
export function extraSettingsIssues(extra: ExtraSettings, path: Path): Issue[] {
  const plain = Object.entries(extra.plain ?? {});
  const secrets = Object.entries(extra.protected ?? {}).map(([key, value]) => [key, revealSecret(value)] as const);
  return [
    ...plain.flatMap(([key, value]) => settingIssues(key, value, [...path, 'plain', key])),
    ...secrets.flatMap(([key, value]) => settingIssues(key, value, [...path, 'protected', key])),
    ...secrets
      .filter(([key]) => Object.hasOwn(extra.plain ?? {}, key))
      .map(([key]) => issue('extension/setting-in-both-maps', [...path, 'protected', key])),
  ];
}

function settingIssues(key: string, value: string, path: Path): Issue[] {
  const owner = settingOwner(key);
  if (owner !== undefined) return [issue('extension/setting-owned', path, { expected: owner, fix: `use ${owner}` })];
  if (isDeferred(value)) return [];
  if (value === '') return [issue('extension/setting-value', path)];
  return SPECIAL.test(value) ? [issue('extension/setting-special-characters', path)] : [];
}
