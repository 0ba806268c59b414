import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { ClusterPart, PlacedIssue, PlacedPart } from '../model/platform/cluster-parts';
import { clusterPartIssues } from '../model/platform/cluster-parts.rules';
import { formatIssue, type Issue } from '../model/issues';

const CLUSTER_SCOPE = Symbol.for('azureml-kubernetes.ClusterScope');
const DIAGNOSTICS = Symbol.for('azureml-kubernetes.Diagnostics');
const PLACED = Symbol.for('azureml-kubernetes.PlacedParts');
const PLACED_BELOW = new WeakMap<IConstruct, PlacedPart<IConstruct>[]>();

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
  for (let scope: IConstruct | undefined = construct; scope !== undefined; scope = scope.node.scope) {
    if (ClusterScope.isClusterScope(scope)) return scope;
  }
  return Chart.of(construct);
}

/**
 * Makes the description of a construct part of its cluster's, so that the rules between parts see it.
 * @param construct - the construct that renders the part
 * @param part - its resolved description
 * @param diagnostics - the warnings of the part's own rules
 */
export function placePart(construct: IConstruct, part: ClusterPart, diagnostics: readonly Issue[]): void {
  placeDiagnostics(construct, diagnostics);
  const parent = construct.node.scope ?? construct;
  const placed = PLACED_BELOW.get(parent) ?? placedBelow(parent);
  placed.push({ place: construct, part });
}

/** The list that children of a construct are placed in; constructs never move, so it is looked for once. */
function placedBelow(parent: IConstruct): PlacedPart<IConstruct>[] {
  const scope = clusterScopeOf(parent);
  const placed = placedIn(scope) ?? registerIn(scope);
  PLACED_BELOW.set(parent, placed);
  return placed;
}

/**
 * Keeps the warnings about a construct for {@link diagnosticsOf}.
 * @param construct - the construct that they are about
 * @param diagnostics - those that no rule between parts finds
 */
export function placeDiagnostics(construct: IConstruct, diagnostics: readonly Issue[]): void {
  if (diagnostics.length === 0) return;
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
  const clusters = [...new Set([...scope.node.scopes, ...constructs])].filter((one) => placedIn(one) !== undefined);
  const asked = new Set(constructs);
  const between = clusters
    .flatMap((cluster) => clusterPartIssues(partsOf(cluster)))
    .filter(({ place, issue }) => issue.severity === 'warning' && asked.has(place))
    .map(({ place, issue }) => ({ place: place.node.path, issue }));
  return [...own, ...between];
}

function keptDiagnostics(construct: IConstruct): readonly Issue[] {
  return (Reflect.get(construct, DIAGNOSTICS) as readonly Issue[] | undefined) ?? [];
}

/** What was placed in a cluster, in the order of its creation; some of it may have been removed since. */
function placedIn(cluster: IConstruct): PlacedPart<IConstruct>[] | undefined {
  return Reflect.get(cluster, PLACED) as PlacedPart<IConstruct>[] | undefined;
}

/** A list on the construct itself, where another copy of this package finds it too. */
function registerIn(cluster: IConstruct): PlacedPart<IConstruct>[] {
  const placed: PlacedPart<IConstruct>[] = [];
  Object.defineProperty(cluster, PLACED, { value: placed });
  cluster.node.addValidation({ validate: rememberingValidator(cluster) });
  return placed;
}

/** The parts of a cluster as its tree is now. */
function partsOf(cluster: IConstruct): PlacedPart<IConstruct>[] {
  return (placedIn(cluster) ?? []).filter(({ place }) => isBelow(place, cluster));
}

/** Whether nothing between a construct and the one that it was created below has been removed. */
function isBelow(construct: IConstruct, ancestor: IConstruct): boolean {
  for (let child = construct; child !== ancestor;) {
    const parent = child.node.scope;
    if (parent?.node.tryFindChild(child.node.id) !== child) return false;
    child = parent;
  }
  return true;
}

/** Validates the tree as it is at each call, and remembers the result while the parts stay the same. */
function rememberingValidator(cluster: IConstruct): () => string[] {
  let seen: readonly PlacedPart<IConstruct>[] = [];
  let messages: string[] = [];
  return () => {
    const parts = partsOf(cluster);
    if (!sameParts(parts, seen)) messages = errorMessages(parts);
    seen = parts;
    return messages;
  };
}

function sameParts(parts: readonly PlacedPart<IConstruct>[], others: readonly PlacedPart<IConstruct>[]): boolean {
  return parts.length === others.length && parts.every((one, index) => one.part === others[index]?.part);
}

function errorMessages(parts: readonly PlacedPart<IConstruct>[]): string[] {
  return clusterPartIssues(parts)
    .filter(({ issue }) => issue.severity === 'error')
    .map(({ place, issue }) => `${place.node.path}: ${formatIssue(issue)}`);
}
