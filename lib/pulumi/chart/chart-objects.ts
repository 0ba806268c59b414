import * as pulumi from '@pulumi/pulumi';
import { isDeferred } from '../../model/deferred';
import { isPlainObject, optional, required, type Check } from '../../model/fields';
import { issue, type Issue, type Path } from '../../model/issues';
import { typeIssue } from '../../model/text-format';
import { assertValid } from '../../model/validation-error';
import { componentOptionIssues } from '../component-options';
import { pulumiOptions, type ComponentOptions } from '../component-plan';
import { consistsOf, waitingFor, waitingForParts } from '../depended-on';
import { stoppingTheProgram } from '../errors';
import { programObject, withParts, wrongPart } from '../held-parts';
import { kubernetesProviderIssues } from '../kubernetes-provider';
import { createKubernetesResource, type ManifestInputs } from '../kubernetes-resource';
import { lateCheck, type Rules } from '../late-check';
import { restoreOutputs } from '../restore';
import { componentType } from '../roles';
import { ChartOutputs } from './chart-outputs';

/** A chart of cdk8s, or anything else that gives Kubernetes objects. */
export interface ObjectSource {
  /** The objects as plain data. */
  toJson(): unknown[];
}

/** The arguments of {@link ChartObjects}. */
export interface ChartObjectsArgs {
  /** The chart. */
  readonly chart: ObjectSource;
  /**
   * The Outputs that were given to the chart.
   * @default - none
   */
  readonly outputs?: ChartOutputs;
}

interface ChartObject extends ManifestInputs {
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: { readonly group?: string; readonly names?: { readonly kind?: string } };
}

/**
 * The objects of any chart of cdk8s in a Pulumi program, each as a resource of its own: typed where the SDK has a class,
 * otherwise a custom resource. Objects in a namespace of the chart come after it, custom resources after their
 * definition in the chart.
 *
 * Children: `<kind>-<name>`, with the namespace at the end where two would be the same.
 * @example
 * new ChartObjects('web', { chart }, { provider });
 */
export class ChartObjects extends pulumi.ComponentResource {
  /** The resources, in the order of the chart. */
  public readonly objects: readonly pulumi.CustomResource[];

  /**
   * Takes the objects out of the chart and creates them.
   * @param name - unique in the program
   * @param args - the chart
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError when no provider is given, the chart gives no list of objects, or one of them has no kind or
   * name; nothing is created then
   */
  public constructor(name: string, args: ChartObjectsArgs, opts: ComponentOptions<string> = {}) {
    const { chart, outputs = new ChartOutputs() } = withParts(`ChartObjects ${name}`, args, {
      chart: required(programObject),
      outputs: optional(isChartOutputs),
    });
    const objects = stoppingTheProgram(() => objectsOf(name, chart, opts));
    const restored = objects.map((one) => stoppingTheProgram(() => restoreOutputs(one, outputs.values)));
    const own = pulumiOptions(opts);
    super(componentType('ChartObjects'), name, {}, own);
    const rules: Rules = (_, issues) => assertValid(`ChartObjects ${name}`, issues);
    const checked = lateCheck(this, { known: {}, values: outputs.values }, rules, own);
    const created = new Map<ChartObject, pulumi.CustomResource>();
    for (const index of order(objects)) {
      const object = objects[index];
      const inputs = restored[index];
      if (object === undefined || inputs === undefined) continue;
      const dependsOn = objects.filter((other) => isNeeded(other, object)).flatMap((other) => created.get(other) ?? []);
      const role = roleOf(object, objects);
      const needed = waitingFor({ parent: this, dependsOn }, checked);
      const options = pulumi.mergeOptions(needed, waitingForParts(opts.children?.[role] ?? {}));
      created.set(object, createKubernetesResource(`${name}-${role}`, inputs as unknown as ManifestInputs, options));
    }
    this.objects = objects.flatMap((object) => created.get(object) ?? []);
    consistsOf(this, ...this.objects);
    this.registerOutputs({});
  }
}

/** The Outputs of a chart, also of another copy of this package. */
const isChartOutputs: Check = (value, path) =>
  isPlainObject(value) && value['values'] instanceof Map ? [] : [wrongPart(value, path, 'ChartOutputs')];

/** What a chart gives, which may be anything in a program without types. */
function objectsOf(name: string, chart: Partial<ObjectSource>, opts: ComponentOptions<string>): readonly ChartObject[] {
  const given: unknown = typeof chart.toJson === 'function' ? chart.toJson() : undefined;
  const own = Array.isArray(given)
    ? given.flatMap(objectIssues)
    : [typeIssue(given, ['chart', 'toJson'], 'a function that returns a list of objects, as charts of cdk8s have it')];
  assertValid(`ChartObjects ${name}`, [...kubernetesProviderIssues(opts), ...own]);
  const objects = given as readonly ChartObject[];
  const roles = objects.map((object) => roleOf(object, objects));
  assertValid(`ChartObjects ${name}`, componentOptionIssues(opts, roles));
  return objects;
}

/** Namespaces and definitions first. */
function order(objects: readonly ChartObject[]): number[] {
  const first = objects.flatMap(({ kind }, index) => (isFoundation(kind) ? [index] : []));
  return [...first, ...objects.flatMap(({ kind }, index) => (isFoundation(kind) ? [] : [index]))];
}

function isFoundation(kind: string): boolean {
  return kind === 'Namespace' || kind === 'CustomResourceDefinition';
}

function isNeeded(other: ChartObject, { apiVersion, kind, metadata }: ChartObject): boolean {
  if (other.kind === 'Namespace') return metadata.namespace === other.metadata.name;
  if (other.kind !== 'CustomResourceDefinition') return false;
  return other.spec?.names?.kind === kind && apiVersion.startsWith(`${other.spec.group ?? ''}/`);
}

function roleOf({ kind, metadata }: ChartObject, objects: readonly ChartObject[]): string {
  const same = objects.filter((other) => other.kind === kind && other.metadata.name === metadata.name);
  const role = `${kind}-${metadata.name}`;
  return same.length > 1 && metadata.namespace !== undefined ? `${role}-${metadata.namespace}` : role;
}

function objectIssues(value: unknown, index: number): Issue[] {
  const object = value as Partial<ChartObject> | null | undefined;
  return [
    ...literalIssues(object?.apiVersion, [index, 'apiVersion']),
    ...literalIssues(object?.kind, [index, 'kind']),
    ...literalIssues(object?.metadata?.name, [index, 'metadata', 'name']),
  ];
}

function literalIssues(value: unknown, path: Path): Issue[] {
  if (typeof value !== 'string') return [typeIssue(value, path, 'a text')];
  return isDeferred(value) ? [issue('deferred/literal-required', path, { received: value })] : [];
}
