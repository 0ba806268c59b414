import { OpenShiftSccGrant, type OpenShiftSccGrantProps } from 'azureml-kubernetes/cdk8s';
import { ensureNamespaces, removeAll } from '../support/cluster/application';
import { KubeClient } from '../support/cluster/client';
import { isAllowed, PRIVILEGED_CONSTRAINT, PRIVILEGED_ROLE, type Access } from '../support/cluster/constraints';
import { securityContextConstraints } from '../support/cluster/crds/security-context-constraints';
import { definitionOf } from '../support/cluster/crds/schema';
import { objectsOf } from '../support/cluster/manifests';
import type { KubeObject } from '../support/cluster/objects';
import { waitFor } from '../support/cluster/wait';

const client = new KubeClient();

type Account = Access['account'];

/** The list of the page, for an extension named amlext and computes in ml-jobs and ml-research. */
const LISTED: readonly Account[] = [
  ['azure-arc', 'azure-arc-kube-aad-proxy-sa'],
  ['azureml', 'amlext-kube-state-metrics'],
  ['azureml', 'prom-admission'],
  ['azureml', 'default'],
  ['azureml', 'prom-operator'],
  ['azureml', 'load-amlarc-selinux-policy-sa'],
  ['azureml', 'azureml-fe-v2'],
  ['azureml', 'prom-prometheus'],
  ['ml-jobs', 'default'],
  ['ml-research', 'default'],
  ['azureml', 'azureml-ingress-nginx'],
  ['azureml', 'azureml-ingress-nginx-admission'],
];

const OTHERS: readonly Account[] = [
  ['azureml', 'azureml-fe'],
  ['azureml', 'csi-blob-node-sa'],
  ['azureml', 'kube-state-metrics'],
  ['azure-arc', 'default'],
  ['default', 'default'],
  ['ml-jobs', 'builder'],
  ['ml-other', 'default'],
];

const NAMESPACES = ['azure-arc', 'azureml', 'default', 'kube-system', 'ml-jobs', 'ml-other', 'ml-research'];

const HERE = LISTED.map((account) => ({ account, namespace: account[0] }));
const ELSEWHERE = LISTED.flatMap((account) =>
  NAMESPACES.filter((namespace) => namespace !== account[0]).map((namespace) => ({ account, namespace })),
);
const OF_OTHERS = OTHERS.flatMap((account) => NAMESPACES.map((namespace) => ({ account, namespace })));

let granted: readonly KubeObject[] = [];

async function grant(props: Partial<OpenShiftSccGrantProps>): Promise<void> {
  granted = objectsOf({
    title: 'grant',
    build: (chart) => {
      const computeNamespaces = ['ml-jobs', 'default', 'ml-research'];
      new OpenShiftSccGrant(chart, 'grant', { extensionName: 'amlext', computeNamespaces, ...props });
    },
  });
  await ensureNamespaces(client, granted);
  for (const object of granted) await client.apply(object);
}

/** The authorizer of the API server learns of a binding a little later. */
async function expectAllAllowed(accesses: readonly Access[]): Promise<void> {
  for (const access of accesses) {
    const what = `${access.account.join(':')} allowed in ${access.namespace}`;
    await waitFor(what, async () => ((await isAllowed(client, access)) ? true : undefined));
  }
  expect(accesses).not.toHaveLength(0);
}

async function expectNoneAllowed(accesses: readonly Access[]): Promise<void> {
  const answers = await Promise.all(accesses.map((access) => isAllowed(client, access)));
  expect(accesses.filter((_, index) => answers[index])).toStrictEqual([]);
  expect(accesses).not.toHaveLength(0);
}

async function expectNoneLeft(): Promise<void> {
  await client.remove(granted.filter(({ kind }) => kind !== 'Namespace'));
  for (const access of HERE) {
    const what = `${access.account.join(':')} refused`;
    await waitFor(what, async () => ((await isAllowed(client, access)) ? undefined : true));
  }
}

describe('the privileged constraint of OpenShift', () => {
  beforeAll(async () => {
    await client.establish(definitionOf(securityContextConstraints));
    await client.apply(PRIVILEGED_CONSTRAINT);
    await client.apply(PRIVILEGED_ROLE);
  });

  afterEach(expectNoneLeft);

  afterAll(() => removeAll(client, [PRIVILEGED_CONSTRAINT, PRIVILEGED_ROLE]));

  test('may be used by nobody without a grant', async () => {
    granted = [];
    await expectNoneAllowed([...HERE, ...ELSEWHERE, ...OF_OTHERS]);
  });

  test('may be used by each account in its namespace, not elsewhere and not by others', async () => {
    await grant({});
    await expectAllAllowed(HERE);
    await expectNoneAllowed([...ELSEWHERE, ...OF_OTHERS]);
  });

  test('may be used by each account everywhere with a ClusterRoleBinding, and not by others', async () => {
    await grant({ binding: 'ClusterRoleBinding' });
    await expectAllAllowed([...HERE, ...ELSEWHERE]);
    await expectNoneAllowed(OF_OTHERS);
  });

  test('is the only one that may be used, and may not be changed', async () => {
    await grant({});
    await expectAllAllowed(HERE);
    await expectNoneAllowed(HERE.map((access) => ({ ...access, constraint: 'anyuid' })));
    await expectNoneAllowed(HERE.flatMap((access) => ['get', 'update', 'patch'].map((verb) => ({ ...access, verb }))));
  });

  test('is for the accounts of older documentation on request only', async () => {
    const older = ['azureml-fe', 'cluster-status-reporter', 'csi-blob-node-sa', 'csi-blob-controller-sa'];
    const accesses = older.map((name): Access => ({ account: ['azureml', name], namespace: 'azureml' }));
    await expectNoneAllowed(accesses);
    await grant({ olderAccounts: true });
    await expectAllAllowed([...HERE, ...accesses]);
  });

  test('stays unused and unchanged beside a dedicated one', async () => {
    const before = await client.get(PRIVILEGED_CONSTRAINT);
    await grant({ scc: { kind: 'dedicated', name: 'azureml' } });
    await expectAllAllowed(HERE.map((access) => ({ ...access, constraint: 'azureml' })));
    await expectNoneAllowed(HERE);
    await expect(client.get(PRIVILEGED_CONSTRAINT)).resolves.toStrictEqual(before);
  });
});
