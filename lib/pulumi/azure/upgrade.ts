import * as pulumi from '@pulumi/pulumi';
import { issue } from '../../model/issues';
import { assertValid } from '../../model/validation-error';

/** What an update of a cluster is judged by. */
type Update = Pick<pulumi.ResourceHookArgs, 'oldInputs' | 'oldOutputs' | 'newInputs'>;

/**
 * The hooks of a cluster by which an update that AKS refuses is refused before it starts, in a preview too.
 * @param name - the name of the resource
 */
export function upgradeHooks(name: string): NonNullable<pulumi.CustomResourceOptions['hooks']> {
  return { beforeUpdate: [new pulumi.ResourceHook(`${name}-minors`, refuseSkippedMinor, { onDryRun: true })] };
}

/** Runs before an update in place, which moves the control plane by one minor at most. */
export function refuseSkippedMinor({ oldInputs, oldOutputs, newInputs }: Update): void {
  const current = minorOf(oldOutputs, 'currentKubernetesVersion') ?? minorOf(oldInputs, 'kubernetesVersion');
  const wanted = minorOf(newInputs, 'kubernetesVersion');
  if (current === undefined || wanted === undefined || wanted <= current + 1) return;
  const facts = { received: `1.${String(wanted)}`, expected: `1.${String(current + 1)} at most` };
  assertValid('AksCluster', [issue('pulumi/kubernetes-minor-skipped', ['kubernetesVersion'], facts)]);
}

function minorOf(properties: unknown, name: string): number | undefined {
  const version: unknown = (properties as Readonly<Record<string, unknown>> | undefined)?.[name];
  const [, minor] = typeof version === 'string' ? (/^v?1\.(\d+)/.exec(version) ?? []) : [];
  return minor === undefined ? undefined : Number(minor);
}
