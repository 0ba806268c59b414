import fc from 'fast-check';
import { deferred, type WorkspaceIdentity } from 'azureml-kubernetes';
import type { AttachTemplateCompute, AttachTemplateSpec } from 'azureml-kubernetes/arm';
import { AKS_ID, ARC_ID, OTHER_SUBSCRIPTION, PRINCIPALS, RELAY_ID, testId, workspaceOf } from './attach';

/** What may be known only when the template is deployed. */
const VALUES = {
  aks: AKS_ID,
  arc: ARC_ID,
  location: 'westeurope',
  vision: workspaceOf('vision'),
  fraud: workspaceOf('fraud', 'rg-data'),
  visionPrincipal: PRINCIPALS[0],
  identity: testId('Microsoft.ManagedIdentity/userAssignedIdentities', 'jobs'),
  identityPrincipal: PRINCIPALS[1],
  extensionPrincipal: 'cccccccc-0000-4000-8000-00000000000c',
  images: testId('Microsoft.ContainerRegistry/registries', 'images', 'rg-data'),
  data: `${OTHER_SUBSCRIPTION}/resourceGroups/rg-ml/providers/Microsoft.Storage/storageAccounts/data`,
  relay: RELAY_ID,
} as const;
type Value = keyof typeof VALUES;
type Text = (name: Value) => string;

const names = Object.keys(VALUES) as Value[];
/** Each value as it is or, where the name is among the late ones, deferred. */
const texts: fc.Arbitrary<Text> = fc
  .subarray(names)
  .map((late) => (name) => (late.includes(name) ? deferred(name) : VALUES[name]));

function computes(text: Text): fc.Arbitrary<readonly AttachTemplateCompute[]> {
  const visionIdentity: WorkspaceIdentity = {
    kind: 'userAssigned',
    name: 'vision',
    principalId: text('visionPrincipal'),
  };
  const workspace = fc.constantFrom(
    { workspaceResourceId: text('vision'), workspaceIdentity: visionIdentity },
    { workspaceResourceId: text('fraud') },
  );
  const identity = fc.constantFrom(
    { kind: 'systemAssigned' } as const,
    {
      kind: 'userAssigned',
      name: 'jobs',
      resourceId: text('identity'),
      principalId: text('identityPrincipal'),
    } as const,
  );
  const access = fc.record(
    {
      registries: fc.constant({ images: text('images') }),
      readBlobs: fc.constant({ data: text('data') }),
      highBusinessImpactStorage: fc.constant({ data: text('data') }),
    },
    { requiredKeys: [] },
  );
  const options = fc.oneof(
    fc.constant({}),
    fc.record({ identity, access }),
    fc.record(
      {
        extensionPrincipalId: fc.constant(text('extensionPrincipal')),
        extensionInstanceReleaseTrain: fc.constant('stable'),
        tags: fc.constant({ of: text('location') }),
        location: fc.constant(text('location')),
        description: fc.constant('jobs of all teams'),
        defaultInstanceType: fc.constant('gpu'),
        disableLocalAuth: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  );
  return fc
    .array(fc.tuple(workspace, options), { minLength: 1, maxLength: 3 })
    .map((list) =>
      list.map(([place, more], index) => ({ name: `c-${String(index)}`, namespace: 'ml-jobs', ...place, ...more })),
    );
}

const aksAccess = fc.record(
  {
    kind: fc.constant('aks' as const),
    azureRbac: fc.boolean(),
    localAccounts: fc.boolean(),
    authorizedIpRanges: fc.boolean(),
    apiServer: fc.constantFrom('public' as const, 'privateWithPublicName' as const),
  },
  { requiredKeys: ['kind'] },
);

/** Right descriptions of attachments, in which values may be known late. */
export const attachments: fc.Arbitrary<AttachTemplateSpec> = texts.chain((text) =>
  fc
    .record(
      {
        cluster: fc.constant({ kind: 'aks', resourceId: text('aks'), location: text('location') } as const),
        computes: computes(text),
        extension: fc.constant({ name: 'azureml' }),
        access: aksAccess,
      },
      { requiredKeys: ['cluster', 'computes'] },
    )
    .chain((aks) =>
      fc.constantFrom<AttachTemplateSpec>(aks, {
        ...aks,
        cluster: { kind: 'arc', resourceId: text('arc'), location: text('location') },
        access: { kind: 'arc', relayNamespaceId: text('relay') },
      }),
    ),
);

/** The value that is known late by a name. */
export function attachedValue(name: string): string {
  return VALUES[name as Value];
}
