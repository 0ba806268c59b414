import * as fc from 'fast-check';
import { deferredValues, substituteDeferredIn, type ExtensionSpec } from 'azureml-kubernetes';
import { k8sExtensionCreate, shellVariable } from 'azureml-kubernetes/az';
import { PRELUDE } from '../../lib/az/script/prelude';
import { shellCommand } from '../../lib/az/script/shell';
import { deployedValues } from '../support/deployed-values';
import { deployments } from '../support/extension-arbitraries';
import { ScriptRunner } from '../support/script-runner';

const RUNS = 500;

/** A description without the one setting that az cannot express. */
function withoutDomain(spec: ExtensionSpec): ExtensionSpec {
  if (spec.extraSettings?.plain === undefined) return spec;
  const plain = Object.entries(spec.extraSettings.plain).filter(([key]) => key !== 'domain');
  return { ...spec, extraSettings: { ...spec.extraSettings, plain: Object.fromEntries(plain) } };
}

/** Sets the variables of a command before it runs. */
function assignments(words: readonly string[], known: (name: string) => string): string {
  const names = [...new Set(words.flatMap(deferredValues).map(({ name }) => name))];
  return names.map((name) => `${shellVariable(name)}=${shellCommand(known(name))}`).join('\n');
}

describe('the commands of a script', () => {
  test('reach az byte by byte as they do when values are put in before', () => {
    const samples = fc.sample(deployments, RUNS).map(({ spec, cluster }) => ({
      words: k8sExtensionCreate(withoutDomain(spec), cluster).arguments,
      known: deployedValues(cluster),
    }));
    const script = samples.map(({ words, known }) => `${assignments(words, known)}\n${shellCommand('az', ...words)}\n`);
    const runner = new ScriptRunner();
    try {
      const { stderr, calls } = runner.run(`${PRELUDE}\n${script.join('')}`);

      expect(stderr).toBe('');
      expect(calls).toStrictEqual(
        samples.map(({ words, known }) => ['az', ...substituteDeferredIn(words, ({ name }) => known(name))]),
      );
    } finally {
      runner.remove();
    }
  });
});
