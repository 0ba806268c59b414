import { parse } from 'yaml';
import type { Access } from '../../cluster/server';

interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: Readonly<Record<string, string>> }[];
  readonly users: readonly { readonly user: Readonly<Record<string, string>> }[];
}

/** Whom to talk to, of the text of a kubeconfig with one cluster, its certificate and a token. */
export function accessOf(kubeconfig: string): Access {
  const { clusters, users } = parse(kubeconfig) as Kubeconfig;
  const [cluster, user] = [clusters[0]?.cluster, users[0]?.user];
  const [url, ca, token] = [cluster?.['server'], cluster?.['certificate-authority-data'], user?.['token']];
  if (url === undefined || ca === undefined || token === undefined)
    throw new Error('configured Kubernetes cluster is unreachable');
  return { url, token, ca: Buffer.from(ca, 'base64').toString('utf8'), kubeconfig: '' };
}

/** The cluster that a kubeconfig leads to, or undefined when it is none. */
export function clusterOf(kubeconfig: unknown): unknown {
  return typeof kubeconfig === 'string' ? (parse(kubeconfig) as Partial<Kubeconfig>).clusters?.[0]?.cluster : undefined;
}

/** The text of a kubeconfig that holds everything itself, as one comes from a cluster. */
export function kubeconfigOf({ url, token, ca }: Pick<Access, 'url' | 'token' | 'ca'>): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'cluster', cluster: { server: url, 'certificate-authority-data': Buffer.from(ca).toString('base64') } },
    ],
    users: [{ name: 'user', user: { token } }],
    contexts: [{ name: 'context', context: { cluster: 'cluster', user: 'user' } }],
    'current-context': 'context',
  });
}
