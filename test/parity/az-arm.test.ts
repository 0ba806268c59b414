import * as fc from 'fast-check';
import {
  cliCreateInput,
  deriveExtensionCreate,
  resolveCluster,
  revealSecret,
  SecretValue,
  substituteDeferredIn,
  typedSettings,
  type ClusterSpec,
  type ExtensionSpec,
} from 'azureml-kubernetes';
import { extensionTemplate } from 'azureml-kubernetes/arm';
import { k8sExtensionCreate, type AzExtensionCommand } from 'azureml-kubernetes/az';
import { evaluateTemplate, parameters } from '../support/arm-evaluator';
import { deployments } from '../support/extension-arbitraries';
import { CONNECTION, deployedValues, LIVE_FUNCTIONS } from '../support/deployed-values';

interface Settings {
  readonly plain: Readonly<Record<string, string>>;
  readonly protected: Readonly<Record<string, string>>;
}

/** The values of an option that takes several, as the Azure CLI reads them: `key=value`, cut at the first `=`. */
function pairsOf(words: readonly string[], option: string): Record<string, string> {
  const start = words.indexOf(option) + 1;
  if (start === 0) return {};
  const length = words.slice(start).findIndex((word) => word.startsWith('--'));
  const values = words.slice(start, length < 0 ? undefined : start + length);
  return Object.fromEntries(
    values.map((value) => [value.slice(0, value.indexOf('=')), value.slice(value.indexOf('=') + 1)]),
  );
}

/** What the Azure CLI sends for a command. */
function sentByCli(
  { arguments: words, files }: AzExtensionCommand,
  spec: ExtensionSpec,
  cluster: ClusterSpec,
): Settings {
  const contents = Object.fromEntries(Object.entries(files).map(([name, secret]) => [name, revealSecret(secret)]));
  const file = words[words.indexOf('--config-protected-file') + 1] ?? '';
  const outcome = deriveExtensionCreate({
    ...cliCreateInput(typedSettings(spec), resolveCluster(cluster)),
    settings: pairsOf(words, '--config'),
    protected: words.includes('--config-protected-file')
      ? (JSON.parse(contents[file] ?? '') as Record<string, string>)
      : pairsOf(words, '--config-protected'),
    files: contents,
    azure: { relayConnectionString: SecretValue.of(CONNECTION) },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return { plain: texts(outcome.settings), protected: texts(outcome.protected) };
}

function texts(settings: Readonly<Record<string, string | SecretValue | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) =>
      value === null || /^ssl(Cert|Key)PemFile$/.test(key)
        ? []
        : [[key, SecretValue.isSecretValue(value) ? revealSecret(value) : value]],
    ),
  );
}

/** What a deployment of the template sends. */
function sentByArm(spec: ExtensionSpec, cluster: ClusterSpec, known: (name: string) => string): Settings {
  const { template } = extensionTemplate({ cluster, extension: spec });
  const values = Object.fromEntries(Object.keys(template.parameters).map((name) => [name, known(name)]));
  const { properties } = evaluateTemplate(template.resources.at(-1), {
    ...parameters(values),
    ...LIVE_FUNCTIONS,
  }) as unknown as {
    readonly properties: {
      readonly configurationSettings: Settings['plain'];
      readonly configurationProtectedSettings?: Settings['protected'];
    };
  };
  return { plain: properties.configurationSettings, protected: properties.configurationProtectedSettings ?? {} };
}

describe('az and ARM', () => {
  test('send the same settings for the same description', () => {
    fc.assert(
      fc.property(deployments, ({ spec, cluster }) => {
        fc.pre(spec.extraSettings?.plain?.['domain'] === undefined);
        const known = deployedValues(cluster);
        const knownSpec = substituteDeferredIn(spec, ({ name }) => known(name));
        const knownCluster = substituteDeferredIn(cluster, ({ name }) => known(name));
        const command = k8sExtensionCreate(knownSpec, knownCluster);

        expect(sentByCli(command, knownSpec, knownCluster)).toStrictEqual(sentByArm(spec, cluster, known));
      }),
      { numRuns: 500 },
    );
  });

  test('hold the same command when values are put in afterwards', () => {
    fc.assert(
      fc.property(deployments, ({ spec, cluster }) => {
        fc.pre(spec.extraSettings?.plain?.['domain'] === undefined);
        const known = deployedValues(cluster);
        const lookup = ({ name }: { readonly name: string }): string => known(name);
        const later = substituteDeferredIn(k8sExtensionCreate(spec, cluster), lookup);
        const before = k8sExtensionCreate(substituteDeferredIn(spec, lookup), substituteDeferredIn(cluster, lookup));

        expect(later.arguments).toStrictEqual(before.arguments);
        expect(Object.entries(later.files).map(([name, secret]) => [name, revealSecret(secret)])).toStrictEqual(
          Object.entries(before.files).map(([name, secret]) => [name, revealSecret(secret)]),
        );
      }),
      { numRuns: 200 },
    );
  });
});
