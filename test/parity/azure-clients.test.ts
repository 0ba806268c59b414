import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { SecretValue, type ClusterSpec, type ExtensionSpec } from 'azureml-kubernetes';
import {
  attachTemplate,
  extensionTemplate,
  type ArmTemplate,
  type AttachTemplateCompute,
  type AttachTemplateSpec,
  type ExtensionTemplateSpec,
} from 'azureml-kubernetes/arm';
import type { ArmValue } from '../support/arm-evaluator';
import { AKS_ID, ARC_ID, PRINCIPALS, RELAY_ID, testId, workspaceOf } from '../support/attach';
import { isSentType, SENT_TYPES, sentByClient, type SentType } from '../support/azure-clients';
import { CERTIFICATE, PRIVATE_KEY } from '../support/certificates';
import { deployedValues } from '../support/deployed-values';
import { deployedResources, idOf, type DeployedResource } from '../support/deployed-resources';
import { deployments } from '../support/extension-arbitraries';

/** A property of ours that a client does not send. */
interface Unsent {
  readonly type: SentType;
  readonly path: string;
  readonly value: ArmValue;
  readonly why: string;
}

/** What the clients, or the API versions that they know, leave out. */
const UNSENT: readonly Unsent[] = [
  {
    type: 'Microsoft.Relay/namespaces',
    path: 'properties',
    value: {},
    why: 'a client writes no object that has nothing in it; the template writes it, as the published schema has it',
  },
];

/** The types whose providers have no client here. */
const WITHOUT_CLIENT = [
  'Microsoft.OperationalInsights/workspaces',
  'Microsoft.ServiceBus/namespaces',
  'Microsoft.ServiceBus/namespaces/topics',
  'Microsoft.ServiceBus/namespaces/topics/subscriptions',
];

const AKS: ClusterSpec = { kind: 'aks', resourceId: AKS_ID, location: 'westeurope' };
const ARC: ClusterSpec = { kind: 'arc', resourceId: ARC_ID, location: 'westeurope' };

const HTTPS: ExtensionSpec = {
  name: 'azureml',
  enableTraining: true,
  enableInference: {
    inferenceRouterServiceType: 'LoadBalancer',
    https: { sslCname: 'ml.contoso.com', certificate: CERTIFICATE, key: SecretValue.of(PRIVATE_KEY) },
  },
  nodeSelector: { purpose: 'ml' },
  upgrades: { kind: 'pinned', version: '1.1.88' },
  extraSettings: { protected: { 'custom.token': SecretValue.of('s3cr3t') } },
};

const EXTENSIONS: readonly (readonly [string, ExtensionTemplateSpec])[] = [
  [
    'an extension on AKS with node pools',
    {
      cluster: AKS,
      extension: HTTPS,
      nodePools: {
        jobs: { vmSize: 'Standard_DS4_v2', minCount: 1, maxCount: 8, isolation: { kind: 'workload' } },
        router: { vmSize: 'Standard_DS4_v2', minCount: 3 },
        spare: { vmSize: 'Standard_NC6s_v3', minCount: 0, maxCount: 2, spot: true },
      },
    },
  ],
  ['an extension on Arc with a relay', { cluster: ARC, extension: { name: 'azureml', enableTraining: true } }],
  ['online endpoints on Arc', { cluster: ARC, extension: HTTPS }],
];

const SHARED: AttachTemplateCompute = {
  name: 'jobs',
  workspaceResourceId: workspaceOf('vision'),
  namespace: 'ml-jobs',
  identity: { kind: 'systemAssigned' },
  access: {
    registries: { images: testId('Microsoft.ContainerRegistry/registries', 'images', 'rg-data') },
    readBlobs: { data: testId('Microsoft.Storage/storageAccounts', 'data', 'rg-data') },
  },
  workspaceIdentity: { kind: 'userAssigned', name: 'vision', principalId: PRINCIPALS[1] },
};
const COMPUTES: readonly AttachTemplateCompute[] = [
  SHARED,
  {
    name: 'scoring',
    workspaceResourceId: workspaceOf('fraud', 'rg-data'),
    identity: {
      kind: 'userAssigned',
      name: 'scoring',
      resourceId: testId('Microsoft.ManagedIdentity/userAssignedIdentities', 'scoring'),
      principalId: PRINCIPALS[0],
    },
    access: { writeBlobs: { data: testId('Microsoft.Storage/storageAccounts', 'data', 'rg-data') } },
    description: 'online endpoints',
    location: 'northeurope',
    defaultInstanceType: 'small',
    disableLocalAuth: true,
    tags: { owner: 'fraud' },
    extensionInstanceReleaseTrain: 'stable',
  },
  { name: 'plain', workspaceResourceId: workspaceOf('vision') },
];

