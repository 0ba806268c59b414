import * as fc from 'fast-check';

import {
  formatResourceId,
  parseResourceId,
  resourceGroupName,
  resourceId,
  resourceIdOf,
  subscriptionId,
  type ResourceId,
} from '../../../lib/model/azure/resource-id';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { recased } from '../../support/letter-case';

const SUBSCRIPTION = '0b1f6471-1bf0-4dda-aec3-cb9272f09590';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Ml.Prod_(1)`;
const AKS = `${GROUP}/providers/Microsoft.ContainerService/managedClusters/Aks-1`;
const ARC = `${GROUP}/providers/Microsoft.Kubernetes/connectedClusters/Arc-1`;
const COMPUTE = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/Ws/computes/k8s`;
const EXTENSION = `${AKS}/providers/Microsoft.KubernetesConfiguration/extensions/azureml`;

const names = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
const parts = fc.oneof(
  names.map((name) => ({ type: 'Microsoft.Compute/disks', names: [name] })),
  names.map((name) => ({ type: 'Contoso.Things/widgets', names: [name] })),
  fc
    .tuple(names, names)
    .map((both) => ({ type: 'Microsoft.MachineLearningServices/workspaces/computes', names: both })),
);
const ids: fc.Arbitrary<ResourceId> = fc
  .record(
    {
      subscription: fc.uuid(),
      resourceGroup: fc.stringMatching(/^[A-Za-z0-9_().-]{0,30}[A-Za-z0-9_()-]$/),
      own: parts,
      extends: fc.array(parts, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['subscription', 'resourceGroup', 'own'] },
  )
  .map(({ own, ...rest }) => ({ ...rest, ...own }));

describe('parseResourceId', () => {
  test('gives the parts of an id', () => {
    expect(parseResourceId(AKS)).toStrictEqual({
      subscription: SUBSCRIPTION,
      resourceGroup: 'Ml.Prod_(1)',
      type: 'Microsoft.ContainerService/managedClusters',
      names: ['Aks-1'],
    });
  });

  test('gives the names of parents and of the resource', () => {
    expect(parseResourceId(COMPUTE)).toMatchObject({
      type: 'Microsoft.MachineLearningServices/workspaces/computes',
      names: ['Ws', 'k8s'],
    });
  });

  test('gives what a resource extends', () => {
    expect(parseResourceId(EXTENSION)).toMatchObject({
      type: 'Microsoft.KubernetesConfiguration/extensions',
      names: ['azureml'],
      extends: [{ type: 'Microsoft.ContainerService/managedClusters', names: ['Aks-1'] }],
    });
  });

  test('takes a resource that is named like a fixed word', () => {
    const odd = `/subscriptions/${SUBSCRIPTION}/resourceGroups/providers/providers/Contoso.Things/widgets/providers/parts/p`;
    expect(parseResourceId(odd)).toMatchObject({
      resourceGroup: 'providers',
      type: 'Contoso.Things/widgets/parts',
      names: ['providers', 'p'],
    });
  });

  test('reads back what was written', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(parseResourceId(formatResourceId(id))).toStrictEqual(id);
      }),
    );
  });

  test('fails on deferred text, whose parts are not known', () => {
    expect(() => parseResourceId(deferred('id'), ['cluster'])).toThrow(
      /^Azure resource id has 1 error:\n {2}- cluster: .*\[deferred\/literal-required\]$/,
    );
  });
});

