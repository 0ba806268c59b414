import * as fc from 'fast-check';
import { substituteDeferredIn } from 'azureml-kubernetes';
import { attachTemplate } from 'azureml-kubernetes/arm';
import { attachedValue, attachments } from '../../support/attach-arbitraries';
import { deployedResources, idOf, type DeployedResource } from '../../support/deployed-resources';

function byId(resources: readonly DeployedResource[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(resources.map((resource) => [idOf(resource), resource]));
}

describe('the template of the attachments', () => {
  test('creates the same when values are put in afterwards', () => {
    fc.assert(
      fc.property(attachments, (spec) => {
        const later = deployedResources(attachTemplate(spec).template, attachedValue);
        const before = attachTemplate(substituteDeferredIn(spec, ({ name }) => attachedValue(name))).template;

        expect(Object.keys(before.parameters)).toStrictEqual([]);
        expect(byId(later)).toStrictEqual(byId(deployedResources(before, attachedValue)));
        expect(Object.keys(byId(later))).toHaveLength(later.length);
      }),
      { numRuns: 500 },
    );
  });
});
