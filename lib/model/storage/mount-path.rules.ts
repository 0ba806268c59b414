import { isDeferred } from '../deferred';
import type { Check } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import type { IssueCode } from '../issue-codes';
import { plainText } from '../names';
import { hasParentSegment } from './storage-formats';

/** The root, and folders of a container that a volume must not hide, with all that is below them. */
const SYSTEM_FOLDER = /^\/($|(bin|boot|dev|etc|lib|lib64|proc|run|sbin|sys|tmp|usr)(\/|$))/;
/** Paths that break no rule but, maybe, the one about system folders: nearly all, and quickly told. */
const ORDINARY = /^(\/\w[-\w.]*)+$/;
const SEGMENTS = /[^/]+/g;

/** What is wrong with a mount path, or unwise. The rules hold for literal paths; a deferred one is known later. */
export const mountPathIssues: Check = (value, path) =>
  isOrdinary(value) ? [] : contentIssues(plainText.issues(value, path), value, path);

/** The same for a mount path that must be known when the program runs. */
export const literalMountPathIssues: Check = (value, path) =>
  isOrdinary(value) ? [] : contentIssues(plainText.literalIssues(value, path), value, path);

/**
 * The folders that a mount path lies in, nearest first, without the root and without itself.
 * @param path - a checked literal mount path
 */
export function enclosingFolders(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return folders;
}

function isOrdinary(path: unknown): boolean {
  return typeof path === 'string' && ORDINARY.test(path) && !SYSTEM_FOLDER.test(path);
}

function contentIssues(textIssues: Issue[], value: unknown, path: Path): Issue[] {
  if (textIssues.length > 0 || typeof value !== 'string' || isDeferred(value)) return textIssues;
  const absolute = value.startsWith('/');
  const shortest = shortestForm(value);
  const found: readonly [broken: boolean, code: IssueCode, expected?: string][] = [
    [!absolute, 'storage/mount-path-relative'],
    [value.includes(':'), 'storage/mount-path-colon'],
    [hasParentSegment(value), 'storage/mount-path-dots'],
    [absolute && shortest !== value, 'storage/mount-path-form', JSON.stringify(shortest)],
    [absolute && SYSTEM_FOLDER.test(shortest), 'storage/mount-path-system'],
  ];
  return found
    .filter(([broken]) => broken)
    .map(([, code, expected]) =>
      issue(code, path, { received: value, ...(expected === undefined ? {} : { expected }) }),
    );
}

function shortestForm(path: string): string {
  return `/${(path.match(SEGMENTS) ?? []).filter((segment) => segment !== '.').join('/')}`;
}
