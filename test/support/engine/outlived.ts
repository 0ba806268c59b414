import type { Step } from './operation-result';

const EXTENSION = 'azure-native:kubernetesconfiguration:Extension';
const CLUSTER = 'azure-native:containerservice:ManagedCluster';
const COMPUTE = 'azure-native:machinelearningservices:Compute';
const INSTANCE_TYPE = 'kubernetes:amlarc.azureml.com/v1alpha1:InstanceType';
const SECRET = 'kubernetes:core/v1:Secret';
const NAMESPACE = 'kubernetes:core/v1:Namespace';

/** What of a destroyed stack needs what: by type, or by where it lies. */
const NEEDS: readonly ((one: Step, other: Step) => boolean)[] = [
  // A part of an Azure resource, and a role on it.
  (one, other) => other.id.startsWith('/') && one.id.toLowerCase().startsWith(`${other.id.toLowerCase()}/`),
  // Everything in a cluster that is destroyed too.
  (one, other) => one.type.startsWith('kubernetes:') && other.type === CLUSTER,
  (one, other) => other.type === NAMESPACE && one.type !== NAMESPACE && one.id.startsWith(`${other.id}/`),
  // What the extension brings, and what works through it.
  (one, other) => (one.type === INSTANCE_TYPE || one.type === COMPUTE) && other.type === EXTENSION,
  // The namespace of the extension and the certificate of azureml-fe in it are there as long as the extension.
  (one, other) => one.type === EXTENSION && isNeededByExtension(other),
];

/** Lines about resources that were still there when the deletion of what they need began. */
export function outlived(steps: readonly Step[]): string[] {
  const deleted = steps.filter(({ op }) => op.startsWith('delete'));
  return deleted.flatMap((other) =>
    deleted
      .filter((one) => one !== other && NEEDS.some((needs) => needs(one, other)) && one.ended > other.began)
      .map((one) => `${one.type} ${one.name} outlived ${other.type} ${other.name}`),
  );
}

function isNeededByExtension({ type, id, inputs }: Step): boolean {
  if (type === NAMESPACE) return id === 'azureml';
  // Those of this type are the certificates of ingresses, which come after the extension.
  return type === SECRET && id.startsWith('azureml/') && inputs['type'] !== 'kubernetes.io/tls';
}
