import { tagName, tagValue } from '../../../lib/model/azure/tags';
import { formatIssue } from '../../../lib/model/issues';

describe('the name of a tag', () => {
  test.each(['team', 'cost center', 'a:b=c', 'a'.repeat(512)])('may be %j', (name) => {
    expect(tagName.issues(name, [])).toStrictEqual([]);
  });

  test.each(['', 'a/b', 'a?', '<a>', '50%', 'a&b', 'a\\b', 'a\nb', 'a'.repeat(513)])('fails on %j', (name) => {
    expect(tagName.issues(name, []).map(formatIssue)).toStrictEqual([
      expect.stringMatching(
        /^the text is not the name of a tag .*; use at most 512 characters, none of < > % & \\ \? \/ \[azure\/tag-name\]$/,
      ),
    ]);
  });
});

describe('the value of a tag', () => {
  test('may be anything of 256 characters', () => {
    expect(tagValue.issues('', [])).toStrictEqual([]);
    expect(tagValue.issues('/'.repeat(256), [])).toStrictEqual([]);
  });

  test('fails when it is longer', () => {
    expect(tagValue.issues('a'.repeat(257), []).map(formatIssue)).toStrictEqual([
      expect.stringMatching(/^the text is too long .*; use at most 256 characters \[azure\/tag-value\]$/),
    ]);
  });
});
