import * as pulumi from '@pulumi/pulumi';
import { isPlainObject, listChoices, suggest } from '../../model/fields';
import { issue, type Issue } from '../../model/issues';
import { componentOptionIssues } from '../component-options';
import type { ComponentOptions } from '../component-plan';
import { waitingFor } from '../depended-on';
import type { ComputeNamespaceRole } from '../compute/compute-namespace';
import type { KubernetesComputeRole } from '../compute/kubernetes-compute';
import type { AzureMLExtensionRole } from '../extension/azureml-extension';
import { noObject } from '../held-parts';
import type { OpenShiftSccGrantRole } from '../openshift/scc-grant';
import { ROLES, type ComponentKind } from '../roles';

/** The options of a part of a platform, which is a component itself; its parent is the platform. */
export type PartOptions<Role extends string> = Omit<ComponentOptions<Role>, 'parent'>;

/** The options of the parts of a platform, by their names: a part is called `<platform>-<part>`. */
export interface PlatformPartOptions {
  /** @default - none */
  readonly extension?: PartOptions<AzureMLExtensionRole>;
  /** `compute-<workspace>.<compute>`. */
  readonly [compute: `compute-${string}`]: PartOptions<KubernetesComputeRole>;
  readonly [namespace: `namespace-${string}`]: PartOptions<ComputeNamespaceRole>;
  /** `volume-<namespace>.<claim>`. */
  readonly [volume: `volume-${string}`]: PartOptions<'claim' | 'persistentVolume'>;
  readonly [instanceType: `instance-type-${string}`]: PartOptions<'resource'>;
  readonly [ingress: `ingress-${string}`]: PartOptions<'resource'>;
  readonly [ingressTls: `tls-${string}`]: PartOptions<'resource'>;
  /** @default - none */
  readonly 'router-tls'?: PartOptions<'resource'>;
  /** @default - none */
  readonly 'device-plugin'?: PartOptions<'resource'>;
  /** @default - none */
  readonly 'nfs-mounts'?: PartOptions<'resource'>;
  /** @default - none */
  readonly 'openshift-scc-grant'?: PartOptions<OpenShiftSccGrantRole>;
  /**
   * The namespace `azureml`, where something stands in it before the extension is installed.
   * @default - none
   */
  readonly azureml?: PartOptions<'resource'>;
}

/** The options of a platform: those of Pulumi, and options of its parts. */
export interface AzureMLPlatformOptions extends pulumi.ComponentResourceOptions {
  /**
   * Options of single parts, and of their children in turn. They are merged with those that the platform gives.
   * @default - none
   */
  readonly children?: PlatformPartOptions;
}

/** A part of a platform. */
export interface PlatformPart {
  readonly name: string;
  readonly opts: ComponentOptions<string>;
}

/**
 * The name and the options of a part.
 * @param platform - the name of the platform
 * @param children - what the user says about the parts
 * @param part - the name of the part within the platform
 * @param opts - the options that the platform gives
 */
export function platformPart(
  platform: string,
  children: PlatformPartOptions | undefined,
  part: string,
  opts: pulumi.ComponentResourceOptions,
): PlatformPart {
  const { children: inner, dependsOn, ...given } = entriesOf(children)[part] ?? {};
  const merged = waitingFor(pulumi.mergeOptions(opts, given), dependsOn);
  return { name: `${platform}-${part}`, opts: { ...merged, ...(inner === undefined ? {} : { children: inner }) } };
}

/**
 * What is wrong with the options of parts.
 * @param children - what the user says about the parts
 * @param parts - the components of the parts, by the names of the parts
 */
export function platformPartIssues(children: unknown, parts: ReadonlyMap<string, ComponentKind>): Issue[] {
  const place = ['opts', 'children'];
  if (!isPlainObject(children)) return children === undefined ? [] : [noObject(children, place)];
  const names = [...parts.keys()];
  return Object.entries(children).flatMap(([name, opts]) => {
    const kind = parts.get(name);
    const details = { received: name, expected: listChoices(names), ...suggest(name, names) };
    if (kind === undefined) return [issue('pulumi/part-unknown', [...place, name], details)];
    return opts === undefined ? [] : componentOptionIssues(opts, ROLES[kind], [...place, name]);
  });
}

/**
 * The computes whose parts would have the name of another.
 * @param ids - workspace and name of each compute, `<workspace>.<compute>`
 */
export function duplicatePartIssues(ids: readonly string[]): Issue[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [issue('pulumi/part-duplicate', ['computes', index, 'name'], { received: id })] : [],
  );
}

function entriesOf(children: PlatformPartOptions = {}): Readonly<Record<string, PartOptions<string>>> {
  return Object.fromEntries(Object.entries(children));
}
