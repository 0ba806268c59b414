import { isDeferred, lowerCase } from '../deferred';
import { issue, type Issue, type Path } from '../issues';
import { textFormat, type Branded, type TextFormat } from '../text-format';
import { assertValid, ValidationError } from '../validation-error';
import type { AZURE_CODES } from './azure.codes';
import { properResourceType, type KnownResourceType } from './resource-types';
import { isGuid } from './guid';

export type { KnownResourceType } from './resource-types';

/** A resource's place below its resource group or below the resource that it extends. */
export interface ResourcePart {
  /** Provider and type, child types included: `Microsoft.MachineLearningServices/workspaces/computes`. */
  readonly type: string;
  /** One name for each part of the type after the provider: the names of the parents, then the resource's own. */
  readonly names: readonly string[];
}

/** The parts of an Azure resource id. */
export interface ResourceId extends ResourcePart {
  /** The GUID of the subscription, in lower case. */
  readonly subscription: string;
  /** The name of the resource group, as its owner wrote it. */
  readonly resourceGroup: string;
  /**
   * What the resource extends, outermost first, as an extension does a cluster.
   * @default - nothing: the resource stands in its resource group
   */
  readonly extends?: readonly ResourcePart[];
}

type AzureCode = keyof typeof AZURE_CODES;

