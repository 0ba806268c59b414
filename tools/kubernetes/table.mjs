// The table of versions (versions.json), and what is derived from one of its rows.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the table; each wrapper module is a folder beside it. */
export const here = dirname(fileURLToPath(import.meta.url));

const table = JSON.parse(readFileSync(join(here, 'versions.json'), 'utf8'));

// kube-apiserver prints `Kubernetes v1.36.3`, kubectl `Client Version: v1.36.3`, etcd `etcd Version: 3.6.5`.
const common = {
  writtenBy: 'tools/kubernetes/modules.mjs',
  // Kubernetes 1.N.P keeps its libraries in its own tree (./staging) and publishes each as v0.N.P.
  versionInTree: (version) => version.replace(/^1\./, '0.'),
  foreign: {
    variable: 'KUBEBUILDER_ASSETS',
    versionOf: (command) => (command === 'kubectl' ? ['version', '--client'] : ['--version']),
    hint: 'point KUBEBUILDER_ASSETS to a folder with the binaries (see tools/kubernetes/README.md)',
  },
};

/** What one Go build makes: a wrapper module, the version it builds, and the commands in it. */
export const etcd = {
  ...common,
  name: 'etcd',
  version: table.etcd.version,
  module: join(here, 'etcd'),
  go: 'go.etcd.io/etcd/server/v3',
  commands: { etcd: 'go.etcd.io/etcd/server/v3' },
  ldflags: [],
};

/** The same for each Kubernetes minor, oldest first. */
export const kubernetes = table.kubernetes.map(({ minor, version }) => ({
  ...common,
  name: 'kubernetes',
  minor,
  version,
  module: join(here, minor),
  go: 'k8s.io/kubernetes',
  commands: Object.fromEntries(
    ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'].map((command) => [
      command,
      `k8s.io/kubernetes/cmd/${command}`,
    ]),
  ),
  ldflags: versionFlags(minor, version),
}));

/** The rows of the minors asked for; all rows when none is. */
export function rowsOf(minors) {
  const known = kubernetes.map((row) => row.minor);
  const unknown = minors.filter((minor) => !known.includes(minor));
  if (unknown.length > 0) {
    throw new Error(`unknown minor ${unknown.join(', ')}: versions.json has ${known.join(', ')}`);
  }
  return minors.length === 0 ? kubernetes : kubernetes.filter((row) => minors.includes(row.minor));
}

// Without these a server calls itself v0.0.0, and kubectl and the API server disagree about versions.
function versionFlags(minor, version) {
  const [major, second] = minor.split('.');
  const values = { gitVersion: `v${version}`, gitMajor: major, gitMinor: second, gitTreeState: 'clean' };
  const packages = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];
  return packages.flatMap((name) => Object.entries(values).map(([key, value]) => `-X ${name}.${key}=${value}`));
}