describe('resourceId', () => {
  test.each([AKS, ARC, COMPUTE, EXTENSION, `${GROUP}/providers/Contoso.Things/widgets/w`])('takes %s', (id) => {
    expect(resourceId.issues(id, [])).toStrictEqual([]);
    expect(resourceId.literalIssues(id, [])).toStrictEqual([]);
    expect(resourceId.parse(id)).toBe(id);
  });

  test('gives an id of any letter case in its proper one, and leaves names', () => {
    const words = /Aks-1|azureml|Ml\.Prod_\(1\)/g;
    fc.assert(
      fc.property(recased(EXTENSION), (text) => {
        const original = [...EXTENSION.matchAll(words)];
        const kept = original.reduce(
          (id, match) => id.slice(0, match.index) + match[0] + id.slice(match.index + match[0].length),
          text,
        );
        expect(resourceId.parse(kept)).toBe(EXTENSION);
      }),
    );
  });

  test('leaves the letter case of types it does not know, below a provider it knows', () => {
    const id = `${GROUP}/PROVIDERS/microsoft.machinelearningservices/WORKSPACES/w/onlineendpoints/e`;
    expect(resourceId.parse(id)).toBe(
      `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/w/onlineendpoints/e`,
    );
  });

  test('lets deferred text pass as it is', () => {
    const id = `/SUBSCRIPTIONS/${deferred('subscription')}/x`;
    expect(resourceId.issues(id, [])).toStrictEqual([]);
    expect(resourceId.parse(id)).toBe(id);
    expect(resourceId.literalIssues(id, []).map((one) => one.code)).toStrictEqual(['deferred/literal-required']);
  });

  test('fails on a secret', () => {
    const id = deferred('id', { secret: true });
    expect(resourceId.issues(id, []).map((one) => one.code)).toStrictEqual(['deferred/secret-in-plain-text']);
  });

  test.each([
    '',
    'aks',
    '/',
    GROUP,
    `/subscriptions/${SUBSCRIPTION}`,
    `${GROUP}/providers/Microsoft.Compute`,
    `${GROUP}/providers/Microsoft.Compute/disks`,
    `${GROUP}/providers/Microsoft.Compute/disks/`,
    `${AKS}/`,
    `${AKS}/agentPools`,
    `${AKS}//x`,
    `${AKS}/providers/Microsoft.KubernetesConfiguration`,
    AKS.slice(1),
    ` ${AKS}`,
    `${AKS}\n`,
    `https://management.azure.com${AKS}`,
    `${AKS}?api-version=2025-01-01`,
    AKS.replace('Aks-1', 'a b'),
    AKS.replace('Aks-1', 'a.'),
    AKS.replace('Microsoft.ContainerService', 'ContainerService'),
    AKS.replace('providers', 'provider'),
    AKS.replace('resourceGroups', 'resourceGroup'),
  ])('fails on %j', (text) => {
    expect(resourceId.issues(text, []).map((one) => one.code)).toStrictEqual(['azure/resource-id']);
    expect(() => resourceId.parse(text)).toThrow('[azure/resource-id]');
  });

  test('fails with the shape of an id', () => {
    expect(resourceId.issues('aks', ['cluster']).map(formatIssue)).toStrictEqual([
      'cluster: the text is not the id of an Azure resource (received "aks", expected /subscriptions/<guid>/resourceGroups/<group>/providers/<provider>/<type>/<name>); copy the id as the portal or "az resource show --query id" gives it, without host name and final slash [azure/resource-id]',
    ]);
  });

  test('fails on the name of a subscription', () => {
    expect(resourceId.issues(AKS.replace(SUBSCRIPTION, 'Production'), []).map((one) => one.code)).toStrictEqual([
      'azure/subscription-id',
    ]);
  });

  test.each(['rg.', 'a*b', 'a'.repeat(91)])('fails on the resource group %s', (group) => {
    expect(resourceId.issues(AKS.replace('Ml.Prod_(1)', group), []).map((one) => one.code)).toStrictEqual([
      'azure/resource-group',
    ]);
  });

  test.each(['connectedClusters', 'connectedclusters', 'ConnectedClusters'])(
    'fails on an Arc cluster under the provider of AKS, written %s',
    (type) => {
      const wrong = AKS.replace('managedClusters', type);
      const message = `id: an Arc-enabled cluster does not belong to Microsoft.ContainerService (received "${wrong}"); write Microsoft.Kubernetes/connectedClusters, or Microsoft.ContainerService/managedClusters for AKS [azure/connected-cluster-provider]`;
      expect(resourceId.issues(wrong, ['id']).map(formatIssue)).toStrictEqual([message]);
      expect(
        resourceIdOf('Microsoft.Kubernetes/connectedClusters').issues(wrong, ['id']).map(formatIssue),
      ).toStrictEqual([message]);
      expect(resourceId.issues(EXTENSION.replace('managedClusters', type), []).map((one) => one.code)).toStrictEqual([
        'azure/connected-cluster-provider',
      ]);
    },
  );

  test.each([1, null, {}])('fails on %j, which is no text', (value) => {
    expect(resourceId.issues(value, []).map((one) => one.code)).toStrictEqual(['spec/type']);
  });
});

