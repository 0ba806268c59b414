import * as pulumi from '@pulumi/pulumi';
import { renderExtensionNamespace } from '../../manifests/extension/namespace';
import { extensionNameCheck } from '../../model/extension/extension-name';
import { fieldIssues, required } from '../../model/fields';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { assertDescription, type ResolveContext } from '../../model/resolve';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';

/** The arguments of an {@link ExtensionNamespace}. */
export interface ExtensionNamespaceArgs {
  /** The name of the extension, which is the name of its Helm release. */
  readonly extensionName: pulumi.Input<string>;
}

interface ExtensionNamespaceSpec {
  readonly extensionName: string;
}

/**
 * The namespace `azureml` for what must be there before the extension is installed, in the form that its Helm release
 * adopts. A cluster has one, for all components that need it; the extension has to depend on them.
 *
 * Child: `resource`.
 * @example
 * const namespace = new ExtensionNamespace('azureml', { extensionName: 'azureml' }, { provider });
 */
export class ExtensionNamespace extends pulumi.ComponentResource {
  /** The name of the namespace, which is fixed. */
  public readonly name: pulumi.Output<string>;
  /** The namespace itself. */
  public readonly resource: pulumi.CustomResource;
  /** Created before the extension is installed, which adopts it. */
  public readonly phase: Phase = 'before-extension';
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the namespace.
   * @param name - unique in the program
   * @param args - what the namespace is for
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: ExtensionNamespaceArgs, opts: ComponentOptions<'resource'> = {}) {
    const plan = new ComponentPlan({ kind: 'ExtensionNamespace', name, args, opts, resolve: resolveNamespace });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    this.resource = plan.create(this, 'resource', renderExtensionNamespace(plan.resolved.extensionName));
    this.name = objectName(this.resource);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ name: this.name });
  }
}

function resolveNamespace(spec: ExtensionNamespaceSpec, context: ResolveContext) {
  const issues = fieldIssues<ExtensionNamespaceSpec>(spec, { extensionName: required(extensionNameCheck()) }, []);
  return { ...spec, warnings: assertDescription('ExtensionNamespace', context, issues) };
}
