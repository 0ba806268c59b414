import { EXTENSION_NAMESPACE } from '../extension/extension-name';

/** What the documentation writes for the name of the extension. */
const EXTENSION_NAME = '{EXTENSION-NAME}';

/** What the documentation writes for the namespace of a compute. */
const COMPUTE_NAMESPACE = '{KUBERNETES-COMPUTE-NAMESPACE}';

/** The namespace of the Azure Arc agents. */
const ARC_NAMESPACE = 'azure-arc';

/** A row of {@link PRIVILEGED_ACCOUNTS}. */
export interface PrivilegedAccountRow {
  /** The namespace, or `{KUBERNETES-COMPUTE-NAMESPACE}` for that of each compute. */
  readonly namespace: string;
  /** The name, in which `{EXTENSION-NAME}` stands for the name of the extension. */
  readonly name: string;
  /** Whether the current page lists it, or only older documentation, for components that are no longer installed. */
  readonly list: 'page' | 'older';
  /** Whether it exists only on clusters that are connected through Azure Arc. */
  readonly arcOnly: boolean;
}

/** Where the rows of {@link PRIVILEGED_ACCOUNTS} were read, by list, and when. */
export const PRIVILEGED_ACCOUNTS_SOURCE = {
  page: 'https://learn.microsoft.com/azure/machine-learning/reference-kubernetes',
  older: 'https://github.com/Azure/AML-Kubernetes/blob/master/docs/deploy-on-ocp.md',
  readOn: '2026-08-21',
} as const;

/**
 * Every service account of the extension and its workloads that needs the privileged security context constraint on
 * OpenShift: the eleven of the page in its order, then the four that only older documentation has.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export const PRIVILEGED_ACCOUNTS: readonly PrivilegedAccountRow[] = [
  { namespace: ARC_NAMESPACE, name: 'azure-arc-kube-aad-proxy-sa', list: 'page', arcOnly: true },
  { namespace: EXTENSION_NAMESPACE, name: `${EXTENSION_NAME}-kube-state-metrics`, list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'prom-admission', list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'default', list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'prom-operator', list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'load-amlarc-selinux-policy-sa', list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'azureml-fe-v2', list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'prom-prometheus', list: 'page', arcOnly: false },
  { namespace: COMPUTE_NAMESPACE, name: 'default', list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'azureml-ingress-nginx', list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'azureml-ingress-nginx-admission', list: 'page', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'azureml-fe', list: 'older', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'cluster-status-reporter', list: 'older', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'csi-blob-node-sa', list: 'older', arcOnly: false },
  { namespace: EXTENSION_NAMESPACE, name: 'csi-blob-controller-sa', list: 'older', arcOnly: false },
];

/** A service account in a cluster. */
export interface ServiceAccountName {
  readonly namespace: string;
  readonly name: string;
}

/** What chooses the rows of {@link PRIVILEGED_ACCOUNTS} and fills their placeholders. */
export interface PrivilegedAccountOptions {
  /** The name of the extension. */
  readonly extensionName: string;
  /** The namespaces of the computes; `default` is left out, as the page says. */
  readonly computeNamespaces: readonly string[];
  /** Whether the cluster is connected through Azure Arc. */
  readonly arcConnected: boolean;
  /** Whether the accounts of older documentation are added. */
  readonly olderAccounts: boolean;
}

/**
 * The service accounts of one cluster in the order of the table, each once.
 * @param options - the names in the cluster, and which rows are wanted
 */
export function privilegedAccounts(options: PrivilegedAccountOptions): ServiceAccountName[] {
  const accounts = PRIVILEGED_ACCOUNTS.filter(
    (row) => (options.arcConnected || !row.arcOnly) && (options.olderAccounts || row.list === 'page'),
  ).flatMap((row) => accountsOfRow(row, options));
  return [...new Map(accounts.map((account) => [serviceAccountUser(account), account])).values()];
}

/**
 * The names of the accounts that are made from the name of the extension.
 * @param extensionName - the name of the extension
 */
export function accountsNamedAfter(extensionName: string): string[] {
  return PRIVILEGED_ACCOUNTS.filter(({ name }) => name.includes(EXTENSION_NAME)).map((row) =>
    accountName(row, extensionName),
  );
}

/** The user that a service account is to the API server: `system:serviceaccount:<namespace>:<name>`. */
export function serviceAccountUser({ namespace, name }: ServiceAccountName): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

function accountsOfRow(row: PrivilegedAccountRow, options: PrivilegedAccountOptions): ServiceAccountName[] {
  const name = accountName(row, options.extensionName);
  if (row.namespace !== COMPUTE_NAMESPACE) return [{ namespace: row.namespace, name }];
  return options.computeNamespaces
    .filter((namespace) => namespace !== 'default')
    .map((namespace) => ({ namespace, name }));
}

function accountName({ name }: PrivilegedAccountRow, extensionName: string): string {
  return name.replace(EXTENSION_NAME, () => extensionName);
}
