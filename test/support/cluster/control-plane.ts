import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { request } from './request';
import type { Access, Program, Server } from './server';
import { waitFor } from './wait';

const HOST = '127.0.0.1';
const TOKEN = 'admin-of-the-cluster-tests';

/**
 * A Kubernetes control plane of its own: etcd, API server, controller manager and scheduler on free loopback ports, with
 * all files in one temporary folder. No node, no kubelet: objects are checked, claims bind, pods are assigned, nothing runs.
 */
export class ControlPlane {
  private readonly folder = mkdtempSync(join(tmpdir(), 'azureml-kubernetes-'));
  private readonly keeper: ChildProcess;
  private failure: string | undefined;

  private constructor(private readonly server: Server) {
    // In a process group of its own: Ctrl-C in a terminal ends the test run first, and with it the keeper's input.
    this.keeper = spawn(process.execPath, [join(__dirname, 'keeper.mjs'), this.folder], {
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.readKeeper();
  }

  /** Starts everything and waits until the API server is ready. */
  static async start(server: Server): Promise<{ readonly controlPlane: ControlPlane; readonly access: Access }> {
    const controlPlane = new ControlPlane(server);
    try {
      return { controlPlane, access: await controlPlane.startServers() };
    } catch (error) {
      await controlPlane.end();
      throw error;
    }
  }

  /** Ends everything and removes the folder; rejects when a server had ended before. */
  async stop(): Promise<void> {
    await this.end();
    if (this.failure !== undefined) throw new Error(this.failure);
  }

  private async end(): Promise<void> {
    if (this.keeper.exitCode !== null) return;
    const exit = once(this.keeper, 'exit');
    this.keeper.stdin?.end();
    await exit;
  }

  private readKeeper(): void {
    if (this.keeper.stdout === null) throw new Error('the keeper has no output');
    createInterface({ input: this.keeper.stdout }).on('line', (line) => {
      const { name, status } = JSON.parse(line) as { name: string; status: unknown };
      this.failure ??= `${name} ended (${String(status)}):\n${this.endOfLog(name)}`;
    });
  }

  private async startServers(): Promise<Access> {
    const [client, peer, api] = await freePorts();
    const url = `https://${HOST}:${String(api)}`;
    this.writeFiles(url);
    this.run('etcd', etcdArguments(client, peer));
    this.run('kube-apiserver', apiServerArguments(client, api));
    const access = await this.ready(url);
    this.run('kube-controller-manager', controllerManagerArguments());
    this.run('kube-scheduler', ['--kubeconfig=kubeconfig', '--leader-elect=false', '--secure-port=0']);
    return access;
  }

  private run(name: Program, args: readonly string[]): void {
    this.keeper.stdin?.write(`${JSON.stringify({ name, command: this.server.binaries[name], args })}\n`);
  }

  private writeFiles(url: string): void {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(join(this.folder, 'sa.key'), privateKey.export({ type: 'pkcs1', format: 'pem' }));
    writeFileSync(join(this.folder, 'tokens.csv'), `${TOKEN},admin,1,"system:masters"\n`);
    writeFileSync(join(this.folder, 'kubeconfig'), JSON.stringify(kubeconfig(url)));
  }

  // The API server makes its certificate when it starts; before that there is nothing to trust it by.
  private async ready(url: string): Promise<Access> {
    const certificate = join(this.folder, 'apiserver.crt');
    return waitFor(
      `Kubernetes ${this.server.version} ready`,
      async () => {
        if (this.failure !== undefined) throw new Error(this.failure);
        if (!existsSync(certificate)) return undefined;
        const ca = readFileSync(certificate, 'utf8');
        const access = { url, token: TOKEN, ca, kubeconfig: join(this.folder, 'kubeconfig') };
        const status = await request(access, { method: 'GET', path: '/readyz' }).then(
          (answer) => answer.status,
          () => 0,
        );
        return status === 200 ? access : undefined;
      },
      () => Promise.resolve(this.endOfLog('kube-apiserver')),
    );
  }

  private endOfLog(name: string): string {
    const log = join(this.folder, `${name}.log`);
    return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-20).join('\n') : '';
  }
}

// All are held until all are known, so that they differ.
async function freePorts(): Promise<[number, number, number]> {
  const free = async (): Promise<[number, () => Promise<void>]> => {
    const holder = createServer().listen(0, HOST);
    await once(holder, 'listening');
    const close = async (): Promise<void> => {
      await once(holder.close(), 'close');
    };
    return [(holder.address() as AddressInfo).port, close];
  };
  const held = [await free(), await free(), await free()] as const;
  await Promise.all(held.map(([, close]) => close()));
  return [held[0][0], held[1][0], held[2][0]];
}

function etcdArguments(client: number, peer: number): string[] {
  const url = `http://${HOST}:${String(client)}`;
  return [
    '--data-dir=etcd',
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    `--listen-peer-urls=http://${HOST}:${String(peer)}`,
    '--unsafe-no-fsync',
  ];
}

function apiServerArguments(etcd: number, port: number): string[] {
  return [
    `--etcd-servers=http://${HOST}:${String(etcd)}`,
    `--secure-port=${String(port)}`,
    `--bind-address=${HOST}`,
    `--advertise-address=${HOST}`,
    '--cert-dir=.',
    '--service-account-issuer=https://kubernetes.default.svc',
    '--service-account-key-file=sa.key',
    '--service-account-signing-key-file=sa.key',
    '--token-auth-file=tokens.csv',
    '--authorization-mode=RBAC',
    '--service-cluster-ip-range=10.0.0.0/24',
    '--allow-privileged=true',
    '--disable-admission-plugins=ServiceAccount',
    // Since 1.37 a loopback address is refused as the endpoint of the service `kubernetes`.
    '--endpoint-reconciler-type=none',
  ];
}

function controllerManagerArguments(): string[] {
  return [
    '--kubeconfig=kubeconfig',
    // Nodes are plain objects here, without a kubelet that would report: nobody may find them dead.
    '--controllers=*,-nodelifecycle',
    // A claim that found no volume is looked at again when this time is over, not when a volume comes.
    '--pvclaimbinder-sync-period=1s',
    '--leader-elect=false',
    '--secure-port=0',
    '--service-account-private-key-file=sa.key',
  ];
}

function kubeconfig(url: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server: url, 'certificate-authority': 'apiserver.crt' } }],
    users: [{ name: 'admin', user: { token: TOKEN } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
    'current-context': 'test',
  };
}
