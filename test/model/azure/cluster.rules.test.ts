import type { ClusterSpec } from '../../../lib/model/azure/cluster';
import { clusterIssues } from '../../../lib/model/azure/cluster.rules';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { AKS, ARC, SUBSCRIPTION } from '../../support/extensions';

const { kind, location } = AKS;

function messages(spec: unknown): string[] {
  return clusterIssues(spec as ClusterSpec).map(formatIssue);
}

describe('clusterIssues', () => {
  test.each<{ readonly spec: ClusterSpec }>([
    { spec: AKS },
    { spec: ARC },
    { spec: { ...ARC, location: 'EastUS2', distribution: 'openshift' } },
    { spec: { ...AKS, name: deferred('name'), resourceGroup: deferred('group'), location: deferred('location') } },
    { spec: { kind: 'aks', resourceId: deferred('id'), location } },
    { spec: { kind: 'provisioned', subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'edge', location } },
  ])('finds nothing wrong with a complete cluster (%#)', ({ spec }) => {
    expect(messages(spec)).toStrictEqual([]);
  });

  test('fails on a cluster that is named in no way, in part, or in two ways', () => {
    const reason = 'the cluster is not named in one of the two ways';
    const fix = 'give resourceId alone, or subscriptionId, resourceGroup and name together [azure/cluster-reference]';
    expect(messages({ kind, location })).toStrictEqual([`${reason} (received nothing); ${fix}`]);
    expect(messages({ kind, location, name: 'ml' })).toStrictEqual([`${reason} (received ["name"]); ${fix}`]);
    expect(messages({ ...ARC, name: 'ml' })).toStrictEqual([`${reason} (received ["resourceId","name"]); ${fix}`]);
  });

  test('fails on a resource id of another kind of cluster', () => {
    expect(messages({ kind, location, resourceId: ARC.resourceId })).toStrictEqual([
      `resourceId: the id belongs to a resource of another type (received ${JSON.stringify(ARC.resourceId)}, expected the id of a resource of type Microsoft.ContainerService/managedClusters); give the id of a resource of the expected type [azure/resource-type]`,
    ]);
  });

  test.each(['East US 2', 'east-us', '2eastus', ''])('fails on the location %j', (received) => {
    expect(messages({ ...AKS, location: received })).toStrictEqual([
      `location: the text is not the name of a location (received ${JSON.stringify(received)}, expected letters and digits, such as eastus2); write the name that Azure interfaces use, such as eastus2, not the one of the portal, such as East US 2 [azure/location]`,
    ]);
  });

  test.each(['a/b', 'my cluster', '', 'x'.repeat(64)])('fails on the name %j', (name) => {
    expect(messages({ ...AKS, name })).toStrictEqual([
      `name: the text is not the name of a cluster resource (received ${JSON.stringify(name)}, expected at most 63 characters without spaces and slashes); give the name of the cluster in Azure, as "az resource show --query name" gives it [azure/cluster-name]`,
    ]);
  });

  test('warns of a location without extensions', () => {
    expect(clusterIssues({ ...AKS, location: 'qatarcentral' })).toMatchObject([
      { code: 'support/region', severity: 'warning', path: ['location'] },
    ]);
  });

  test.each([-1, 1.5, '3'])('fails on %j nodes', (nodeCount) => {
    expect(clusterIssues({ ...AKS, nodeCount } as ClusterSpec)).toMatchObject([
      { code: 'spec/number-range', path: ['nodeCount'] },
    ]);
  });

  test('fails on facts that a kind of cluster does not have', () => {
    expect(clusterIssues({ ...AKS, distribution: 'openshift' } as ClusterSpec, ['cluster'])).toMatchObject([
      { code: 'spec/unknown-property', path: ['cluster', 'distribution'] },
    ]);
    expect(clusterIssues({ ...AKS, kind: 'provisioned' } as unknown as ClusterSpec)).toMatchObject([
      { code: 'spec/unknown-property', path: ['nodeCount'] },
    ]);
  });
});
