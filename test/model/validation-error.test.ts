import { issue, type Issue } from '../../lib/model/issues';
import type * as ErrorModule from '../../lib/model/validation-error';
import { assertValid, ValidationError } from '../../lib/model/validation-error';

const missing = issue('spec/required', ['name']);
const mistyped = issue('spec/type', ['port'], { received: 'x' });
const warning: Issue = { ...issue('spec/duplicate', ['hosts', 1]), severity: 'warning' };

describe('ValidationError', () => {
  const error = new ValidationError('JobDataVolume app/images', [warning, missing, mistyped]);

  test('is an error with a name, a subject and all issues in their order', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('ValidationError');
    expect(error.subject).toBe('JobDataVolume app/images');
    expect(error.issues).toStrictEqual([warning, missing, mistyped]);
    expect(error.stack).toMatch(/^ValidationError: JobDataVolume app\/images has 2 errors:/);
  });

  test('lists the errors, then the warnings, one in a line', () => {
    expect(error.message).toBe(
      [
        'JobDataVolume app/images has 2 errors:',
        '  - name: a required property is missing; set the property [spec/required]',
        '  - port: the value has the wrong type (received "x"); give a value of the expected type [spec/type]',
        '  - warning: hosts[1]: the list holds an element twice; remove the second one [spec/duplicate]',
      ].join('\n'),
    );
  });

  test('counts one error as one', () => {
    expect(new ValidationError('spec', [missing]).message).toMatch(/^spec has 1 error:\n/);
  });

  test('is known by the check of any copy of the package', () => {
    let Copy = ValidationError;
    jest.isolateModules(() => {
      Copy = jest.requireActual<typeof ErrorModule>('../../lib/model/validation-error').ValidationError;
    });
    const foreign: unknown = new Copy('spec', [missing]);
    expect(foreign).toBeInstanceOf(Error);
    expect(foreign).not.toBeInstanceOf(ValidationError);
    expect(ValidationError.isValidationError(foreign)).toBe(true);
    expect(Copy.isValidationError(error)).toBe(true);
  });

  test('is also known when the check is passed around', () => {
    expect([error, new Error('other')].filter(ValidationError.isValidationError)).toStrictEqual([error]);
  });

  test.each([undefined, null, 'ValidationError', { name: 'ValidationError', issues: [] }])('is not %j', (value) => {
    expect(ValidationError.isValidationError(value)).toBe(false);
  });

  test('carries nothing but its subject and issues into JSON', () => {
    expect(JSON.parse(JSON.stringify(error))).toStrictEqual({
      name: 'ValidationError',
      subject: 'JobDataVolume app/images',
      issues: [warning, missing, mistyped],
    });
  });
});

describe('assertValid', () => {
  test('gives the warnings when there is no error', () => {
    expect(assertValid('spec', [])).toStrictEqual([]);
    expect(assertValid('spec', [warning])).toStrictEqual([warning]);
  });

  test('fails with one error for all issues, warnings included', () => {
    expect(() => assertValid('spec', [warning, missing])).toThrow(new ValidationError('spec', [warning, missing]));
  });
});