const ID = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)(\/.+)$/i;
const RESOURCE = /\/providers\/([^/]+)((?:\/(?!providers\/)[^/]+\/[^/]+)+)/giy;
const TYPE_AND_NAME = /\/([^/]+)\/([^/]+)/g;
const RESOURCE_GROUP = /^[\p{L}\p{Nd}_().-]{0,89}[\p{L}\p{Nd}_()-]$/u;
const TYPE = /^[a-z]\w*(\.\w+)+(\/[a-z]\w*)+$/i;
const NAME = /^[^\s\p{Cc}<>%&?\\/#]{0,259}[^\s\p{Cc}<>%&?\\/#.]$/u;
const SHAPE = '/subscriptions/<guid>/resourceGroups/<group>/providers/<provider>/<type>/<name>';

/** The name of a resource group. */
export const resourceGroupName = textFormat<'ResourceGroupName'>({
  noun: 'resource group name',
  code: 'azure/resource-group',
  expected: 'at most 90 letters, digits, "-", "_", ".", "(" and ")"',
  accepts: RESOURCE_GROUP,
});

/** The GUID of a subscription. */
export const subscriptionId = textFormat<'SubscriptionId'>({
  noun: 'subscription id',
  code: 'azure/subscription-id',
  expected: 'a GUID',
  accepts: isGuid,
});

/** The id of any Azure resource, in any letter case; `parse` gives it in its proper case. */
export const resourceId: TextFormat<'ResourceId'> = resourceIdFormat([]);

/**
 * The id of a resource of one of some types, in any letter case; `parse` gives it in its proper case.
 * @param types - the types that fit, at least one
 * @example
 * const disk = required(text(resourceIdOf('Microsoft.Compute/disks')));
 */
export function resourceIdOf(...types: readonly [KnownResourceType, ...KnownResourceType[]]): TextFormat<'ResourceId'> {
  return resourceIdFormat(types);
}

/**
 * The parts of a literal resource id. Fixed words, providers and types come out in their proper letter case, the
 * subscription in lower case, and names as they are.
 * @param text - the id, in any letter case
 * @param path - where the text is, for the error
 * @throws ValidationError when the text is deferred or no resource id
 */
export function parseResourceId(text: string, path: Path = []): ResourceId {
  const issues = resourceId.literalIssues(text, path);
  const id = issues.length === 0 ? readResourceId(text) : undefined;
  if (typeof id === 'object') return id;
  throw new ValidationError(resourceId.noun, issues);
}

/**
 * The id of a resource from its parts, in its proper letter case. The parts may be deferred.
 * @param id - subscription, resource group, type and names
 * @throws ValidationError when the parts do not make a resource id
 */
export function formatResourceId(id: ResourceId): Branded<'ResourceId'> {
  const parts = [...(id.extends ?? []), id];
  const mismatched = parts.findIndex((part) => childTypes(part.type).length !== part.names.length);
  if (mismatched >= 0) {
    const received = parts[mismatched]?.names.length;
    assertValid(resourceId.noun, [
      issue('azure/resource-id', ['names'], { received, expected: 'a name for each part of the type' }),
    ]);
  }
  return resourceId.parse(writeResourceId(id));
}

function resourceIdFormat(types: readonly string[]): TextFormat<'ResourceId'> {
  const noun = 'Azure resource id';
  const anyText = textFormat<'ResourceId'>({ noun, code: 'azure/resource-id', expected: SHAPE, accepts: () => true });
  const refine = (value: unknown, path: Path, textIssues: Issue[]): Issue[] =>
    textIssues.length > 0 || typeof value !== 'string' || isDeferred(value) ? textIssues : idIssues(value, types, path);
  const issues = (value: unknown, path: Path): Issue[] => refine(value, path, anyText.issues(value, path));
  return {
    noun,
    issues,
    literalIssues: (value, path) => refine(value, path, anyText.literalIssues(value, path)),
    parse: (text, path = []) => {
      assertValid(noun, issues(text, path));
      return properResourceId(text) as Branded<'ResourceId'>;
    },
  };
}

function properResourceId(text: string): string {
  const read = readResourceId(text);
  return typeof read === 'object' ? writeResourceId(read) : text;
}

function idIssues(text: string, types: readonly string[], path: Path): Issue[] {
  const read = readResourceId(text);
  if (typeof read !== 'object') return [issue(read, path, { received: text, expected: SHAPE })];
  const parts = [...(read.extends ?? []), read];
  if (parts.some((part) => lowerCase(part.type) === 'microsoft.containerservice/connectedclusters')) {
    return [issue('azure/connected-cluster-provider', path, { received: text })];
  }
  if (types.length === 0 || types.includes(read.type)) return [];
  const expected = `the id of a resource of type ${types.join(' or ')}`;
  return [issue('azure/resource-type', path, { received: text, expected })];
}

/** The parts of an id, or the code of what is wrong with it. */
function readResourceId(text: string): ResourceId | AzureCode {
  const [, subscription = '', resourceGroup = '', rest = ''] = ID.exec(text) ?? [];
  const parts = readParts(rest);
  const own = parts.at(-1);
  if (own === undefined) return 'azure/resource-id';
  if (!isGuid(subscription)) return 'azure/subscription-id';
  if (!RESOURCE_GROUP.test(resourceGroup)) return 'azure/resource-group';
  const outer = parts.slice(0, -1);
  const within = { subscription: lowerCase(subscription), resourceGroup };
  return { ...within, ...own, ...(outer.length === 0 ? {} : { extends: outer }) };
}

/** The resources that an id names after its resource group, outermost first; empty when it is damaged. */
function readParts(rest: string): readonly ResourcePart[] {
  const matches = [...rest.matchAll(RESOURCE)];
  const covered = matches.reduce((length, match) => length + match[0].length, 0);
  const parts = matches.map(([, provider = '', path = '']) => {
    const steps = [...path.matchAll(TYPE_AND_NAME)];
    const type = [provider, ...steps.map((step) => step[1] ?? '')].join('/');
    return { type: properResourceType(type), names: steps.map((step) => step[2] ?? '') };
  });
  const fits = parts.every((part) => TYPE.test(part.type) && part.names.every((name) => NAME.test(name)));
  return covered === rest.length && fits ? parts : [];
}

function writeResourceId(id: ResourceId): string {
  const parts = [...(id.extends ?? []), id].map((part) => {
    const type = properResourceType(part.type);
    const [provider = ''] = /^[^/]*/.exec(type) ?? [];
    const steps = childTypes(type).map((step, index) => `/${step}/${part.names[index] ?? ''}`);
    return `/providers/${provider}${steps.join('')}`;
  });
  return `/subscriptions/${id.subscription}/resourceGroups/${id.resourceGroup}${parts.join('')}`;
}

/** The parts of a type after its provider. */
function childTypes(type: string): string[] {
  return [...type.matchAll(/\/([^/]*)/g)].map((match) => match[1] ?? '');
}
