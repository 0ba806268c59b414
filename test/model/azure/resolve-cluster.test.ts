import * as fc from 'fast-check';

import { CLUSTER_KINDS, isOpenShift, type ClusterKind } from '../../../lib/model/azure/cluster';
import { resolveCluster } from '../../../lib/model/azure/resolve-cluster';
import { deferred, resourceIdSegment, substituteDeferredIn } from '../../../lib/model/deferred';
import { AKS, ARC, SUBSCRIPTION } from '../../support/extensions';

const names = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,30}[A-Za-z0-9]$/);

describe('resolveCluster', () => {
  test('makes the id of the parts', () => {
    expect(resolveCluster(AKS)).toStrictEqual({
      kind: 'aks',
      resourceId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-ml/providers/Microsoft.ContainerService/managedClusters/ml`,
      subscriptionId: SUBSCRIPTION,
      resourceGroup: 'rg-ml',
      name: 'ml',
      location: 'westeurope',
      nodeCount: 3,
      warnings: [],
    });
  });

  test('takes the parts from an id in any letter case', () => {
    const resourceId = `/Subscriptions/${SUBSCRIPTION.toUpperCase()}/resourcegroups/RG/providers/microsoft.kubernetes/connectedclusters/Plant`;
    expect(resolveCluster({ ...ARC, resourceId, distribution: 'OpenShift' })).toStrictEqual({
      kind: 'arc',
      resourceId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/RG/providers/Microsoft.Kubernetes/connectedClusters/Plant`,
      subscriptionId: SUBSCRIPTION,
      resourceGroup: 'RG',
      name: 'Plant',
      location: 'westeurope',
      nodeCount: 5,
      distribution: 'OpenShift',
      warnings: [],
    });
  });

  test('leaves the parts of an id open that is known only at deployment', () => {
    const resourceId = deferred('id');
    expect(resolveCluster({ kind: 'aks', resourceId, location: deferred('location') })).toStrictEqual({
      kind: 'aks',
      resourceId,
      subscriptionId: resourceIdSegment(resourceId, 1),
      resourceGroup: resourceIdSegment(resourceId, 3),
      name: resourceIdSegment(resourceId, 7),
      location: deferred('location'),
      warnings: [],
    });
  });

  test('gives the same cluster for its parts, its id, and an id that is put in later', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(CLUSTER_KINDS) as ClusterKind[])),
        fc.uuid(),
        names,
        names,
        (kind, subscriptionId, resourceGroup, name) => {
          const byParts = resolveCluster({ kind, subscriptionId, resourceGroup, name, location: 'eastus' });
          const { resourceId } = byParts;
          const later = resolveCluster({ kind, resourceId: deferred('id'), location: 'eastus' });
          expect(resolveCluster({ kind, resourceId, location: 'eastus' })).toStrictEqual(byParts);
          expect(substituteDeferredIn(later, () => resourceId)).toStrictEqual(byParts);
        },
      ),
    );
  });

  test('fails on a cluster with an issue', () => {
    expect(() => resolveCluster({ ...AKS, location: 'East US' })).toThrow(/^cluster has 1 error:\n {2}- location: /);
  });
});

describe('CLUSTER_KINDS', () => {
  test.each(Object.entries(CLUSTER_KINDS))('names the resource type of %s by its parts', (_kind, row) => {
    expect(row.resourceType).toBe(`${row.provider}/${row.type}`);
  });

  test('has an identity for the extension on everything but AKS', () => {
    expect(Object.entries(CLUSTER_KINDS).map(([kind, row]) => [kind, row.extensionIdentity])).toStrictEqual([
      ['aks', 'none'],
      ['arc', 'SystemAssigned'],
      ['provisioned', 'SystemAssigned'],
    ]);
  });
});

describe('isOpenShift', () => {
  test('compares the distribution in any letter case', () => {
    expect(
      ['openshift', 'OpenShift', 'openshift4', 'k3s'].map((distribution) => isOpenShift({ distribution })),
    ).toStrictEqual([true, true, false, false]);
    expect(isOpenShift({})).toBe(false);
  });
});