describe('resourceIdOf', () => {
  const cluster = resourceIdOf('Microsoft.ContainerService/managedClusters', 'Microsoft.Kubernetes/connectedClusters');

  test.each([AKS, ARC, AKS.toLowerCase()])('takes %s', (id) => {
    expect(cluster.issues(id, [])).toStrictEqual([]);
  });

  test.each([EXTENSION, COMPUTE, `${AKS}/agentPools/p`])('fails on %s, of another type', (id) => {
    expect(cluster.issues(id, ['id']).map(formatIssue)).toStrictEqual([
      `id: the id belongs to a resource of another type (received "${id}", expected the id of a resource of type Microsoft.ContainerService/managedClusters or Microsoft.Kubernetes/connectedClusters); give the id of a resource of the expected type [azure/resource-type]`,
    ]);
  });

  test('lets deferred text pass', () => {
    expect(cluster.issues(deferred('clusterId'), [])).toStrictEqual([]);
  });
});

describe('formatResourceId', () => {
  test('writes parts in their proper letter case', () => {
    expect(
      formatResourceId({
        subscription: SUBSCRIPTION.toUpperCase(),
        resourceGroup: 'Ml.Prod_(1)',
        type: 'microsoft.kubernetesconfiguration/extensions',
        names: ['azureml'],
        extends: [{ type: 'microsoft.containerservice/managedclusters', names: ['Aks-1'] }],
      }),
    ).toBe(EXTENSION);
  });

  test('takes deferred parts', () => {
    const subscription = deferred('subscription');
    expect(
      formatResourceId({
        subscription,
        resourceGroup: 'ml',
        type: 'microsoft.compute/disks',
        names: [deferred('disk')],
      }),
    ).toBe(`/subscriptions/${subscription}/resourceGroups/ml/providers/Microsoft.Compute/disks/${deferred('disk')}`);
  });

  test.each([[[]], [['a', 'b']]])('fails when the names are %j for a type of one part', (given) => {
    expect(() =>
      formatResourceId({
        subscription: SUBSCRIPTION,
        resourceGroup: 'ml',
        type: 'Microsoft.Compute/disks',
        names: given,
      }),
    ).toThrow(/names: .*expected a name for each part of the type.*\[azure\/resource-id\]$/);
  });

  test('fails on a part that does not fit into an id', () => {
    const id = { subscription: SUBSCRIPTION, resourceGroup: 'ml', type: 'Microsoft.Compute/disks', names: ['a/b'] };
    expect(() => formatResourceId(id)).toThrow('[azure/resource-id]');
    expect(() => formatResourceId({ ...id, names: ['a'], resourceGroup: 'ml.' })).toThrow('[azure/resource-group]');
    expect(() => formatResourceId({ ...id, names: [], type: 'Microsoft.Compute' })).toThrow('[azure/resource-id]');
  });
});

describe('resourceGroupName', () => {
  test.each(['ml', '1', '_', '(a)', 'a.b', 'gruppe-ä', 'a'.repeat(90)])('takes %s', (name) => {
    expect(resourceGroupName.parse(name)).toBe(name);
  });

  test.each(['', 'a.', 'a b', 'a/b', 'a*', 'a'.repeat(91), 'a\n'])('fails on %j', (name) => {
    expect(resourceGroupName.issues(name, []).map((one) => one.code)).toStrictEqual(['azure/resource-group']);
  });
});

describe('subscriptionId', () => {
  test.each([SUBSCRIPTION, SUBSCRIPTION.toUpperCase()])('takes %s', (id) => {
    expect(subscriptionId.issues(id, [])).toStrictEqual([]);
  });

  test.each(['', 'Production', SUBSCRIPTION.slice(1), `{${SUBSCRIPTION}}`, `${SUBSCRIPTION}\n`])(
    'fails on %j',
    (id) => {
      expect(subscriptionId.issues(id, []).map((one) => one.code)).toStrictEqual(['azure/subscription-id']);
    },
  );
});
