import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ContainerServiceClient } from '@azure/arm-containerservice';
import { SourceControlConfigurationClient } from '@azure/arm-kubernetesconfiguration';
import { AzureMachineLearningWorkspaces, type ComputeResource } from '@azure/arm-machinelearning';
import { RelayAPI, type AuthorizationRule } from '@azure/arm-relay';
import type { DeployedResource } from './deployed-resources';

/** What a client of Azure sent. */
export interface SentRequest {
  readonly method: string;
  /** The id of the resource. */
  readonly path: string;
  readonly body: unknown;
}

/** Everything that a client needs besides what it sends. */
interface ClientOptions {
  readonly credential: { readonly getToken: () => Promise<{ token: string; expiresOnTimestamp: number }> };
  readonly http: {
    readonly httpClient: {
      readonly sendRequest: (request: Sendable) => Promise<never>;
    };
  };
}

interface Sendable {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

type Send = (resource: DeployedResource, options: ClientOptions) => PromiseLike<unknown>;

const NOT_ANSWERED = 'the request was recorded and is not answered';
/** Tokens are asked for again when little of their life is left. */
const LATER = 8.64e15;

/** How each resource is created with the client that Microsoft publishes for it. */
const SENDERS = {
  'Microsoft.KubernetesConfiguration/extensions': (resource, { credential, http }) => {
    const [, , subscription = '', , group = '', , provider = '', type = '', cluster = ''] = (
      resource.scope ?? ''
    ).split('/');
    return new SourceControlConfigurationClient(credential, subscription, http).extensions.beginCreate(
      group,
      provider,
      type,
      cluster,
      resource.names[0],
      flat(resource),
    );
  },
  'Microsoft.Relay/namespaces': (resource, options) =>
    relays(resource, options).namespaces.beginCreateOrUpdate(
      resource.resourceGroup,
      resource.names[0],
      flat(resource) as { location: string },
    ),
  'Microsoft.Relay/namespaces/hybridConnections': (resource, options) =>
    relays(resource, options).hybridConnections.createOrUpdate(
      resource.resourceGroup,
      resource.names[0],
      resource.names[1] ?? '',
      flat(resource),
    ),
  'Microsoft.Relay/namespaces/hybridConnections/authorizationRules': (resource, options) =>
    relays(resource, options).hybridConnections.createOrUpdateAuthorizationRule(
      resource.resourceGroup,
      resource.names[0],
      resource.names[1] ?? '',
      resource.names[2] ?? '',
      flat(resource) as unknown as AuthorizationRule,
    ),
  'Microsoft.ContainerService/managedClusters/agentPools': (resource, { credential, http }) => {
    const { type, ...pool } = flat(resource);
    return new ContainerServiceClient(credential, resource.subscriptionId, http).agentPools.createOrUpdate(
      resource.resourceGroup,
      resource.names[0],
      resource.names[1] ?? '',
      { ...pool, typePropertiesType: type as string },
    );
  },
  'Microsoft.Authorization/roleAssignments': (resource, { credential, http }) =>
    new AuthorizationManagementClient(credential, resource.subscriptionId, http).roleAssignments.create(
      (resource.scope ?? '').slice(1),
      resource.names[0],
      flat(resource) as { roleDefinitionId: string; principalId: string },
    ),
  'Microsoft.MachineLearningServices/workspaces/computes': (resource, { credential, http }) =>
    new AzureMachineLearningWorkspaces(credential, resource.subscriptionId, http).computeOperations.beginCreateOrUpdate(
      resource.resourceGroup,
      resource.names[0],
      resource.names[1] ?? '',
      resource.body as unknown as ComputeResource,
    ),
} as const satisfies Readonly<Record<string, Send>>;

/** A resource type that one of the clients creates. */
export type SentType = keyof typeof SENDERS;

/** The types that the clients create. */
export const SENT_TYPES: readonly string[] = Object.keys(SENDERS);

/** Whether one of the clients creates a type. */
export function isSentType(type: string): type is SentType {
  return Object.hasOwn(SENDERS, type);
}

/**
 * What the client of a resource's provider sends to create it. Nothing leaves the test.
 * @param type - its type
 * @param resource - the resource
 */
export async function sentByClient(type: SentType, resource: DeployedResource): Promise<SentRequest> {
  const sent: SentRequest[] = [];
  const sendRequest = ({ method, url, body }: Sendable): Promise<never> => {
    sent.push({ method, path: decodeURIComponent(new URL(url).pathname), body: JSON.parse(String(body)) as unknown });
    return Promise.reject(new Error(NOT_ANSWERED));
  };
  const credential = { getToken: () => Promise.resolve({ token: 'none', expiresOnTimestamp: LATER }) };
  await Promise.resolve(SENDERS[type](resource, { credential, http: { httpClient: { sendRequest } } })).catch(
    (error: unknown) => {
      if (!String(error).includes(NOT_ANSWERED)) throw error;
    },
  );
  const [request, ...more] = sent;
  if (request === undefined || more.length > 0) throw new Error(`${String(sent.length)} requests for one resource`);
  return request;
}

function relays(resource: DeployedResource, { credential, http }: ClientOptions): RelayAPI {
  return new RelayAPI(credential, resource.subscriptionId, http);
}

/** The clients take what is in `properties` beside what is not. */
function flat({ body: { properties, ...general } }: DeployedResource): Record<string, unknown> {
  return { ...general, ...properties };
}
