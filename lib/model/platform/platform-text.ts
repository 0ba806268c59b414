import { cyclicIssues } from '../plain-data';
import type { ResolveContext } from '../resolve';
import { assertValid } from '../validation-error';
import type { AzureMLPlatformSpec } from './azureml-platform';
import { heldSecretIssues } from './secrets.rules';
import { resolveAzureMLPlatform } from './resolve-azureml-platform';

/**
 * Reads a description from a plain value, as JSON or YAML readers give it.
 * @param value - the plain value
 * @param context - what it is and where it comes from, for the error
 * @throws ValidationError with every issue of the description
 * @example
 * const spec = parseAzureMLPlatform(yaml.parse(readFileSync('platform.yaml', 'utf8')));
 */
export function parseAzureMLPlatform(value: unknown, context: ResolveContext = {}): AzureMLPlatformSpec {
  const spec = value as AzureMLPlatformSpec;
  resolveAzureMLPlatform(spec, context);
  return spec;
}

/**
 * The description as a plain value, to be kept as JSON or YAML. It holds no secret: who writes one into a description
 * refers to it instead.
 * @param spec - the description
 * @throws ValidationError that names every place with a secret, and every one that holds itself
 */
export function serializeAzureMLPlatform(spec: AzureMLPlatformSpec): unknown {
  assertValid('AzureMLPlatform', [...cyclicIssues(spec), ...heldSecretIssues(spec)]);
  return JSON.parse(JSON.stringify(spec)) as unknown;
}
