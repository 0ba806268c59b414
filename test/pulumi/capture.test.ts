import * as pulumi from '@pulumi/pulumi';
import fc from 'fast-check';
import { deferred, jsonString, lowerCase, revealSecret, SecretValue, substituteDeferredIn } from 'azureml-kubernetes';
import { formatIssue } from '../../lib/model/issues';
import { captureArguments } from '../../lib/pulumi/capture';
import { restoreOutputs } from '../../lib/pulumi/restore';
import { errorMessage } from '../support/error-message';

const RUN = { known: 'deployment-run' } as const;

/** What an Output holds, or plain data with Outputs holds, once all of them are known. */
function settled(value: unknown): Promise<unknown> {
  return new Promise((done) => (pulumi.output(value) as pulumi.Output<unknown>).apply(done));
}

describe('the arguments of a component', () => {
  test('have a marker, named by its own path, in place of every Output and promise', () => {
    const captured = captureArguments({
      source: { server: pulumi.output('10.0.0.4'), path: '/share' },
      hosts: ['a', Promise.resolve('b')],
      count: 3,
      enabled: true,
      nothing: undefined,
    });
    expect(captured.deferred).toStrictEqual({
      source: { server: deferred('source.server', RUN), path: '/share' },
      hosts: ['a', deferred('hosts[1]', RUN)],
      count: 3,
      enabled: true,
      nothing: undefined,
    });
    expect(captured.known).toStrictEqual(captured.deferred);
    expect(captured.issues).toStrictEqual([]);
    expect([...captured.values.keys()]).toStrictEqual(['source.server', 'hosts[1]']);
  });

  test('keep what is under keys that are printed alike apart', async () => {
    const keys = [
      'x'.repeat(300),
      `${'x'.repeat(300)}y`,
      '-----BEGIN PRIVATE KEY-----1',
      '-----BEGIN PRIVATE KEY-----2',
    ];
    const labels = Object.fromEntries(keys.map((key, index) => [key, pulumi.output(`value ${String(index)}`)]));
    const captured = captureArguments({ labels });

    await expect(settled(restoreOutputs(captured.deferred, captured.values))).resolves.toStrictEqual({
      labels: Object.fromEntries(keys.map((key, index) => [key, `value ${String(index)}`])),
    });
    expect([...captured.values.keys()].join()).not.toContain('PRIVATE KEY');
  });

  test('give a secret to the rules as far as it is known, and a marker to what is rendered', async () => {
    const captured = captureArguments(
      { source: { key: 'clear', other: SecretValue.of('hidden') }, settings: { a: pulumi.output('b') } },
      { secrets: ['source.key', 'settings.*'] },
    );
    const { source, settings } = captured.known as Record<string, Record<string, SecretValue>>;
    expect(source && Object.values(source).map(revealSecret)).toStrictEqual(['clear', 'hidden']);
    expect(settings && Object.values(settings).map(revealSecret)).toStrictEqual([
      deferred('settings.a', { ...RUN, secret: true }),
    ]);
    const rendered = captured.deferred as Record<string, Record<string, SecretValue>>;
    expect(rendered['source'] && Object.values(rendered['source']).map(revealSecret)).toStrictEqual([
      deferred('source.key', { ...RUN, secret: true }),
      deferred('source.other', { ...RUN, secret: true }),
    ]);
    const leaves = [...captured.values.values()].map(({ output }) => output);
    await expect(Promise.all(leaves.map((one) => pulumi.isSecret(one)))).resolves.toStrictEqual([true, true, true]);
    const inputs = captured.inputs as Record<string, Record<string, pulumi.Output<string>>>;
    await expect(pulumi.isSecret(inputs['source']?.['key'] ?? pulumi.output(''))).resolves.toBe(true);
  });

  test('leave what is public to rules and names, and register it as a secret', async () => {
    const given = { chain: 'a text', later: pulumi.output('an Output'), other: 'clear' };
    const captured = captureArguments(given, { encrypted: ['chain', 'later'] });
    const { chain, later, other } = captured.inputs as Record<string, pulumi.Output<string>>;

    expect(captured.known).toStrictEqual({ chain: 'a text', later: deferred('later', RUN), other: 'clear' });
    expect(captured.deferred).toStrictEqual(captured.known);
    await expect(Promise.all([chain, later].map((one) => pulumi.isSecret(pulumi.output(one))))).resolves.toStrictEqual([
      true,
      true,
    ]);
    expect(other).toBe('clear');
  });

  test('are registered as plain data, without what cannot be stored', () => {
    const captured = captureArguments({ size: new Map(), run: () => 1, name: 'a' });
    expect(captured.inputs).toStrictEqual({ size: undefined, run: undefined, name: 'a' });
  });

  test('fail with text that holds deferred values of another kind', () => {
    const { issues } = captureArguments({ server: `${deferred('location')}.contoso.com` });
    expect(issues).toStrictEqual([
      {
        code: 'deferred/unresolved',
        severity: 'error',
        path: ['server'],
        message: 'a Pulumi program does not resolve deferred text',
        received: '"<location>.contoso.com"',
        fix: 'give an Output, or the value itself',
      },
    ]);
  });

  test('fail with what lies in itself, and are captured without it', () => {
    const labels: Record<string, unknown> = { team: pulumi.output('ml') };
    const args = { labels, same: [labels] };
    labels['all'] = args;
    const { issues, known } = captureArguments(args);
    const captured = (path: string): object => ({ team: deferred(path, RUN), all: undefined });
    expect(issues.map(formatIssue)).toStrictEqual([
      'labels.all: the value is a list or an object that it lies in itself; give plain data, as JSON can hold it [spec/cyclic]',
      'same[0].all: the value is a list or an object that it lies in itself; give plain data, as JSON can hold it [spec/cyclic]',
    ]);
    expect(known).toStrictEqual({ labels: captured('labels.team'), same: [captured('same[0].team')] });
  });
});

