import { createHash } from 'node:crypto';
import type { Cloud, CloudResource } from '../cloud';
import type { Properties } from '../provider/wire';

/** What somebody asks the service to create or update. */
export interface Request {
  readonly id: string;
  readonly type: string;

  /** Everything but what is in the path. */
  readonly body: Properties;

  readonly existing: CloudResource | undefined;
}

const CLUSTER = 'azure-native:containerservice:ManagedCluster';
const POOL = 'azure-native:containerservice:AgentPool';
const ROLE_ASSIGNMENT = 'azure-native:authorization:RoleAssignment';

type Keeper = (request: Request) => Pick<CloudResource, 'body' | 'hidden'>;

/** What Azure makes of a request, by the type of the resource; a type without a row is kept as it is sent. */
const KEEPERS: Readonly<Record<string, Keeper>> = {
  'azure-native:kubernetesconfiguration:Extension': keepExtension,
  [CLUSTER]: keepCluster,
  [POOL]: keepPool,
  'azure-native:machinelearningservices:Compute': keepCompute,
};

/** Creates or updates, and gives what is kept. */
export function put(cloud: Cloud, request: Request): CloudResource {
  if (request.type === ROLE_ASSIGNMENT) refuseSecondAssignment(cloud, request);
  const { body, hidden } = (KEEPERS[request.type] ?? keepAsSent)(request);
  const resource: CloudResource = {
    id: request.id,
    type: request.type,
    body: { ...body, name: request.id.split('/').at(-1), type: azureTypeOf(request.id) },
    hidden,
  };
  cloud.put(resource);
  return resource;
}

/**
 * What the service answers about a resource. A cluster shows all of its node pools, those too that were made on their own.
 * Source: `az aks show --query agentPoolProfiles`, "Create node pools for a cluster" of the documentation of AKS.
 */
export function answerOf(cloud: Cloud, { id, type, body }: CloudResource): Properties {
  const pools = type === CLUSTER ? cloud.within(id).filter((one) => one.type === POOL) : [];
  if (pools.length === 0) return body;
  const names = pools.map((pool) => pool.body['name']);
  const profiles = (body['agentPoolProfiles'] ?? []) as readonly { readonly name?: unknown }[];
  const others = profiles.filter(({ name }) => !names.includes(name));
  return { ...body, agentPoolProfiles: [...others, ...pools.map((pool) => pool.body)] };
}

/**
 * The services of extensions and computes name things without a request: the same id gives the same identity, but not
 * after the resource was deleted and made anew.
 */
function identityOf(existing: CloudResource | undefined, property: string, id: string): Properties {
  const known = existing?.body[property] as { principalId?: unknown } | undefined;
  if (known?.principalId !== undefined) return known;
  return { type: 'SystemAssigned', principalId: guidOf(`${id} ${property}`), tenantId: guidOf('tenant') };
}

function keepAsSent({ body }: Request) {
  return { body: { ...body, provisioningState: 'Succeeded' }, hidden: {} };
}

/**
 * - Settings are merged key by key: a key that is no longer sent stays.
 *   Source: the CLI's update takes it so; `az k8s-extension update`, "Update Azure Machine Learning extension".
 * - Protected settings are replaced whole, and never shown. Sources: the same page ("need to be specified again"), and
 *   `x-ms-secret` of the API's description.
 * - On AKS the service makes the identity and shows it as `aksAssignedIdentity`; on Arc the `identity` of the request
 *   gets its principal. Sources: descriptions of the two properties in API version 2023-05-01.
 * - It chooses the version unless one is given. Source: `currentVersion` in the same description.
 * - Type, scope and plan cannot change. Source: they are no part of the API's PATCH.
 */
function keepExtension({ id, body, existing }: Request) {
  const { configurationProtectedSettings, configurationSettings, identity, ...rest } = body;
  const before = existing?.body ?? {};
  for (const property of ['extensionType', 'scope', 'plan'] as const) refuseChange(before, body, property);
  const onAks = id.toLowerCase().includes('/microsoft.containerservice/');
  return {
    body: {
      ...rest,
      configurationSettings: { ...(before['configurationSettings'] as object), ...(configurationSettings as object) },
      ...(onAks
        ? { aksAssignedIdentity: identityOf(existing, 'aksAssignedIdentity', id) }
        : identity !== undefined && { identity: identityOf(existing, 'identity', id) }),
      currentVersion: rest['version'] ?? before['currentVersion'] ?? '1.1.95',
      isSystemExtension: false,
      provisioningState: 'Succeeded',
    },
    hidden: { configurationProtectedSettings: configurationProtectedSettings ?? {} },
  };
}

