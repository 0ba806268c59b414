import { extensionName, extensionNameCheck } from '../extension/extension-name';
import {
  fieldIssues,
  flag,
  listOf,
  literal,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  text,
  variant,
  type FieldTable,
} from '../fields';
import { annotationMap } from '../annotations';
import { issue, type Issue, type Path } from '../issues';
import { dnsSubdomain, labelKey, labelValue, namespaceName } from '../names';
import { SCC_BINDINGS, type BuiltInScc, type DedicatedScc, type OpenShiftSccGrantSpec } from './scc-grant';
import { BUILT_IN_CONSTRAINTS, NAMESPACES_WITHOUT_SCC } from './security-context-constraints';
import { accountsNamedAfter } from './service-accounts';

/** Where the chart of kube-state-metrics cuts its names. */
const MAX_CHART_NAME = 63;

const KIND = required(oneOf(['builtIn', 'dedicated']));

const SCC = variant('kind', {
  builtIn: object({ kind: KIND } satisfies FieldTable<BuiltInScc>),
  dedicated: object({ kind: KIND, name: required(dedicatedNameIssues) } satisfies FieldTable<DedicatedScc>),
});

const OPENSHIFT_SCC_GRANT = {
  extensionName: required(extensionNameIssues),
  computeNamespaces: required(listOf(computeNamespaceIssues)),
  scc: optional(SCC),
  binding: optional(oneOf(SCC_BINDINGS)),
  name: optional(literal(dnsSubdomain)),
  arcConnected: optional(arcConnectedIssues),
  olderAccounts: optional(flag()),
  labels: optional(mapOf(labelKey, text(labelValue))),
  annotations: optional(annotationMap()),
} satisfies FieldTable<OpenShiftSccGrantSpec>;

/**
 * Everything that is wrong or unwise with a grant.
 * @param spec - the grant as given
 */
export function openShiftSccGrantIssues(spec: OpenShiftSccGrantSpec): Issue[] {
  return fieldIssues(spec, OPENSHIFT_SCC_GRANT, []);
}

/**
 * The rules between the grants of one cluster.
 * @param grants - all of them
 * @returns issues whose path starts with the position of the grant
 */
export function openShiftSccGrantSetIssues(grants: readonly unknown[]): Issue[] {
  return grants.slice(1).map((_, index) => issue('openshift/grant-duplicate', [index + 1]));
}

function extensionNameIssues(value: unknown, path: Path): Issue[] {
  const issues = extensionName.literalIssues(value, path);
  if (typeof value !== 'string' || issues.length > 0) return issues;
  const accounts = accountsNamedAfter(value);
  const wrong = accounts.find((account) => dnsSubdomain.issues(account, path).length > 0);
  if (wrong !== undefined) return [issue('openshift/extension-name', path, { received: value })];
  const helmIssues = extensionNameCheck()(value, path);
  const isCut = helmIssues.length === 0 && accounts.some((account) => account.length > MAX_CHART_NAME);
  return isCut ? [issue('openshift/extension-name-shortened', path, { received: value })] : helmIssues;
}

function computeNamespaceIssues(value: unknown, path: Path): Issue[] {
  const issues = namespaceName.literalIssues(value, path);
  if (issues.length > 0 || !NAMESPACES_WITHOUT_SCC.some((name) => name === value)) return issues;
  const code = value === 'default' ? 'openshift/compute-namespace-default' : 'openshift/compute-namespace-without-scc';
  return [issue(code, path, { received: value })];
}

function arcConnectedIssues(value: unknown, path: Path): Issue[] {
  return value === false ? [issue('openshift/not-arc-connected', path)] : flag()(value, path);
}

function dedicatedNameIssues(value: unknown, path: Path): Issue[] {
  const issues = dnsSubdomain.literalIssues(value, path);
  if (issues.length > 0 || !BUILT_IN_CONSTRAINTS.some((name) => name === value)) return issues;
  return [issue('openshift/scc-built-in', path, { received: value })];
}
