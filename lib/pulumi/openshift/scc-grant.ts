import * as pulumi from '@pulumi/pulumi';
import { renderOpenShiftSccGrant, type SccBindingManifest } from '../../manifests/openshift/scc-grant';
import { EXTENSION_NAMESPACE } from '../../model/extension/extension-name';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { resolveOpenShiftSccGrant } from '../../model/openshift/resolve-scc-grant';
import { OPENSHIFT_SCC_GRANT_PHASE, type OpenShiftSccGrantSpec } from '../../model/openshift/scc-grant';
import { serviceAccountUser } from '../../model/openshift/service-accounts';
import { ComponentPlan, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { BEFORE_EXTENSION, extensionNamespaceFor, type BeforeExtensionArgs } from '../extension/before-extension';
import { withParts } from '../held-parts';

/** What of a grant the program has to know. */
export type LiteralSccGrant = Omit<OpenShiftSccGrantSpec, 'labels' | 'annotations'>;

/** The arguments of an {@link OpenShiftSccGrant}; labels and annotations may be Outputs. */
export interface OpenShiftSccGrantArgs
  extends LiteralSccGrant, Deferrable<Pick<OpenShiftSccGrantSpec, 'labels' | 'annotations'>>, BeforeExtensionArgs {}

/** The roles of the children of an {@link OpenShiftSccGrant}. */
export type OpenShiftSccGrantRole =
  'namespace' | 'securityContextConstraints' | 'clusterRole' | 'resource' | `roleBinding-${string}`;

/**
 * The permission of the extension's service accounts, and of those of its computes, to use the privileged security
 * context constraint of OpenShift. It is granted by bindings; the constraint itself stays as it is. With RoleBindings
 * the namespace azureml comes along in a form that the extension can adopt; `azure-arc` and the namespaces of the
 * computes have to exist.
 *
 * Children: `roleBinding-<namespace>` for each namespace, or `resource` for the whole cluster; `namespace` unless one is
 * given; `securityContextConstraints` and `clusterRole` of a dedicated constraint.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * new OpenShiftSccGrant('scc', { extensionName: 'azureml', computeNamespaces: ['ml-jobs'] }, { provider });
 */
export class OpenShiftSccGrant extends pulumi.ComponentResource {
  /** The accounts as users, `system:serviceaccount:<namespace>:<name>`, for those who edit a constraint by hand. */
  public readonly users: readonly string[];
  /** The bindings. */
  public readonly bindings: readonly pulumi.CustomResource[];
  /** Created before the extension is installed, whose pods would be refused otherwise. */
  public readonly phase: Phase = OPENSHIFT_SCC_GRANT_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the bindings and what they need.
   * @param name - unique in the program
   * @param args - the grant
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: OpenShiftSccGrantArgs, opts: ComponentOptions<OpenShiftSccGrantRole> = {}) {
    const { extensionNamespace, ...spec } = withParts(`OpenShiftSccGrant ${name}`, args, BEFORE_EXTENSION);
    const resolve = resolveOpenShiftSccGrant;
    const plan = new ComponentPlan({ kind: 'OpenShiftSccGrant', name, args: spec, opts, resolve });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    const { dedicated, bindings } = renderOpenShiftSccGrant(plan.resolved);
    const constraint = dedicated && plan.create(this, 'securityContextConstraints', dedicated.constraint);
    const role =
      dedicated && plan.create(this, 'clusterRole', dedicated.clusterRole, compact({ dependsOn: constraint }));
    const own = bindings.some(isInExtensionNamespace);
    const namespace = own
      ? extensionNamespaceFor(extensionNamespace, plan.resolved.extensionName, (one) =>
          plan.create(this, 'namespace', one),
        )
      : undefined;
    this.bindings = bindings.map((binding) => {
      const needed = [role, isInExtensionNamespace(binding) ? namespace : undefined];
      return plan.create(this, bindingRole(binding), binding, { dependsOn: needed.filter((one) => one !== undefined) });
    });
    this.users = plan.resolved.accounts.map(serviceAccountUser);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ users: this.users });
  }
}

function isInExtensionNamespace({ metadata }: SccBindingManifest): boolean {
  return metadata.namespace === EXTENSION_NAMESPACE;
}

function bindingRole({ metadata: { namespace } }: SccBindingManifest): OpenShiftSccGrantRole {
  return namespace === undefined ? 'resource' : `roleBinding-${namespace}`;
}

function compact({ dependsOn }: { readonly dependsOn: pulumi.Resource | undefined }): pulumi.CustomResourceOptions {
  return dependsOn === undefined ? {} : { dependsOn };
}
