import type * as pulumi from '@pulumi/pulumi';

/** How a component calls a child, and with which options. */
export interface ChildPlace {
  readonly name: string;
  readonly opts: pulumi.CustomResourceOptions;
}

const PLACES = new WeakMap<pulumi.ComponentResource, (role: string) => ChildPlace>();

/**
 * Lets other components make children of this one: what several of them share belongs to none of them.
 * @param component - the component
 * @param placeOf - how a child is called
 */
export function shareChildren(component: pulumi.ComponentResource, placeOf: (role: string) => ChildPlace): void {
  PLACES.set(component, placeOf);
}

/** How a child of a component is called that shares its children. */
export function sharedPlace(component: pulumi.ComponentResource, role: string): ChildPlace {
  return PLACES.get(component)?.(role) ?? { name: role, opts: { parent: component } };
}
