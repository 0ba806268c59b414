import { Construct } from 'constructs';
import type { ApiObject } from 'cdk8s';
import {
  renderOpenShiftSccGrant,
  type DedicatedSccManifests,
  type SccBindingManifest,
} from '../../manifests/openshift/scc-grant';
import { EXTENSION_NAMESPACE } from '../../model/extension/extension-name';
import type { Issue } from '../../model/issues';
import { resolveOpenShiftSccGrant } from '../../model/openshift/resolve-scc-grant';
import {
  OPENSHIFT_SCC_GRANT_PHASE,
  type OpenShiftSccGrantSpec,
  type ResolvedOpenShiftSccGrant,
} from '../../model/openshift/scc-grant';
import { serviceAccountUser } from '../../model/openshift/service-accounts';
import type { Phase } from '../../model/phase';
import { placePart } from '../cluster-scope';
import { assertExtensionNamespace, extensionNamespace } from '../extension-namespace';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** The properties of an {@link OpenShiftSccGrant}. */
export type OpenShiftSccGrantProps = OpenShiftSccGrantSpec;

/**
 * The permission of the extension's service accounts, and of those of its computes, to use the privileged security
 * context constraint of OpenShift. It is granted by bindings; the constraint itself stays as it is. With RoleBindings
 * the namespace azureml comes along in a form that the extension can adopt; `azure-arc` and the namespaces of the
 * computes have to exist.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * new OpenShiftSccGrant(chart, 'scc', { extensionName: 'azureml', computeNamespaces: ['ml-jobs', 'ml-research'] });
 */
export class OpenShiftSccGrant extends Construct {
  /** Applied before the extension is installed, whose pods would be refused otherwise. */
  public readonly phase: Phase = OPENSHIFT_SCC_GRANT_PHASE;
  /** The checked description, with every default and all accounts. */
  public readonly spec: ResolvedOpenShiftSccGrant;
  /** The accounts as users, `system:serviceaccount:<namespace>:<name>`, for those who edit a constraint by hand. */
  public readonly users: readonly string[];
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the properties and creates the bindings and what they need.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - the grant
   * @throws ValidationError with every issue of the properties, or when the namespace finds no place in the chart; nothing
   * is created then
   */
  public constructor(scope: Construct, id: string, props: OpenShiftSccGrantProps) {
    const spec = resolveForSynthesis('OpenShiftSccGrant', scope, id, props, resolveOpenShiftSccGrant);
    const { dedicated, bindings } = renderOpenShiftSccGrant(spec);
    if (bindings.some(isInExtensionNamespace)) assertExtensionNamespace('OpenShiftSccGrant', scope, id);
    super(scope, id);
    this.spec = spec;
    this.users = spec.accounts.map(serviceAccountUser);
    this.diagnostics = spec.warnings;
    const clusterRole = dedicated === undefined ? undefined : this.createDedicated(dedicated);
    for (const manifest of bindings) {
      const binding = this.createBinding(manifest);
      if (clusterRole !== undefined) binding.addDependency(clusterRole);
    }
    placePart(this, { kind: 'openShiftSccGrant', spec }, spec.warnings);
  }

  private createDedicated({ constraint, clusterRole }: DedicatedSccManifests): ApiObject {
    const resource = createObject(this, 'SecurityContextConstraints', constraint);
    const role = createObject(this, 'ClusterRole', clusterRole);
    role.addDependency(resource);
    return role;
  }

  private createBinding(manifest: SccBindingManifest): ApiObject {
    const { namespace } = manifest.metadata;
    if (namespace === undefined) return createObject(this, 'Resource', manifest);
    const binding = createObject(this, `RoleBinding-${namespace}`, manifest);
    if (isInExtensionNamespace(manifest)) binding.addDependency(extensionNamespace(this, this.spec.extensionName));
    return binding;
  }
}

function isInExtensionNamespace({ metadata }: SccBindingManifest): boolean {
  return metadata.namespace === EXTENSION_NAMESPACE;
}
