import * as pulumi from '@pulumi/pulumi';
import { isPlainObject } from '../model/fields';
import { formatIssue, type Issue } from '../model/issues';
import type { KubernetesObject } from '../manifests/kubernetes-objects';
import type { ResolveContext } from '../model/resolve';
import { captureArguments, type CapturedArguments, type HiddenPaths } from './capture';
import { componentOptionIssues } from './component-options';
import { consistsOf, waitingFor, waitingForParts } from './depended-on';
import { stoppingTheProgram, warnBeside } from './errors';
import { kubernetesProviderIssues } from './kubernetes-provider';
import { createKubernetesResource, type ManifestInputs } from './kubernetes-resource';
import { lateCheck, type Rules } from './late-check';
import { restoreOutputs, type MarkerValue, type Restored } from './restore';
import { componentType, ROLES, type ComponentKind } from './roles';

/** The options of a component: those of Pulumi, and options of its children by their role. */
export interface ComponentOptions<Role extends string> extends pulumi.ComponentResourceOptions {
  /**
   * Options of single children, for what Pulumi does not hand down, such as `import`, `ignoreChanges` and
   * `customTimeouts`. They are merged with those of the component.
   * @default - none
   */
  readonly children?: Readonly<Partial<Record<Role, ChildOptions>>>;
}

/** What can be said about a child of a component. */
export type ChildOptions = Omit<pulumi.CustomResourceOptions, 'parent' | 'id' | 'urn'>;

/** What a component is made of. */
export interface ComponentDescription<Spec, Resolved> {
  /** The name of the component's class. */
  readonly kind: ComponentKind;
  /** Its name in the program. */
  readonly name: string;
  readonly args: object;
  readonly opts: ComponentOptions<string>;
  /**
   * What in the arguments is registered as a secret whatever it is given as.
   * @default - nothing
   */
  readonly hidden?: HiddenPaths;
  /** Checks the description and fills its defaults. */
  readonly resolve: (spec: Spec, context: ResolveContext) => Resolved;
  /**
   * What else is wrong, for example with the options.
   * @default - that no Kubernetes provider is given
   */
  readonly issues?: readonly Issue[];
}

/** A checked component before it is registered. */
export class ComponentPlan<Spec, Resolved extends { readonly warnings: readonly Issue[] }> {
  /** The token of the component's type. */
  public readonly type: string;
  /** What is registered as its inputs. */
  public readonly inputs: pulumi.Inputs;
  /** Its options as Pulumi knows them. */
  public readonly opts: pulumi.ComponentResourceOptions;
  /** The checked description, with markers in place of Outputs and secrets. */
  public readonly resolved: Resolved;
  /** The warnings about what is known. */
  public readonly diagnostics: readonly Issue[];

  readonly #description: ComponentDescription<Spec, Resolved>;
  readonly #captured: CapturedArguments;
  readonly #values: Map<string, MarkerValue>;
  #checked: pulumi.Output<pulumi.Resource[]> | undefined;

  /**
   * Captures and checks the arguments of a component.
   * @throws ValidationError with every issue of what is known; nothing is registered then
   */
  public constructor(description: ComponentDescription<Spec, Resolved>) {
    const { kind, name, args, opts, hidden, resolve, issues = kubernetesProviderIssues(opts) } = description;
    const captured = captureArguments(args, hidden);
    const optionIssues = componentOptionIssues(opts, ROLES[kind]);
    const context = { subject: `${kind} ${name}`, moreIssues: [...captured.issues, ...optionIssues, ...issues] };
    const known = stoppingTheProgram(() => resolve(captured.known as Spec, context));
    this.type = componentType(kind);
    this.inputs = captured.inputs;
    this.opts = pulumiOptions(opts);
    this.resolved = resolve(captured.deferred as Spec, { subject: context.subject });
    this.diagnostics = known.warnings;
    this.#description = description;
    this.#captured = captured;
    this.#values = new Map(captured.values);
  }

  /** Shows the warnings, and starts the checks that wait for values. Comes first after the registration. */
  public start(component: pulumi.ComponentResource): void {
    for (const one of this.diagnostics) void warnBeside(component, formatIssue(one));
    const { kind, name, resolve } = this.#description;
    const rules: Rules = (spec, moreIssues) =>
      resolve(spec as Spec, { subject: `${kind} ${name}`, moreIssues }).warnings;
    this.#checked = lateCheck(component, this.#captured, rules, this.opts);
  }

  /**
   * Gives the value of a marker that the model itself wrote, for what only another resource knows.
   * @param name - the name of the marker
   * @param value - the value
   */
  public provide(name: string, value: pulumi.Output<string>): void {
    this.#values.set(name, { output: value });
  }

  /**
   * Data of the plan with Outputs in place of their markers.
   * @param data - what was derived from the checked description
   */
  public restore<T>(data: T): Restored<T> {
    return restoreOutputs(data, this.#values);
  }

  /** A text of the plan as an Output. */
  public output(text: string): pulumi.Output<string> {
    return pulumi.output(this.restore(text));
  }

  /**
   * Creates the child of a manifest.
   * @param component - the component
   * @param role - the role of the child, which ends its name
   * @param manifest - what a renderer returned
   * @param opts - its options
   * @param complete - what is done to the object when its Outputs are back
   */
  public create(
    component: pulumi.ComponentResource,
    role: string,
    manifest: KubernetesObject,
    opts: pulumi.CustomResourceOptions = {},
    complete: (inputs: ManifestInputs) => ManifestInputs = (inputs) => inputs,
  ): pulumi.CustomResource {
    const inputs = complete(this.restore(manifest) as unknown as ManifestInputs);
    const name = `${this.#description.name}-${role}`;
    const resource = createKubernetesResource(name, inputs, this.childOptions(component, role, opts));
    consistsOf(component, resource);
    return resource;
  }

  /** The options of a child: those that the component gives it, with those of the user merged in. */
  public childOptions(
    component: pulumi.ComponentResource,
    role: string,
    opts: pulumi.CustomResourceOptions = {},
  ): pulumi.CustomResourceOptions {
    const own = this.afterCheck({ ...waitingForParts(opts), parent: component });
    return pulumi.mergeOptions(own, waitingForParts(this.#description.opts.children?.[role] ?? {}));
  }

  /** Options that wait for the rules on late values as well; each part of the component has them. */
  public afterCheck<Options extends pulumi.ResourceOptions>(opts: Options): Options {
    return waitingFor(opts, this.#checked);
  }
}

/** The name of a Kubernetes object as its resource has it, so that whoever uses it waits for the object. */
export function objectName(resource: pulumi.CustomResource): pulumi.Output<string> {
  const metadata = Reflect.get(resource, 'metadata') as pulumi.Output<{ readonly name: string }>;
  return metadata.apply(({ name }) => name);
}

/** The options of a component as Pulumi knows them. What is no object stays as it is: the rules refuse it. */
export function pulumiOptions(opts: pulumi.ComponentResourceOptions): pulumi.ComponentResourceOptions {
  if (!isPlainObject(opts)) return opts;
  return waitingForParts(Object.fromEntries(Object.entries(opts).filter(([name]) => name !== 'children')));
}
