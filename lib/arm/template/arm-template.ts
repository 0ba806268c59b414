import { API_VERSIONS, type ApiVersionChoice, type VersionedType } from '../../model/azure/api-versions';
import { issue, type Issue } from '../../model/issues';
import { assertValid } from '../../model/validation-error';
import {
  renderTemplateValue,
  type JsonValue,
  type ParameterDefinition,
  type TemplateValue,
  type TemplateValues,
} from './render-template';
import { PARAMETERS_SCHEMA, TEMPLATE_SCHEMA, TEMPLATE_VERSION } from './template-schema';

/** A secret in a key vault, for a parameter. */
export interface KeyVaultSecret {
  /** The resource id of the vault, which has to be enabled for template deployment. */
  readonly vaultId: string;
  readonly secretName: string;
  /** @default - the newest */
  readonly secretVersion?: string;
}

/** What the caller decides about a template. */
export interface TemplateOptions extends TemplateValues {
  /**
   * API versions by resource type.
   * @default - those of `API_VERSIONS`
   */
  readonly apiVersions?: ApiVersionChoice;
  /**
   * Values of parameters for the parameters file, by name. Secrets have no place in it.
   * @default - none: they are given with the deployment
   */
  readonly values?: Readonly<Record<string, string>>;
  /**
   * Secrets in key vaults for the parameters file, by the name of the parameter.
   * @default - none: secrets are given with the deployment
   */
  readonly keyVaultSecrets?: Readonly<Record<string, KeyVaultSecret>>;
}

/** A template as `az deployment group create --template-file` takes it. */
export interface ArmTemplate {
  readonly $schema: string;
  readonly contentVersion: string;
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  readonly resources: readonly JsonValue[];
  /** @default - none */
  readonly outputs?: Readonly<Record<string, JsonValue>>;
}

/** A parameter of a parameters file. */
export type ParameterValue =
  | { readonly value: string }
  | {
      readonly reference: {
        readonly keyVault: { readonly id: string };
        readonly secretName: string;
        readonly secretVersion?: string;
      };
    };

/** A parameters file as `az deployment group create --parameters` takes it. */
export interface ArmParameters {
  readonly $schema: string;
  readonly contentVersion: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** A template and the parameters file that belongs to it. */
export interface ArmDeployment {
  readonly template: ArmTemplate;
  readonly parameters: ArmParameters;
}

/** What a template is made of. */
export interface TemplateParts {
  readonly resources: readonly TemplateValue[];
  readonly outputs: Readonly<Record<string, TemplateValue>>;
}

/**
 * Writes a template and its parameters file.
 * @param parts - resources and outputs
 * @param options - what the caller decides
 * @throws ValidationError when a value cannot be written, or the parameters file does not fit the template
 */
export function armDeployment(parts: TemplateParts, options: TemplateOptions): ArmDeployment {
  const outputs = Object.fromEntries(
    Object.entries(parts.outputs).map(([name, value]) => [name, { type: 'string', value }]),
  );
  const { value, parameters } = renderTemplateValue({ resources: parts.resources, outputs }, options);
  assertValid('ARM parameters', [...parameterIssues(parameters, options), ...versionIssues(options.apiVersions ?? {})]);
  const rendered = value as Required<Pick<ArmTemplate, 'resources' | 'outputs'>>;
  return {
    template: {
      $schema: TEMPLATE_SCHEMA,
      contentVersion: TEMPLATE_VERSION,
      parameters,
      resources: rendered.resources,
      ...(Object.keys(outputs).length === 0 ? {} : { outputs: rendered.outputs }),
    },
    parameters: {
      $schema: PARAMETERS_SCHEMA,
      contentVersion: TEMPLATE_VERSION,
      parameters: parameterValues(Object.keys(parameters), options),
    },
  };
}

function parameterValues(
  names: readonly string[],
  { values = {}, keyVaultSecrets = {} }: TemplateOptions,
): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    names.flatMap((name): [string, ParameterValue][] => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      const secret = Object.hasOwn(keyVaultSecrets, name) ? keyVaultSecrets[name] : undefined;
      if (secret !== undefined) return [[name, { reference: referenceTo(secret) }]];
      return value === undefined ? [] : [[name, { value }]];
    }),
  );
}

function referenceTo({ vaultId, secretName, secretVersion }: KeyVaultSecret): {
  readonly keyVault: { readonly id: string };
  readonly secretName: string;
  readonly secretVersion?: string;
} {
  return { keyVault: { id: vaultId }, secretName, ...(secretVersion === undefined ? {} : { secretVersion }) };
}

/** Values of parameters that the template does not have, and secrets in clear. */
function parameterIssues(
  parameters: Readonly<Record<string, ParameterDefinition>>,
  { values = {}, keyVaultSecrets = {} }: TemplateOptions,
): Issue[] {
  const expected = `one of ${Object.keys(parameters).join(', ')}`;
  const given = [
    ...Object.keys(values).map((name) => ['values', name] as const),
    ...Object.keys(keyVaultSecrets).map((name) => ['keyVaultSecrets', name] as const),
  ];
  return given.flatMap(([property, name]) => {
    const definition = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (definition === undefined) return [issue('template/no-parameter', [property, name], { expected })];
    const inClear = property === 'values' && definition.type === 'secureString';
    return inClear ? [issue('template/secret-in-parameters', [property, name])] : [];
  });
}

function versionIssues(choice: ApiVersionChoice): Issue[] {
  return Object.entries(choice).flatMap(([type, version]) => {
    const known: readonly string[] = Object.hasOwn(API_VERSIONS, type)
      ? API_VERSIONS[type as VersionedType].versions
      : [];
    if (known.includes(version)) return [];
    const expected = known.length === 0 ? 'no version: templates hold no such resource' : `one of ${known.join(', ')}`;
    return [issue('template/api-version', ['apiVersions', type], { received: version, expected })];
  });
}
