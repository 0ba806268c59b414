import { isDeferred } from '../deferred';
import type { Check } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import type { IssueCode } from '../issue-codes';
import { plainText } from '../names';
import { hasParentSegment } from './storage-formats';

/** Folders of a container that a volume must not hide, with all that is below them. */
const SYSTEM_FOLDERS = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/lib64',
  '/proc',
  '/run',
  '/sbin',
  '/sys',
  '/tmp',
  '/usr',
] as const;
const SHORTEST = /^(\/(?!\.(\/|$))[^/]+)+$/;
const SEGMENTS = /[^/]+/g;

/** What is wrong with a mount path, or unwise. The rules hold for literal paths; a deferred one is known later. */
export const mountPathIssues: Check = (value, path) => contentIssues(plainText.issues(value, path), value, path);

/** The same for a mount path that must be known when the program runs. */
export const literalMountPathIssues: Check = (value, path) =>
  contentIssues(plainText.literalIssues(value, path), value, path);

/**
 * The folders that a mount path lies in, nearest first, without the root and without itself.
 * @param path - a checked literal mount path
 */
export function enclosingFolders(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return folders;
}

function contentIssues(textIssues: Issue[], value: unknown, path: Path): Issue[] {
  if (textIssues.length > 0 || typeof value !== 'string' || isDeferred(value)) return textIssues;
  const absolute = value.startsWith('/');
  const shortest = value === '/' || SHORTEST.test(value) ? value : shortestForm(value);
  const found: readonly [broken: boolean, code: IssueCode, expected?: string][] = [
    [!absolute, 'storage/mount-path-relative'],
    [value.includes(':'), 'storage/mount-path-colon'],
    [hasParentSegment(value), 'storage/mount-path-dots'],
    [absolute && shortest !== value, 'storage/mount-path-form', JSON.stringify(shortest)],
    [absolute && isSystemFolder(shortest), 'storage/mount-path-system'],
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

function isSystemFolder(path: string): boolean {
  return path === '/' || SYSTEM_FOLDERS.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
