import { createHash } from 'node:crypto';
import { pathInputsOf, type ResourceType } from './resource-types';
import type { Properties } from '../provider/wire';

/**
 * The name that azure-native gives to a resource whose program gives none, which stays the same in later operations.
 * Sources: getDefaultName in provider/pkg/provider/provider.go, AutoName in provider/pkg/resources/resources.go.
 */
export function automaticName({ auto, seed, logicalName }: AutomaticName): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  if (auto === 'copy') return logicalName;
  if (auto === 'random') return `${logicalName}${hex.slice(0, 8)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

interface AutomaticName {
  readonly auto: ResourceType['name']['auto'];
  readonly seed: string;
  readonly logicalName: string;
}

/** The id of the resource with the inputs. Source: PrepareAzureRESTIdAndQuery in provider/pkg/provider/crud/crud.go. */
export function idOf(type: ResourceType, inputs: Properties, subscriptionId: string): string {
  const values: Properties = { ...inputs, subscriptionId };
  const id = type.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== 'string') throw new Error(`expected string value for path parameter '${name}'`);
    return name === 'scope' ? value.replace(/^\//, '') : encodeURIComponent(value);
  });
  return id;
}

/** The inputs in an id of the type. Source: provider/pkg/resources/parseResourceId.go. */
export function pathInputs(type: ResourceType, id: string): Properties {
  const pattern = type.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => `(?<${name}>${name === 'scope' ? '.+' : '[^/]+'})`,
  );
  const found = new RegExp(`^${pattern}$`, 'i').exec(id);
  if (found?.groups === undefined) throw new Error(`failed to parse '${id}' against the path '${type.path}'`);
  return Object.fromEntries(pathInputsOf(type).map((name) => [name, found.groups?.[name]]));
}
