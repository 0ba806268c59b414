import { formatIssue } from '../../../lib/model/issues';
import { extensionReleaseIssues } from '../../../lib/model/scheduling/extension-release.rules';
import { parseTaint } from '../../../lib/model/scheduling/taint-text';

const TAINTS = [parseTaint('sku=gpu:NoSchedule'), parseTaint('ml.azure.com/amlarc=true:NoSchedule')];

function messages(release: string, taints = TAINTS): string[] {
  return extensionReleaseIssues(taints, release, ['extension', 'version']).map(formatIssue);
}

describe('extensionReleaseIssues', () => {
  test.each(['1.1.16', '1.1.17', '1.1.106', '1.2.0', '2.0.0'])('finds nothing wrong with release %s', (release) => {
    expect(messages(release)).toStrictEqual([]);
  });

  test.each(['1.1.10', '1.1.9', '1.0.37', '0.9.99'])(
    'fails on release %s, which tolerates no amlarc taint',
    (release) => {
      expect(messages(release)).toStrictEqual([
        `extension.version: the release of the extension tolerates none of the amlarc taints (received "${release}", expected 1.1.16 or newer); upgrade the extension, or use node selectors instead of taints [scheduling/extension-too-old]`,
      ]);
    },
  );

  test('does not judge other taints, nor what is no version', () => {
    expect(messages('1.0.37', TAINTS.slice(0, 1))).toStrictEqual([]);
    expect(messages('latest')).toStrictEqual([]);
  });
});
