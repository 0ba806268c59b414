import { isDeepStrictEqual } from 'node:util';
import { UNKNOWN } from '../../pulumi/wire-values';
import { differencesBetween } from '../provider/differences';
import type { Diff } from '../provider/provider';
import type { Properties } from '../provider/wire';
import { clusterOf } from './kubeconfig';

const IDENTIFIER = 'clusterIdentifier';
const KUBECONFIG = 'kubeconfig';

/**
 * What a change of the provider's configuration means. Whether it leads to another cluster is judged by the identifier
 * when it has one before and after, otherwise by the cluster in the kubeconfig; one that is not known yet may be any.
 * Source: DiffConfig in provider/pkg/provider/provider.go of github.com/pulumi/pulumi-kubernetes.
 */
export function diffOfConfiguration(before: Properties, after: Properties): Diff {
  const differences = differencesBetween(before, after);
  const replaces = isAnotherCluster(before, after) ? [IDENTIFIER, KUBECONFIG] : [];
  const replacing = differences.filter(({ path: [first = ''] }) => replaces.includes(first));
  return { differences, replacing, deleteBeforeReplace: false };
}

function isAnotherCluster(before: Properties, after: Properties): boolean {
  const [old, now] = [before[IDENTIFIER], after[IDENTIFIER]];
  if (old !== undefined && now !== undefined) return old !== now;
  const kubeconfig = after[KUBECONFIG];
  if (kubeconfig === UNKNOWN) return true;
  return !isDeepStrictEqual(clusterOf(before[KUBECONFIG]), clusterOf(kubeconfig));
}