describe('Outputs put back', () => {
  test('stand where their markers stood, alone or in a longer text', async () => {
    const { deferred: text, values } = captureArguments({ a: pulumi.output('A'), b: pulumi.secret('B') });
    const { a, b } = text as { a: string; b: string };
    const restored = restoreOutputs(
      { a, list: [`x-${a}`, lowerCase(a), 'plain'], both: jsonString(`${a}${b}`) },
      values,
    );
    expect(restored.list[2]).toBe('plain');
    await expect(settled(restored)).resolves.toStrictEqual({
      a: 'A',
      list: ['x-A', 'a', 'plain'],
      both: '"AB"',
    });
    await expect(pulumi.isSecret(pulumi.output(restored.both))).resolves.toBe(true);
    await expect(pulumi.isSecret(pulumi.output(restored.list[1]))).resolves.toBe(false);
  });

  test('give the same as text with the values from the start', async () => {
    const leaf = fc.string();
    const data = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(leaf, fc.array(leaf), fc.integer()), {
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(data, async (args) => {
        const outputs = Object.fromEntries(
          Object.entries(args).map(([key, value]) => [key, typeof value === 'string' ? pulumi.output(value) : value]),
        );
        const { deferred: text, values } = captureArguments(outputs);
        const longer = substituteDeferredIn(
          { text, joined: Object.values(text as object).map((v) => `<${String(v)}>`) },
          () => undefined,
        );
        const expected = { text: args, joined: Object.values(args).map((v) => `<${String(v)}>`) };
        expect(await settled(restoreOutputs(longer, values))).toStrictEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('fail when a marker has no value', () => {
    expect(errorMessage(() => restoreOutputs(deferred('elsewhere'), new Map()))).toBe(
      'deferred text has 1 error:\n  - a deferred value is left that nothing resolves when manifests are synthesized (received "<elsewhere>"); give the value itself; only outputs that are deployed by a program or a template can wait for it [deferred/unresolved]',
    );
  });
});
