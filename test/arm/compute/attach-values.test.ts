import * as fc from 'fast-check';
import { deferred, substituteDeferredIn, type WorkspaceIdentity } from 'azureml-kubernetes';
import { attachTemplate, type AttachTemplateCompute, type AttachTemplateSpec } from 'azureml-kubernetes/arm';
import { AKS_ID, ARC_ID, OTHER_SUBSCRIPTION, PRINCIPALS, RELAY_ID, testId, workspaceOf } from '../../support/attach';
import { deployedResources, idOf, type DeployedResource } from '../../support/deployed-resources';

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
    fc.constant({ extensionPrincipalId: text('extensionPrincipal'), tags: { of: text('location') } }),
  );
  return fc
    .array(fc.tuple(workspace, options), { minLength: 1, maxLength: 3 })
    .map((list) =>
      list.map(([place, more], index) => ({ name: `c-${String(index)}`, namespace: 'ml-jobs', ...place, ...more })),
    );
}

const specs: fc.Arbitrary<AttachTemplateSpec> = texts.chain((text) =>
  fc
    .record(
      {
        cluster: fc.constant({ kind: 'aks', resourceId: text('aks'), location: text('location') } as const),
        computes: computes(text),
        extension: fc.constant({ name: 'azureml' }),
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

function known(name: string): string {
  return VALUES[name as Value];
}

function byId(resources: readonly DeployedResource[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(resources.map((resource) => [idOf(resource), resource]));
}

describe('the template of the attachments', () => {
  test('creates the same when values are put in afterwards', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const later = deployedResources(attachTemplate(spec).template, known);
        const before = attachTemplate(substituteDeferredIn(spec, ({ name }) => known(name))).template;

        expect(Object.keys(before.parameters)).toStrictEqual([]);
        expect(byId(later)).toStrictEqual(byId(deployedResources(before, known)));
        expect(Object.keys(byId(later))).toHaveLength(later.length);
      }),
      { numRuns: 500 },
    );
  });
});
