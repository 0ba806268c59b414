import fc from 'fast-check';
import { Chart, Size, Testing } from 'cdk8s';
import { SecretValue } from 'azureml-kubernetes';
import * as constructs from 'azureml-kubernetes/cdk8s';
import * as components from 'azureml-kubernetes/pulumi';
import { ALL_CASES } from '../support/cases';
import { inClusterDescriptions, type InClusterDescription, type InClusterKind } from '../support/parity/descriptions';
import { lateTexts, resolveInCluster, withOutputs } from '../support/parity/late-texts';
import { sorted } from '../support/parity/azure-requests';
import type { Registration } from '../support/pulumi/fake-engine';
import { clusterProvider, runProgram } from '../support/pulumi/run-program';
import { revealed } from '../support/pulumi/wire-values';

type Placed = InClusterDescription & { readonly id: string };

const mockPlaced: Placed[] = [];

// The cases place constructs: what they place is written down, to be given to the components as well.
jest.mock('azureml-kubernetes/cdk8s', () => {
  const actual: Record<string, unknown> = jest.requireActual('azureml-kubernetes/cdk8s');
  const classes = Object.entries(actual).map(([kind, value]) => [kind, mockRecording(kind, value)]);
  return Object.fromEntries(classes) as unknown;
});

function mockRecording(kind: string, value: unknown): unknown {
  if (typeof value !== 'function' || !/^[A-Z]/.test(kind)) return value;
  return new Proxy(value, {
    construct: (target, args: [unknown, string, InClusterDescription['spec']?], newTarget) => {
      const made: unknown = Reflect.construct(target, args, newTarget);
      mockPlaced.push({ kind: kind as InClusterKind, id: args[1], spec: args[2] ?? {} });
      return made as object;
    },
  });
}

/** The whole platform is a construct so far. */
const IN_BOTH = ALL_CASES.filter(({ title }) => !title.startsWith('platform'));

type Component = new (name: string, args: object, opts: object) => unknown;

/** The objects of a program, in an order that does not depend on it. */
function inOrder(objects: readonly unknown[]): unknown[] {
  const keyed = objects.map((object): [string, unknown] => [JSON.stringify(object), object]);
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, object]) => object);
}

function objectsOf(resources: readonly Registration[], component: string): unknown[] {
  const urn = resources.find(({ name, type }) => name === component && type.startsWith('azureml-'))?.urn;
  return resources.filter(({ parent }) => parent === urn).map(({ inputs }) => sorted(revealed(inputs)));
}

/** What cdk8s has objects for, as text: amounts, and objects that are referred to by name. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object' || value === null || SecretValue.isSecretValue(value)) return value;
  if (value instanceof Size) return value.asString();
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => [
    key,
    key === 'secretName' && typeof inner === 'object' ? (inner as { name: string }).name : asText(inner),
  ]);
  return Object.fromEntries(entries) as unknown;
}

beforeEach(() => {
  mockPlaced.length = 0;
});

describe('Pulumi registers what cdk8s synthesizes', () => {
  test.each(IN_BOTH.map((one) => [one.title, one] as const))('%s', async (_title, example) => {
    const chart = Testing.chart();
    example.build(chart);
    const placed = [...mockPlaced];
    const run = await runProgram(() => {
      const provider = clusterProvider();
      for (const { kind, id, spec } of placed)
        new (components[kind] as Component)(id, asText(spec) as object, { provider });
    });
    const registered = placed.flatMap(({ id }) => objectsOf(run.resources, id));
    const synthesized = (Testing.synth(chart) as unknown[]).map(sorted);
    expect(inOrder(registered)).toStrictEqual(inOrder(synthesized));
  });

  test('for 250 random descriptions, with Outputs in place of some texts', async () => {
    const some = fc.tuple(inClusterDescriptions, fc.infiniteStream(fc.boolean()));
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 25, maxLength: 25 }), async (drawn) => {
        const run = await runProgram(() => {
          const provider = clusterProvider();
          drawn.forEach(([description, chosen], index) => {
            const { kind, spec } = description;
            const resolve = (late: typeof spec) => resolveInCluster({ kind, spec: late });
            const args = withOutputs(
              spec,
              lateTexts(spec, resolve, () => chosen.next().value === true),
            );
            new (components[kind] as Component)(`thing-${String(index)}`, args, { provider });
          });
        });
        const registered = drawn.map((_, index) => inOrder(objectsOf(run.resources, `thing-${String(index)}`)));
        expect(registered).toStrictEqual(drawn.map(([description]) => inOrder(synthesizedOf(description))));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);
});

function synthesizedOf({ kind, spec }: InClusterDescription): unknown[] {
  const chart = new Chart(Testing.app(), 'chart');
  new (constructs[kind] as unknown as new (scope: Chart, id: string, props: object) => unknown)(chart, 'thing', spec);
  return (Testing.synth(chart) as unknown[]).map(sorted);
}
