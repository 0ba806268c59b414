/** One row of what `tools/kubernetes/build.mjs --json` prints: a Kubernetes version and where its programs lie. */
export interface Server {
  readonly minor: string;
  readonly version: string;
  readonly binaries: Readonly<Record<Program, string>>;
}

/** The programs of a control plane, and kubectl. */
export type Program = 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kubectl';

/** What a client needs to talk to an API server. */
export interface Access {
  readonly url: string;
  readonly token: string;

  /** The certificates that sign the server's own, as PEM text. */
  readonly ca: string;

  /** A file with the same for kubectl and the controllers. */
  readonly kubeconfig: string;
}

const SERVER = 'CLUSTER_TEST_SERVER';
const ACCESS = 'CLUSTER_TEST_ACCESS';

/** The version under test, as tools/kubernetes/test.mjs gives it to jest. */
export function givenServer(): Server {
  return read(SERVER) as Server;
}

/** The running control plane of this worker of jest, as the global setup gives it to the test files. */
export function givenAccess(): Access {
  const worker = Number(process.env['JEST_WORKER_ID'] ?? '1');
  const access = (read(ACCESS) as readonly Access[])[worker - 1];
  if (access === undefined) throw new Error(`no control plane for worker ${String(worker)}`);
  return access;
}

/** Gives the running control planes to the test files, one to each worker. */
export function giveAccess(access: readonly Access[]): void {
  process.env[ACCESS] = JSON.stringify(access);
}

function read(name: string): unknown {
  const text = process.env[name];
  if (text === undefined) throw new Error(`${name} is not set: start the cluster tests with npm run test:cluster`);
  return JSON.parse(text);
}
