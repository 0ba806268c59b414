import { instanceType } from '../../cluster/crds/instance-type';
import { definitionOf } from '../../cluster/crds/schema';
import type { KubeClient } from '../../cluster/client';
import type { CloudResource } from '../cloud';
import type { Properties } from '../provider/wire';

/** What the installation of an extension does in its cluster, as far as our objects depend on it. */
export class Installation {
  constructor(private readonly client: KubeClient | undefined) {}

  /**
   * - Its Helm release makes the namespace of the release, and takes over one that is there only if that says that it
   *   belongs to the release. Source: checkOwnership in pkg/action/validate.go of helm.sh/helm/v3.
   * - Its health check looks for the Secret of azureml-fe. Source: "Secure Azure Kubernetes Service online inferencing" of
   *   the documentation: it has to be in the namespace azureml beforehand.
   * - It brings the kind InstanceType. Source: "Create and manage instance types" in the documentation.
   */
  async install({ id, type, body }: CloudResource): Promise<void> {
    if (!isAzureML(type, body) || this.client === undefined) return;
    const name = releaseNamespaceOf(body);
    await this.refuseMissingSecret(body);
    const release = id.split('/').at(-1) ?? '';
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...ownership(release, name) } };
    const found = await this.client.find(namespace);
    if (found === undefined) await this.client.create(namespace);
    else refuseForeign(found.metadata, release);
    await this.client.establish(definitionOf(instanceType));
  }

  /**
   * The kind goes with the release, and everything of that kind with it. So does the namespace, with everything in it,
   * whoever made it. Source: "namespace azureml being terminated" in "Troubleshoot Azure Machine Learning extension" of
   * the documentation.
   */
  async uninstall({ type, body }: CloudResource): Promise<void> {
    if (!isAzureML(type, body)) return;
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: releaseNamespaceOf(body) } };
    await this.client?.remove([definitionOf(instanceType), namespace]);
  }

  private async refuseMissingSecret(body: Properties): Promise<void> {
    const { sslSecret } = (body['configurationSettings'] ?? {}) as { sslSecret?: string };
    if (sslSecret === undefined) return;
    const metadata = { name: sslSecret, namespace: 'azureml' };
    const found = await this.client?.find({ apiVersion: 'v1', kind: 'Secret', metadata });
    if (found !== undefined) return;
    throw new Error(
      `Code="ExtensionOperationFailed" Message="Failed pre-install: pod healthcheck failed: ` +
        `Secret ${sslSecret} is not in namespace azureml"`,
    );
  }

  /** A cluster takes everything in it along. */
  async remove({ type }: CloudResource): Promise<void> {
    if (type !== 'azure-native:containerservice:ManagedCluster' || this.client === undefined) return;
    const namespaces = await this.client.list('v1', 'Namespace');
    await this.client.remove(namespaces.filter(({ metadata }) => !/^(default|kube-.*)$/.test(metadata.name)));
    await this.client.remove(await this.client.list('v1', 'PersistentVolume'));
  }
}

function releaseNamespaceOf(body: Properties): string {
  const { cluster } = body['scope'] as { cluster?: { releaseNamespace?: string } };
  return cluster?.releaseNamespace ?? 'azureml';
}

/** What Helm writes to what it makes. */
function ownership(release: string, namespace: string) {
  return {
    labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    annotations: { 'meta.helm.sh/release-name': release, 'meta.helm.sh/release-namespace': namespace },
  };
}

function isAzureML(type: string, body: Properties): boolean {
  const { extensionType } = body;
  return (
    type === 'azure-native:kubernetesconfiguration:Extension' &&
    typeof extensionType === 'string' &&
    extensionType.toLowerCase() === 'microsoft.azureml.kubernetes'
  );
}

function refuseForeign(metadata: Readonly<Record<string, unknown>>, release: string): void {
  const { labels, annotations } = metadata as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  const owned =
    labels?.['app.kubernetes.io/managed-by'] === 'Helm' &&
    annotations?.['meta.helm.sh/release-name'] === release &&
    annotations['meta.helm.sh/release-namespace'] === metadata['name'];
  if (owned) return;
  throw new Error(
    `Code="ExtensionOperationFailed" Message="Namespace ${String(metadata['name'])} exists and cannot be imported ` +
      `into the current release: invalid ownership metadata"`,
  );
}
