import fc from 'fast-check';
import {
  formatResourceId,
  parseResourceId,
  resourceId,
  resourceIdOf,
  resourceGroupName,
  subscriptionId,
} from '../../../lib/model/azure/resource-id';
import { RESOURCE_TYPES } from '../../../lib/model/azure/resource-types';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';

const SUBSCRIPTION = '0b1f6471-1bf0-4dda-aec3-cb9272f09590';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-ML`;
const CLUSTER = `${GROUP}/providers/Microsoft.ContainerService/managedClusters/ml-Cluster`;

function codes(text: unknown): string[] {
  return resourceId.issues(text, []).map(({ code }) => code);
}

describe('parseResourceId', () => {
  test('gives the parts in their proper case, whatever case was given', () => {
    const parts = {
      subscription: SUBSCRIPTION,
      resourceGroup: 'rg-ML',
      type: 'Microsoft.ContainerService/managedClusters',
      names: ['ml-Cluster'],
    };

    expect(parseResourceId(CLUSTER)).toStrictEqual(parts);
    expect(
      parseResourceId(
        `/SUBSCRIPTIONS/${SUBSCRIPTION.toUpperCase()}/resourcegroups/rg-ML/providers/microsoft.containerservice/managedclusters/ml-Cluster`,
      ),
    ).toStrictEqual(parts);
  });

  test('gives the names of parents before the own name', () => {
    expect(
      parseResourceId(`${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/jobs`),
    ).toMatchObject({ type: 'Microsoft.MachineLearningServices/workspaces/computes', names: ['ws', 'jobs'] });
  });

  test('survives rendering', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,20}[A-Za-z0-9]$/);
    fc.assert(
      fc.property(fc.constantFrom(...RESOURCE_TYPES), name, name, name, fc.uuid(), (type, group, one, two, guid) => {
        const names = [one, two].slice(0, type.replaceAll(/[^/]/g, '').length);
        const id = { subscription: guid, resourceGroup: group, type, names };

        expect(parseResourceId(formatResourceId(id))).toStrictEqual(id);
        expect(resourceId.parse(formatResourceId(id).toLowerCase())).toContain(
          `/providers/${type.replace(/\/.*/, '')}/`,
        );
      }),
    );
  });

  test.each([
    ['', 'azure/resource-id'],
    ['ml-cluster', 'azure/resource-id'],
    [GROUP, 'azure/resource-id'],
    [`${CLUSTER}/`, 'azure/resource-id'],
    [CLUSTER.slice(1), 'azure/resource-id'],
    [CLUSTER.replace(SUBSCRIPTION, 'my-subscription'), 'azure/subscription-id'],
    [CLUSTER.replace('rg-ML', 'rg.'), 'azure/resource-group'],
    [CLUSTER.replace('managedClusters', 'connectedClusters'), 'azure/connected-cluster-provider'],
  ])('fails on %j', (text, code) => {
    expect(codes(text)).toStrictEqual([code]);
    expect(() => parseResourceId(text)).toThrow(code);
  });

  test('fails on an id that is known only at deployment, which flows through as text', () => {
    expect(() => parseResourceId(deferred('cluster'))).toThrow(/deferred\/literal-required/);
    expect(codes(deferred('cluster'))).toStrictEqual([]);
  });

  test('says where a connected cluster belongs', () => {
    const wrong = CLUSTER.replace('managedClusters', 'connectedClusters');

    expect(resourceId.issues(wrong, ['clusterId']).map(formatIssue)).toStrictEqual([
      expect.stringMatching(
        /^clusterId: an Arc-enabled cluster does not belong to Microsoft\.ContainerService .*Microsoft\.Kubernetes.*\[azure\/connected-cluster-provider\]$/,
      ),
    ]);
  });
});

describe('resourceIdOf', () => {
  const disk = resourceIdOf('Microsoft.Compute/disks');

  test('takes ids of its types alone', () => {
    expect(disk.issues(`${GROUP}/providers/Microsoft.Compute/disks/data`, [])).toStrictEqual([]);
    expect(disk.issues(CLUSTER, []).map(({ code }) => code)).toStrictEqual(['azure/resource-type']);
  });
});

describe('names of Azure', () => {
  test.each(['rg', 'rg-ml_1.(x)', 'ä'])('a resource group may be %s', (name) => {
    expect(resourceGroupName.issues(name, [])).toStrictEqual([]);
  });

  test.each(['', 'rg.', 'a/b', 'a b', 'a'.repeat(91)])('fails on %j as a resource group', (name) => {
    expect(resourceGroupName.issues(name, []).map(({ code }) => code)).toStrictEqual(['azure/resource-group']);
  });

  test('fails on a subscription that is no GUID', () => {
    expect(subscriptionId.issues(SUBSCRIPTION, [])).toStrictEqual([]);
    expect(subscriptionId.issues('production', []).map(({ code }) => code)).toStrictEqual(['azure/subscription-id']);
  });
});
