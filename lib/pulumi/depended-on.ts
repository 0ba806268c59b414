import type * as pulumi from '@pulumi/pulumi';

type Dependencies = pulumi.ResourceOptions['dependsOn'];

/** What components of this package have made, by the component. */
const MADE = new WeakMap<object, readonly pulumi.Resource[]>();

/**
 * Notes what a component has made itself.
 * @param component - the component
 * @param resources - resources and components that are parts of it
 */
export function consistsOf(component: pulumi.ComponentResource, ...resources: readonly pulumi.Resource[]): void {
  MADE.set(component, [...(MADE.get(component) ?? []), ...resources]);
}

/**
 * Options that wait for what the components of this package have made. For a component as such, the SDK waits for every
 * child of it, those too that the program puts below it and that in turn wait for whoever has these options.
 * @param opts - the options; a list of dependencies that is known later stays as it is
 */
export function waitingForParts<Options extends pulumi.ResourceOptions>(opts: Options): Options {
  const { dependsOn } = opts;
  return dependsOn === undefined ? opts : { ...opts, dependsOn: partsOf(dependsOn) as Dependencies };
}

/** What is known of a list of dependencies, with the parts of components in their place. */
export function partsIn(dependencies: Dependencies): readonly unknown[] {
  return listOf(dependencies).flatMap(partsOf);
}

/**
 * Options that wait for something else as well. Unlike `mergeOptions` it leaves each dependency as it is, so that what
 * is known is not hidden behind a list that is known later.
 * @param opts - the options
 * @param more - what else they wait for
 */
export function waitingFor<Options extends pulumi.ResourceOptions>(opts: Options, more: Dependencies): Options {
  const all: unknown = [...listOf(opts.dependsOn), ...listOf(more)];
  return more === undefined ? opts : { ...opts, dependsOn: all as Dependencies };
}

function listOf(dependencies: Dependencies): readonly unknown[] {
  if (Array.isArray(dependencies)) return dependencies;
  return dependencies === undefined ? [] : [dependencies];
}

function partsOf(dependency: unknown): unknown {
  if (Array.isArray(dependency)) return dependency.flatMap(partsOf);
  const made = typeof dependency === 'object' && dependency !== null ? MADE.get(dependency) : undefined;
  return made === undefined ? dependency : made.flatMap(partsOf);
}
