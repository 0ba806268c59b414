import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { ClusterPart, PlacedIssue, PlacedPart } from '../model/platform/cluster-parts';
import { clusterPartIssues } from '../model/platform/cluster-parts.rules';
import { formatIssue, type Issue } from '../model/issues';

const CLUSTER_SCOPE = Symbol.for('azureml-kubernetes.ClusterScope');
const PART = Symbol.for('azureml-kubernetes.ClusterPart');
const DIAGNOSTICS = Symbol.for('azureml-kubernetes.Diagnostics');
const VALIDATED = Symbol.for('azureml-kubernetes.ValidatedClusterScope');

/**
 * Marks everything below it as objects of one cluster, also over several charts: names, mount paths and the like must
 * be unique in it. Without one, each chart stands for a cluster.
 * @example
 * const cluster = new ClusterScope(app, 'prod');
 * const volumes = new Chart(cluster, 'volumes');
 * const ingress = new Chart(cluster, 'ingress');
 */
export class ClusterScope extends Construct {
  /** Whether a construct marks a cluster, also when another copy of this package made it. */
  public static isClusterScope(this: void, construct: IConstruct): boolean {
    return CLUSTER_SCOPE in construct;
  }

  /**
   * Marks a cluster.
   * @param scope - an app, or a construct in a chart
   * @param id - unique in the scope
   */
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    Object.defineProperty(this, CLUSTER_SCOPE, { value: true });
  }
}

/**
 * The construct that stands for the cluster of another one: the nearest {@link ClusterScope}, otherwise the chart.
 * @param construct - a construct below a chart
 */
export function clusterScopeOf(construct: IConstruct): IConstruct {
  return construct.node.scopes.reverse().find(ClusterScope.isClusterScope) ?? Chart.of(construct);
}

/**
 * Makes the description of a construct part of its cluster's, so that the rules between parts see it.
 * @param construct - the construct that renders the part
 * @param part - its resolved description
 * @param diagnostics - the warnings of the part's own rules
 */
export function placePart(construct: IConstruct, part: ClusterPart, diagnostics: readonly Issue[]): void {
  Object.defineProperty(construct, PART, { value: part });
  placeDiagnostics(construct, diagnostics);
  const scope = clusterScopeOf(construct);
  if (VALIDATED in scope) return;
  Object.defineProperty(scope, VALIDATED, { value: true });
  scope.node.addValidation({ validate: rememberingValidator(scope) });
}

/**
 * Keeps the warnings about a construct for {@link diagnosticsOf}.
 * @param construct - the construct that they are about
 * @param diagnostics - those that no rule between parts finds
 */
export function placeDiagnostics(construct: IConstruct, diagnostics: readonly Issue[]): void {
  Object.defineProperty(construct, DIAGNOSTICS, { value: diagnostics });
}

/**
 * Every warning about the constructs at or below a construct: those of their own rules and those between parts of a
 * cluster. cdk8s knows errors only, so whoever wants to see warnings asks for them, for example before `app.synth()`.
 * @param scope - an app, a chart or a single construct
 * @example
 * for (const { place, issue } of diagnosticsOf(app)) console.warn(`${place}: ${formatIssue(issue)}`);
 */
export function diagnosticsOf(scope: IConstruct): readonly PlacedIssue[] {
  const constructs = scope.node.findAll();
  const own = constructs.flatMap((construct) =>
    keptDiagnostics(construct).map((one) => ({ place: construct.node.path, issue: one })),
  );
  const clusters = new Set(constructs.filter((one) => partOf(one) !== undefined).map(clusterScopeOf));
  const places = new Set(constructs.map(({ node }) => node.path));
  const between = [...clusters]
    .flatMap((cluster) => clusterPartIssues(partsOf(cluster)))
    .filter(({ place, issue }) => issue.severity === 'warning' && places.has(place));
  return [...own, ...between];
}

function keptDiagnostics(construct: IConstruct): readonly Issue[] {
  return (Reflect.get(construct, DIAGNOSTICS) as readonly Issue[] | undefined) ?? [];
}

function partOf(construct: IConstruct): ClusterPart | undefined {
  return Reflect.get(construct, PART) as ClusterPart | undefined;
}

function partsOf(cluster: IConstruct): PlacedPart[] {
  return cluster.node.findAll().flatMap((construct) => {
    const part = partOf(construct);
    const belongs = part !== undefined && clusterScopeOf(construct) === cluster;
    return belongs ? [{ place: construct.node.path, part }] : [];
  });
}

/** Validates the tree as it is at each call, and remembers the result while the parts stay the same. */
function rememberingValidator(cluster: IConstruct): () => string[] {
  let seen: readonly PlacedPart[] = [];
  let messages: string[] = [];
  return () => {
    const parts = partsOf(cluster);
    if (!sameParts(parts, seen)) messages = errorMessages(parts);
    seen = parts;
    return messages;
  };
}

function sameParts(parts: readonly PlacedPart[], others: readonly PlacedPart[]): boolean {
  return parts.length === others.length && parts.every((one, index) => one.part === others[index]?.part);
}

function errorMessages(parts: readonly PlacedPart[]): string[] {
  return clusterPartIssues(parts)
    .filter(({ issue }) => issue.severity === 'error')
    .map(({ place, issue }) => `${place}: ${formatIssue(issue)}`);
}
