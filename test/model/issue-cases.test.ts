import { ISSUE_CODES, issueCodeRow, type IssueCode } from '../../lib/model/issue-codes';
import { ISSUE_CASES } from '../support/issue-cases/issue-cases';
import { withoutEngine } from '../support/pulumi/run-program';

const CODES = Object.keys(ISSUE_CODES) as IssueCode[];

// One of the cases has a provider of Pulumi.
beforeAll(withoutEngine);

describe('the cases of the issue codes', () => {
  test('are there for every code, and for no other', () => {
    expect(Object.keys(ISSUE_CASES).sort()).toStrictEqual([...CODES].sort());
  });

  test.each(CODES)('%s is reported for what fails', (code) => {
    const found = ISSUE_CASES[code].failing().filter((one) => one.code === code);

    expect(found.map(({ severity }) => severity)).toContain(issueCodeRow(code).severity);
  });

  test.each(CODES)('%s is not reported for what passes, nor is any error', (code) => {
    const found = ISSUE_CASES[code].passing().filter((one) => one.code === code || one.severity === 'error');

    expect(found).toStrictEqual([]);
  });
});
