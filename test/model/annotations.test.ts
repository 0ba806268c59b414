import * as fc from 'fast-check';
import { annotationMap, annotationsSizeIssues } from '../../lib/model/annotations';
import { computeNamespaceIssues } from '../../lib/model/compute/compute-namespace.rules';
import { deferred } from '../../lib/model/deferred';
import { scoringIngressIssues } from '../../lib/model/ingress/scoring-ingress.rules';
import { errorsOf, formatIssue, type Issue } from '../../lib/model/issues';
import { openShiftSccGrantIssues } from '../../lib/model/openshift/scc-grant.rules';
import { jobDataVolumeIssues } from '../../lib/model/storage/job-data-volume.rules';
import { ingressTlsSecretIssues } from '../../lib/model/tls/ingress-tls-secret.rules';
import { routerTlsSecretIssues } from '../../lib/model/tls/router-tls-secret.rules';
import { NFS } from '../support/storage-specs';
import { EXTERNAL_PARTS } from '../support/tls-sources';

const LIMIT = 262144;

function messages(issues: readonly Issue[]): string[] {
  return errorsOf(issues).map(formatIssue);
}

/** Two annotations of so many bytes together. */
function annotationsOf(bytes: number): Readonly<Record<string, string>> {
  return { 'contoso.com/one': 'a'.repeat(100_000), two: 'a'.repeat(bytes - 100_000 - 18) };
}

function tooLong(path: string, received: number, expected: string): string {
  return `${path}: the annotations of the object are too long together (received ${String(received)}, expected ${expected}); shorten them, or keep long text in a ConfigMap [name/annotations-too-long]`;
}

describe('annotations', () => {
  test('are taken up to what the API server takes, in bytes of keys and values', () => {
    const check = annotationMap();
    expect(messages(check(annotationsOf(LIMIT), ['annotations']))).toStrictEqual([]);
    expect(messages(check({ key: 'é'.repeat((LIMIT - 4) / 2) }, ['annotations']))).toStrictEqual([]);
  });

  test('fail beyond', () => {
    const check = annotationMap();
    const expected = 'at most 262144 bytes of keys and values';
    const two = { one: 'a'.repeat(200 * 1024), two: 'a'.repeat(200 * 1024) };
    expect(messages(check(two, ['annotations']))).toStrictEqual([tooLong('annotations', 409606, expected)]);
    expect(messages(check({ key: 'a'.repeat(LIMIT) }, ['it']))).toStrictEqual([tooLong('it', LIMIT + 3, expected)]);
    expect(messages(check({ key: 'é'.repeat((LIMIT - 2) / 2) }, ['it']))).toStrictEqual([
      tooLong('it', LIMIT + 1, expected),
    ]);
  });

  test('leave room for those that the library writes', () => {
    const check = annotationMap(1000);
    expect(messages(check(annotationsOf(LIMIT - 1000), ['annotations']))).toStrictEqual([]);
    expect(messages(check(annotationsOf(LIMIT - 999), ['annotations']))).toStrictEqual([
      tooLong(
        'annotations',
        LIMIT - 999,
        'at most 261144 bytes of keys and values, beside those that properties write',
      ),
    ]);
  });

  test('fail one by one first', () => {
    expect(annotationMap()({ 'a b': 'a', one: 'a'.repeat(LIMIT + 1) }, []).map(({ code }) => code)).toStrictEqual([
      'name/label-key',
      'name/annotation-value',
    ]);
    expect(annotationMap()('text', []).map(({ code }) => code)).toStrictEqual(['spec/type']);
  });

  test('are not judged together before all are known', () => {
    const owner = deferred('owner');
    expect(annotationMap()({ owner, one: 'a'.repeat(LIMIT), two: 'a'.repeat(LIMIT) }, [])).toStrictEqual([]);
  });

  test('are judged as the API server does, whatever they hold', () => {
    const keys = fc.stringMatching(/^[a-z]{1,9}$/);
    const values = fc.string({ unit: fc.constantFrom('a', 'é', '語', '🙂', '\n'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.dictionary(keys, values), fc.integer({ min: -3, max: 3 }), (given, off) => {
        const bytes = Buffer.byteLength(Object.entries(given).flat().join(''));
        const found = annotationsSizeIssues(given, [], LIMIT - bytes + off);
        expect(found.map(({ received }) => received)).toStrictEqual(off > 0 ? [String(bytes)] : []);
      }),
    );
  });
});

describe('the annotations of every object', () => {
  const plain = 'at most 262144 bytes of keys and values';

  test.each<readonly [string, (annotations: Readonly<Record<string, string>>) => readonly Issue[]]>([
    ['a namespace', (annotations) => computeNamespaceIssues({ name: 'ml-jobs', annotations })],
    [
      'a grant',
      (annotations) => openShiftSccGrantIssues({ extensionName: 'azureml', computeNamespaces: ['ml'], annotations }),
    ],
    [
      'the TLS secret of an ingress',
      (annotations) => ingressTlsSecretIssues({ name: 'tls', source: EXTERNAL_PARTS, annotations }),
    ],
    [
      'the TLS secret of azureml-fe',
      (annotations) =>
        routerTlsSecretIssues({ name: 'tls', extensionName: 'azureml', source: EXTERNAL_PARTS, annotations }),
    ],
  ])('are judged together: %s', (_what, issuesOf) => {
    expect(messages(issuesOf(annotationsOf(LIMIT)))).toStrictEqual([]);
    expect(messages(issuesOf(annotationsOf(LIMIT + 1)))).toStrictEqual([tooLong('annotations', LIMIT + 1, plain)]);
  });

  test('are judged with the mount path: a volume', () => {
    const own = 'ml.azure.com/mountpath'.length + NFS.mountPath.length;
    const issuesOf = (bytes: number): string[] =>
      messages(jobDataVolumeIssues({ ...NFS, annotations: annotationsOf(bytes) }));
    expect(issuesOf(LIMIT - own)).toStrictEqual([]);
    expect(issuesOf(LIMIT - own + 1)).toStrictEqual([tooLong('annotations', LIMIT + 1, plain)]);
    expect(issuesOf(LIMIT + 1)).toStrictEqual([tooLong('annotations', LIMIT + 1, plain)]);
    expect(messages(jobDataVolumeIssues({ ...NFS, mountPath: `/${'a'.repeat(LIMIT)}` }))).toStrictEqual([
      tooLong('mountPath', LIMIT + 23, plain),
    ]);
  });

  test('are judged with room for what properties write: an ingress', () => {
    const issuesOf = (bytes: number): string[] =>
      messages(
        scoringIngressIssues({
          controller: 'other',
          ingressClassName: 'own',
          http: {},
          annotations: annotationsOf(bytes),
        }),
      );
    const expected = 'at most 245760 bytes of keys and values, beside those that properties write';
    expect(issuesOf(245760)).toStrictEqual([]);
    expect(issuesOf(245761)).toStrictEqual([tooLong('annotations', 245761, expected)]);
  });
});
