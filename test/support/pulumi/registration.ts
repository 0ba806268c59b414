import type { RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb.js';
import { shown } from './wire-values';

/** A resource as the program registered it. */
export interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent: string;
  readonly provider: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** The URNs that it may have had before, those from aliases of its parents too. */
  readonly aliases: readonly string[];
  readonly protect: boolean | undefined;
  readonly retainOnDelete: boolean | undefined;
  /** What the program says about it; `undefined` leaves it to the provider. */
  readonly deleteBeforeReplace: boolean | undefined;
  readonly replaceWith: readonly string[];
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  /** A change of this value replaces it; `undefined` without one. */
  readonly replacementTrigger: unknown;
  /** The names of the hooks that run for it, by when they run. */
  readonly hooks: Readonly<Record<string, readonly string[]>>;
  readonly additionalSecretOutputs: readonly string[];
  readonly importId: string;
  readonly deletedWith: string;
  /** What `registerOutputs` said about a component. */
  outputs?: Readonly<Record<string, unknown>>;
}

/**
 * What a request says.
 * @param request - the request
 * @param urn - the URN of the resource
 * @param inputs - its inputs as tests compare them
 */
export function registrationOf(
  request: RegisterResourceRequest,
  urn: string,
  inputs: Registration['inputs'],
): Registration {
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    parent: request.getParent(),
    provider: request.getProvider(),
    inputs,
    dependsOn: request.getDependenciesList(),
    propertyDependencies: propertyDependenciesOf(request),
    aliases: request.getAliasurnsList(),
    protect: request.getProtect(),
    retainOnDelete: request.getRetainondelete(),
    deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
    replaceWith: request.getReplaceWithList(),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    replacementTrigger: shown(request.getReplacementTrigger()?.toJavaScript()),
    hooks: hooksOf(request),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    importId: request.getImportid(),
    deletedWith: request.getDeletedwith(),
  };
}

function propertyDependenciesOf(request: RegisterResourceRequest): Registration['propertyDependencies'] {
  const entries = request.getPropertydependenciesMap().toArray();
  return Object.fromEntries(entries.map(([key, value]) => [key, (value as unknown as readonly [string[]])[0]]));
}

function hooksOf(request: RegisterResourceRequest): Registration['hooks'] {
  const lists = Object.entries(request.getHooks()?.toObject() ?? {}).filter(([, names]) => names.length > 0);
  return Object.fromEntries(lists.map(([list, names]) => [list.replace(/List$/, ''), names]));
}
