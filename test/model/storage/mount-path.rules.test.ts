import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { enclosingFolders, literalMountPathIssues, mountPathIssues } from '../../../lib/model/storage/mount-path.rules';

function messages(path: unknown): string[] {
  return mountPathIssues(path, ['mountPath']).map(formatIssue);
}

function codes(path: unknown): string[] {
  return mountPathIssues(path, []).map(({ code }) => code);
}

describe('mountPathIssues', () => {
  test.each(['/mnt/nfs', '/data', '/mnt/a.b/..c/d..', '/mnt/ä ö', '/usrdata', '/mnt/etc', `/${'x'.repeat(300)}`])(
    'finds nothing wrong with %s',
    (path) => {
      expect(messages(path)).toStrictEqual([]);
    },
  );

  test('leaves the content of deferred text to those who know it', () => {
    expect(messages(deferred('path'))).toStrictEqual([]);
    expect(messages(`relative/${deferred('path')}`)).toStrictEqual([]);
  });

  test('fails on a path that is not absolute', () => {
    expect(messages('mnt/nfs')).toStrictEqual([
      'mountPath: the mount path is not absolute (received "mnt/nfs"); start the path with a slash, for example /mnt/data [storage/mount-path-relative]',
    ]);
  });

  test('fails on a colon, which separates paths elsewhere', () => {
    expect(messages('/mnt/nfs:rw')).toStrictEqual([
      'mountPath: the mount path holds a colon (received "/mnt/nfs:rw"); use a path without ":" [storage/mount-path-colon]',
    ]);
  });

  test.each(['/mnt/../data', '/..', '/mnt/..'])('fails on the segment .. in %s', (path) => {
    expect(messages(path)).toStrictEqual([
      `mountPath: the mount path holds the segment ".." (received "${path}"); write the path that is meant [storage/mount-path-dots]`,
    ]);
  });

  test.each([
    ['/mnt/nfs/', '/mnt/nfs'],
    ['//mnt/nfs', '/mnt/nfs'],
    ['/mnt//nfs', '/mnt/nfs'],
    ['/mnt/./nfs', '/mnt/nfs'],
    ['/mnt/nfs/.', '/mnt/nfs'],
  ])('fails on %s, which means %s', (path, shortest) => {
    expect(messages(path)).toStrictEqual([
      `mountPath: the mount path is not in its shortest form (received "${path}", expected "${shortest}"); leave out slashes at the end, doubled slashes and "." segments [storage/mount-path-form]`,
    ]);
  });

  test.each(['/', '/proc', '/sys/fs', '/dev/shm', '/etc', '/usr/local', '/bin', '/tmp'])(
    'warns about the system folder %s',
    (path) => {
      expect(messages(path)).toStrictEqual([
        `mountPath: the mount path is a system folder of the container or lies in one (received "${path}"); mount below a folder of your own, for example /mnt/data [storage/mount-path-system]`,
      ]);
    },
  );

  test('reports everything that is wrong at once', () => {
    expect(codes('mnt:/../x')).toStrictEqual([
      'storage/mount-path-relative',
      'storage/mount-path-colon',
      'storage/mount-path-dots',
    ]);
    expect(codes('//etc/')).toStrictEqual(['storage/mount-path-form', 'storage/mount-path-system']);
  });

  test.each([
    ['', 'name/plain-text'],
    ['/mnt/a\nb', 'name/plain-text'],
    [' /mnt', 'name/plain-text'],
    [7, 'spec/type'],
  ])('fails on %j', (path, code) => {
    expect(codes(path)).toStrictEqual([code]);
  });
});

describe('literalMountPathIssues', () => {
  test('fails on deferred text, and has the same rules for the rest', () => {
    expect(literalMountPathIssues(deferred('path'), []).map(({ code }) => code)).toStrictEqual([
      'deferred/literal-required',
    ]);
    expect(literalMountPathIssues('mnt', []).map(({ code }) => code)).toStrictEqual(['storage/mount-path-relative']);
    expect(literalMountPathIssues('/mnt/a', [])).toStrictEqual([]);
  });
});

describe('enclosingFolders', () => {
  test('are listed from the nearest, without the root', () => {
    expect(enclosingFolders('/a/b/c')).toStrictEqual(['/a/b', '/a']);
    expect(enclosingFolders('/a')).toStrictEqual([]);
    expect(enclosingFolders('/')).toStrictEqual([]);
  });
});
