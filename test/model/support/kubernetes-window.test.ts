import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { kubernetesVersionIssues, kubernetesWindow } from '../../../lib/model/support/kubernetes-window';

const NOVEMBER = { kind: 'date', date: '2026-11-24' } as const;

function messages(version: unknown): string[] {
  return kubernetesVersionIssues(version, NOVEMBER, ['version']).map(formatIssue);
}

describe('kubernetesWindow', () => {
  test('is the newest minor and the two before it, as the page shows', () => {
    expect(kubernetesWindow({ kind: 'newestMinor', minor: '1.20' })).toStrictEqual(['1.20', '1.19', '1.18']);
    expect(kubernetesWindow({ kind: 'newestMinor', minor: 'v1.36.3' })).toStrictEqual(['1.36', '1.35', '1.34']);
    expect(kubernetesWindow({ kind: 'newestMinor', minor: '1.1' })).toStrictEqual(['1.1', '1.0']);
  });

  test.each([
    ['2026-09-30', ['1.36', '1.35', '1.34']],
    ['2026-10-01', ['1.37', '1.36', '1.35']],
    ['2025-11-15', ['1.34', '1.33', '1.32']],
  ])('follows from the calendar on %s', (date, minors) => {
    expect(kubernetesWindow({ kind: 'date', date })).toStrictEqual(minors);
  });

  test('takes a newer calendar', () => {
    const calendar = [
      { minor: '1.40', generallyAvailable: '2027-10', endOfLife: '2028-10', longTermSupportEnds: '2029-10' },
    ] as const;

    expect(kubernetesWindow({ kind: 'date', date: '2027-11-01', calendar })).toStrictEqual(['1.40', '1.39', '1.38']);
  });

  test('fails on what is no minor or date, and on a date before the calendar', () => {
    expect(() => kubernetesWindow({ kind: 'newestMinor', minor: 'latest' })).toThrow(/support\/kubernetes-version/);
    expect(() => kubernetesWindow({ kind: 'date', date: '24.11.2026' })).toThrow(/support\/date/);
    expect(() => kubernetesWindow({ kind: 'date', date: deferred('date') })).toThrow(/deferred\/literal-required/);
    expect(() => kubernetesWindow({ kind: 'date', date: '2020-01-01' })).toThrow(/support\/calendar-too-young/);
  });
});

describe('kubernetesVersionIssues', () => {
  test.each(['1.35', '1.37.2', 'v1.36.3', '1.35.1-gke.5'])('finds nothing wrong with %s', (version) => {
    expect(messages(version)).toStrictEqual([]);
  });

  test('warns about versions outside the window, and tells long-term support apart', () => {
    expect(messages('1.34.4')).toStrictEqual([
      'version: the Kubernetes version has long-term support of AKS, which the support window of the extension does not mention (received "1.34.4", expected one of 1.37, 1.36, 1.35); upgrade the cluster, or ask for confirmation before you rely on support [support/kubernetes-long-term]',
    ]);
    expect(messages('1.31')).toStrictEqual([
      'version: the Kubernetes version is older than what the extension supports (received "1.31", expected one of 1.37, 1.36, 1.35); upgrade the cluster, or expect to be asked for it when you need support [support/kubernetes-outside-window]',
    ]);
    expect(messages('1.38')).toStrictEqual([expect.stringMatching(/\[support\/kubernetes-too-new\]$/)]);
  });

  test('fails on what is no version, and does not judge one that is not known yet', () => {
    expect(messages('latest')).toStrictEqual([expect.stringMatching(/\[support\/kubernetes-version\]$/)]);
    expect(messages(1.36)).toStrictEqual([expect.stringMatching(/\[spec\/type\]$/)]);
    expect(messages(deferred('version'))).toStrictEqual([]);
  });
});
