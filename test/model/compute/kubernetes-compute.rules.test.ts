import { kubernetesComputeIssues } from '../../../lib/model/compute/kubernetes-compute.rules';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { ARC_ID, COMPUTE, PRINCIPALS, testId } from '../../support/attach';

const IDENTITY = testId('Microsoft.ManagedIdentity/userAssignedIdentities', 'jobs');
const REGISTRY = testId('Microsoft.ContainerRegistry/registries', 'images');
const STORAGE = testId('Microsoft.Storage/storageAccounts', 'data');
const USER_ASSIGNED = { kind: 'userAssigned', name: 'jobs', resourceId: IDENTITY } as const;

function messages(changes: object): string[] {
  return kubernetesComputeIssues({ ...COMPUTE, ...changes }).map(formatIssue);
}

describe('kubernetesComputeIssues', () => {
  test('finds nothing wrong with the least that can be said', () => {
    expect(messages({})).toStrictEqual([]);
    expect(messages({ resourceId: ARC_ID })).toStrictEqual([]);
  });

  test('finds nothing wrong with everything that can be said', () => {
    expect(
      messages({
        location: 'westeurope',
        computeLocation: 'eastus',
        namespace: 'ml-jobs',
        identity: { ...USER_ASSIGNED, principalId: PRINCIPALS[0] },
        access: {
          registries: { images: REGISTRY },
          readBlobs: { data: STORAGE },
          writeBlobs: { data: STORAGE },
          highBusinessImpactStorage: { data: STORAGE },
        },
        workspaceIdentity: { kind: 'userAssigned', name: 'workspace', principalId: PRINCIPALS[1] },
        defaultInstanceType: 'cpu-small',
        description: 'jobs of the vision team',
        disableLocalAuth: true,
        tags: { team: 'vision', empty: '' },
        extensionPrincipalId: PRINCIPALS[0],
        extensionInstanceReleaseTrain: 'Stable',
      }),
    ).toStrictEqual([]);
  });

  test('takes ids that are known only at deployment', () => {
    const later = deferred('later');

    expect(
      messages({
        workspaceResourceId: later,
        resourceId: later,
        location: later,
        computeLocation: later,
        namespace: later,
        identity: { ...USER_ASSIGNED, resourceId: later, principalId: later },
        access: { registries: { images: later } },
        workspaceIdentity: { kind: 'userAssigned', name: 'workspace', principalId: later },
        extensionPrincipalId: later,
      }),
    ).toStrictEqual([]);
  });

  test('fails on names that are known only at deployment', () => {
    expect(
      messages({ name: deferred('name'), identity: { ...USER_ASSIGNED, name: deferred('identity') } }),
    ).toStrictEqual([
      'name: the value must be known when the program runs (received "<name>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
      'identity.name: the value must be known when the program runs (received "<identity>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
    ]);
  });

  test.each(['j', 'a-name-of-17-char', 'under_score', 'dot.ted', ''])('fails on the name %j', (name) => {
    expect(messages({ name })).toStrictEqual([
      expect.stringMatching(/^name: the text is not the name of a compute .*\[scheduling\/compute-name\]$/),
    ]);
  });

  test('warns about a name that starts with a digit or hyphen', () => {
    expect(messages({ name: '1jobs' })).toStrictEqual([
      'name: the name of the compute does not start with a letter, which not every tool takes (received "1jobs"); start the name with a letter [compute/name-start]',
    ]);
  });

  test('fails on ids of other things', () => {
    expect(messages({ workspaceResourceId: ARC_ID, resourceId: STORAGE })).toStrictEqual([
      expect.stringMatching(/^workspaceResourceId: .*\[azure\/resource-type\]$/),
      expect.stringMatching(/^resourceId: .*managedClusters or Microsoft\.Kubernetes.*\[azure\/resource-type\]$/),
    ]);
    expect(messages({ resourceId: testId('Microsoft.ContainerService/connectedClusters', 'edge') })).toStrictEqual([
      expect.stringMatching(/^resourceId: .*\[azure\/connected-cluster-provider\]$/),
    ]);
  });

  test('fails on a map of instance types', () => {
    expect(messages({ instanceTypes: { small: {} } })).toStrictEqual([
      'instanceTypes: instance types are not defined on the compute; define them as InstanceType objects, which are there for every compute of the cluster [compute/instance-types-map]',
    ]);
  });

  test('fails on principals that are no object ids', () => {
    expect(
      messages({ extensionPrincipalId: 'azureml', identity: { ...USER_ASSIGNED, principalId: '1' } }),
    ).toStrictEqual([
      'extensionPrincipalId: the text is not the object id of a service principal (received "azureml", expected a GUID); give the GUID, as "az identity show --query principalId" gives it; it is not the client id [compute/principal-id]',
      'identity.principalId: the text is not the object id of a service principal (received "1", expected a GUID); give the GUID, as "az identity show --query principalId" gives it; it is not the client id [compute/principal-id]',
    ]);
  });

  test('fails on an identity of a kind that there is not', () => {
    expect(messages({ identity: { kind: 'SystemAssigned' } })).toStrictEqual([
      expect.stringMatching(/^identity\.kind: .*; did you mean "systemAssigned"\? \[spec\/choice\]$/),
    ]);
  });

  test('fails on access that nobody could use', () => {
    expect(messages({ access: { registries: { images: REGISTRY } } })).toStrictEqual([
      'access: the compute has access to resources and no identity that could use it; give the compute an identity, systemAssigned or userAssigned [compute/access-without-identity]',
    ]);
    expect(messages({ access: { registries: {} } })).toStrictEqual([]);
  });

  test('fails on access of an identity whose principal is not known', () => {
    const access = { readBlobs: { data: STORAGE } };

    expect(messages({ access, identity: USER_ASSIGNED })).toStrictEqual([
      'identity.principalId: roles have to be assigned to the identity of the compute, and its principal is not known; give principalId, as "az identity show --query principalId" gives it [compute/principal-required]',
    ]);
    expect(messages({ access, identity: { kind: 'systemAssigned' } })).toStrictEqual([]);
    expect(messages({ identity: USER_ASSIGNED })).toStrictEqual([]);
  });
});