const ATTACHMENTS: readonly (readonly [string, AttachTemplateSpec])[] = [
  ['attachments of AKS', { cluster: AKS, extension: { name: 'azureml' }, computes: COMPUTES }],
  [
    'attachments of Arc',
    {
      cluster: ARC,
      extension: { name: 'azureml' },
      access: { kind: 'arc', relayNamespaceId: RELAY_ID },
      computes: COMPUTES,
    },
  ],
];

/** What a deployment of a template creates, when its parameters are what their names say. */
function resourcesOf(template: ArmTemplate, cluster: ClusterSpec): DeployedResource[] {
  return deployedResources(template, deployedValues(cluster));
}

/** A body without the properties that are not sent, and the paths at which it had them. */
function sendable(
  body: ArmValue,
  unsent: readonly Unsent[],
  at = '',
): { readonly rest: ArmValue; readonly had: string[] } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { rest: body, had: [] };
  const entries = Object.entries(body).map(([name, value]) => {
    const path = at === '' ? name : `${at}.${name}`;
    const isUnsent = unsent.some((row) => row.path === path && isDeepStrictEqual(row.value, value));
    return isUnsent ? { name, rest: undefined, had: [path] } : { name, ...sendable(value, unsent, path) };
  });
  const rest = entries.flatMap(({ name, rest: value }) => (value === undefined ? [] : [[name, value] as const]));
  return { rest: Object.fromEntries(rest), had: entries.flatMap(({ had }) => had) };
}

/** Holds what the clients send against the resources; tells the types and the unsent properties that there were. */
async function holdAgainstClients(resources: readonly DeployedResource[]): Promise<string[]> {
  const seen: string[] = [];
  for (const resource of resources) {
    const { type } = resource;
    if (!isSentType(type)) {
      expect(WITHOUT_CLIENT).toContain(type);
      continue;
    }
    const { rest, had } = sendable(
      resource.body,
      UNSENT.filter((row) => row.type === type),
    );

    expect(await sentByClient(type, resource)).toStrictEqual({ method: 'PUT', path: idOf(resource), body: rest });
    seen.push(type, ...had.map((path) => `${type} ${path}`));
  }
  return seen;
}

/** The resources of every case. */
const CASES: readonly (readonly [string, readonly DeployedResource[]])[] = [
  ...EXTENSIONS.map(([title, spec]) => [title, resourcesOf(extensionTemplate(spec).template, spec.cluster)] as const),
  ...ATTACHMENTS.map(([title, spec]) => [title, resourcesOf(attachTemplate(spec).template, spec.cluster)] as const),
];

describe('the clients that Microsoft publishes', () => {
  test.each(CASES)('send %s as the template has it', async (_title, resources) => {
    expect(await holdAgainstClients(resources)).not.toStrictEqual([]);
  });

  test('are asked for every type that they create, and leave out no other property', async () => {
    const seen = new Set(await holdAgainstClients(CASES.flatMap(([, resources]) => resources)));

    expect([...seen].sort()).toStrictEqual(
      [...SENT_TYPES, ...UNSENT.map(({ type, path }) => `${type} ${path}`)].sort(),
    );
  });

  test('send random extensions as the template has them', async () => {
    await fc.assert(
      fc.asyncProperty(deployments, async ({ spec, cluster }) => {
        const { template } = extensionTemplate({ cluster, extension: spec });

        expect(await holdAgainstClients(resourcesOf(template, cluster))).not.toStrictEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