/**
 * A principal has a role for a scope once, whatever the assignments are called. Source: RoleAssignmentExists in
 * "Troubleshoot Azure RBAC" of the documentation.
 */
function refuseSecondAssignment(cloud: Cloud, { id, body }: Request): void {
  const meaning = ({ scope, principalId, roleDefinitionId }: Properties) =>
    JSON.stringify([scope, principalId, roleDefinitionId]).toLowerCase();
  const others = cloud.all().filter((one) => one.type === ROLE_ASSIGNMENT && one.id !== id);
  if (!others.some((one) => meaning(one.body) === meaning(body))) return;
  throw new Error(`Code="RoleAssignmentExists" Message="The role assignment already exists."`);
}

function refuseChange(before: Properties, after: Properties, property: string): void {
  if (before[property] === undefined) return;
  if (JSON.stringify(before[property]) === JSON.stringify(after[property])) return;
  throw new Error(`Code="ExtensionUpdateNotAllowed" Message="${property} cannot be changed"`);
}

/** The identities, the issuer and the addresses that a cluster gets. Source: the outputs of `ManagedCluster`. */
function keepCluster({ id, body, existing }: Request) {
  const name = id.split('/').at(-1) ?? '';
  const oidc = body['oidcIssuerProfile'] as { enabled?: boolean } | undefined;
  const identity = body['identity'] as { type?: string } | undefined;
  const group = /resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '';
  return {
    body: {
      ...body,
      ...(identity?.type === 'SystemAssigned' && { identity: identityOf(existing, 'identity', id) }),
      ...(oidc !== undefined && {
        oidcIssuerProfile: {
          ...oidc,
          ...(oidc.enabled === true && { issuerURL: `https://oidc.example.com/${guidOf(id)}/` }),
        },
      }),
      identityProfile: { kubeletidentity: { objectId: guidOf(`${id} kubelet`), clientId: guidOf(`${id} client`) } },
      nodeResourceGroup: body['nodeResourceGroup'] ?? `MC_${group}_${name}`,
      fqdn: `${name}.example.com`,
      currentKubernetesVersion: body['kubernetesVersion'] ?? '1.36.3',
      provisioningState: 'Succeeded',
    },
    hidden: {},
  };
}

/** The autoscaler owns the number of nodes once there is one. Source: pulumi-azure-native issue 2943. */
function keepPool({ body, existing }: Request) {
  const count = body['enableAutoScaling'] === true ? (existing?.body['count'] ?? body['count']) : body['count'];
  return { body: { ...body, count, osType: body['osType'] ?? 'Linux', provisioningState: 'Succeeded' }, hidden: {} };
}

/**
 * A Kubernetes compute is attached: the service fills in times, the default instance type and its connection to the
 * relay. Source: the description of `KubernetesProperties`; which are filled in is as Azure's own edge accelerator
 * repository ignores it in its template.
 */
function keepCompute({ id, body, existing }: Request) {
  const { properties, identity, ...rest } = body;
  const { properties: kubernetes, ...compute } = (properties ?? {}) as { properties?: Properties };
  const { relayConnectionString, serviceBusConnectionString, ...shown } = kubernetes ?? {};
  return {
    body: {
      ...rest,
      ...(identity !== undefined && { identity: { ...identity, ...identityOf(existing, 'identity', id) } }),
      properties: {
        ...compute,
        properties: { namespace: 'default', ...shown },
        isAttachedCompute: true,
        provisioningState: 'Succeeded',
        createdOn: '2026-11-01T00:00:00.0000000+00:00',
        modifiedOn: '2026-11-01T00:00:00.0000000+00:00',
      },
    },
    hidden: { relayConnectionString, serviceBusConnectionString },
  };
}

/** `Microsoft.KubernetesConfiguration/extensions` of an id. */
function azureTypeOf(id: string): string {
  const [provider = '', ...segments] = (id.split('/providers/').at(-1) ?? '').split('/');
  return [provider, ...segments.filter((_, index) => index % 2 === 0)].join('/');
}

/** A GUID that follows from a text. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
