import fc from 'fast-check';
import { misreadRawValue, valueCheck, type AnnotationValueKind } from '../../../lib/model/ingress/annotation-value';
import { formatIssue } from '../../../lib/model/issues';

function messages(kind: AnnotationValueKind, value: unknown): string[] {
  return valueCheck(kind)(value, ['option']).map(formatIssue);
}

describe('valueCheck', () => {
  test.each<[AnnotationValueKind, unknown]>([
    [{ kind: 'boolean' }, false],
    [{ kind: 'onOff' }, true],
    [{ kind: 'number', min: 1, max: 20 }, 20],
    [{ kind: 'size', format: 'nginxOffset' }, '1g'],
    [{ kind: 'size', format: 'nginxSize' }, '8k'],
    [{ kind: 'choice', choices: ['1.0', '1.1'] }, '1.1'],
    [{ kind: 'choices', choices: ['error', 'timeout'], separator: ' ' }, ['timeout', 'error']],
    [{ kind: 'text', format: 'hostName' }, 'ml.contoso.com'],
    [{ kind: 'texts', format: 'gatewayItem', separator: ',' }, ['root-1', 'root_2']],
  ])('takes a value of %j', (kind, value) => {
    expect(messages(kind, value)).toStrictEqual([]);
  });

  test.each<[AnnotationValueKind, unknown, string]>([
    [{ kind: 'boolean' }, 'true', 'spec/type'],
    [{ kind: 'onOff' }, 'on', 'spec/type'],
    [{ kind: 'number', min: 1, max: 20 }, 21, 'spec/number-range'],
    [{ kind: 'number', min: 1, max: 20 }, '20', 'spec/number-range'],
    [{ kind: 'size', format: 'nginxOffset' }, '1Gi', 'ingress/nginx-size'],
    [{ kind: 'size', format: 'nginxSize' }, '1g', 'ingress/nginx-buffer-size'],
    [{ kind: 'choice', choices: ['1.0', '1.1'] }, '2', 'spec/choice'],
    [{ kind: 'choices', choices: ['error'], separator: ' ' }, [], 'spec/empty-list'],
    [{ kind: 'choices', choices: ['error'], separator: ' ' }, ['error', 'error'], 'spec/duplicate'],
    [{ kind: 'text', format: 'hostName' }, '*.contoso.com', 'name/host'],
    [{ kind: 'texts', format: 'gatewayItem', separator: ',' }, ['root 1'], 'ingress/gateway-item'],
    [{ kind: 'texts', format: 'gatewayItem', separator: ',' }, 'root-1', 'spec/type'],
  ])('fails on a value that is not of %j: %j', (kind, value, code) => {
    expect(messages(kind, value)).toStrictEqual([expect.stringMatching(new RegExp(`^option.*\\[${code}\\]$`))]);
  });
});

describe('misreadRawValue', () => {
  test('reads every number within the bounds, and none outside or with anything around it', () => {
    const kind = { kind: 'number', min: 1, max: 3600 } as const;

    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (number) => {
        const expected = number >= 1 && number <= 3600 ? undefined : 'a bare whole number from 1 to 3600';

        expect(misreadRawValue(kind, String(number))).toBe(expected);
      }),
    );
    expect(
      ['60s', ' 60', '+60', '6e1', '0x3c', '60.0', ''].filter((text) => misreadRawValue(kind, text) === undefined),
    ).toStrictEqual([]);
  });

  test('reads the booleans of Go and no others', () => {
    const texts = ['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False'];
    const others = ['yes', 'no', 'on', 'off', 'tRUE', ' true', 'y', ''];

    expect(texts.map((text) => misreadRawValue({ kind: 'boolean' }, text))).toStrictEqual(texts.map(() => undefined));
    expect(others.map((text) => misreadRawValue({ kind: 'boolean' }, text))).toStrictEqual(
      others.map(() => '"true" or "false"'),
    );
  });
});
