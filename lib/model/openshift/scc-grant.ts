import type { ExtensionName } from '../extension/extension-name';
import type { Issue } from '../issues';
import type { DnsSubdomain } from '../names';
import type { Phase } from '../phase';
import type { ServiceAccountName } from './service-accounts';

/** The constraint `privileged` of OpenShift. It is used, never written. */
export interface BuiltInScc {
  readonly kind: 'builtIn';
}

/** A constraint of its own, which allows what the built-in one does and can be narrowed without touching that. */
export interface DedicatedScc {
  readonly kind: 'dedicated';
  /** Its name, none of the names that OpenShift brings along. */
  readonly name: string;
}

/** The kinds of object that can hold the grant. */
export const SCC_BINDINGS = ['RoleBinding', 'ClusterRoleBinding'] as const;

/** The kind of object that holds the grant. */
export type SccBinding = (typeof SCC_BINDINGS)[number];

/**
 * The permission of the extension's service accounts to use the privileged security context constraint of OpenShift.
 * The page has the administrator edit the constraint; this grants its use by role bindings, as OpenShift 4 asks for.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export interface OpenShiftSccGrantSpec {
  /** The name of the extension, from which one of the accounts has its name. */
  readonly extensionName: string;
  /** The namespaces of all computes that are attached to the cluster. Their account is skipped in `default`. */
  readonly computeNamespaces: readonly string[];
  /**
   * The constraint.
   * @default - the built-in constraint privileged
   */
  readonly scc?: BuiltInScc | DedicatedScc;
  /**
   * One RoleBinding in each namespace, which has to exist then, or one ClusterRoleBinding for all.
   * @default 'RoleBinding'
   */
  readonly binding?: SccBinding;
  /**
   * The name of the bindings.
   * @default - `azureml-scc-` and the name of the constraint
   */
  readonly name?: string;
  /**
   * Whether the cluster is connected through Azure Arc, whose proxy needs the constraint too.
   * @default true
   */
  readonly arcConnected?: boolean;
  /**
   * Whether accounts of components are added that only older documentation lists.
   * @default false
   */
  readonly olderAccounts?: boolean;
  /** Labels of all objects. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of all objects. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A checked grant with every default. */
export interface ResolvedOpenShiftSccGrant {
  readonly name: DnsSubdomain;
  readonly extensionName: ExtensionName;
  readonly computeNamespaces: readonly string[];
  readonly scc: { readonly kind: 'builtIn' | 'dedicated'; readonly name: string };
  readonly binding: SccBinding;
  /** The accounts that may use the constraint, in the order of the page, each once. */
  readonly accounts: readonly ServiceAccountName[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly warnings: readonly Issue[];
}

/** The extension's pods are refused without the grant, so it has to be there when they are created. */
export const OPENSHIFT_SCC_GRANT_PHASE = 'before-extension' satisfies Phase;

/** The accounts of one namespace. */
export interface NamespaceAccounts {
  readonly namespace: string;
  readonly accounts: readonly string[];
}

/**
 * The accounts of a grant by namespace, in the order in which the namespaces appear.
 * @param accounts - the accounts of a checked grant
 */
export function accountsByNamespace(accounts: readonly ServiceAccountName[]): NamespaceAccounts[] {
  const namespaces = [...new Set(accounts.map(({ namespace }) => namespace))];
  return namespaces.map((namespace) => ({
    namespace,
    accounts: accounts.filter((one) => one.namespace === namespace).map(({ name }) => name),
  }));
}
