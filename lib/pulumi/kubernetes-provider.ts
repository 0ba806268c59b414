import type * as pulumi from '@pulumi/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { issue, type Issue } from '../model/issues';

/** A token of the package; which one does not matter, providers are known by package. */
const KUBERNETES_TOKEN = 'kubernetes:core/v1:Namespace';

/**
 * What is wrong with the options of a component whose children are Kubernetes objects: it must be said which cluster
 * they go to, by the options or by a parent.
 * @param opts - the options of the component
 */
export function kubernetesProviderIssues(opts: pulumi.ComponentResourceOptions): Issue[] {
  const given: unknown[] = [opts.provider, ...Object.values(opts.providers ?? {})];
  const found = given.some((one) => Provider.isInstance(one)) || hasProvider(opts.parent);
  return found ? [] : [issue('pulumi/kubernetes-provider-missing', ['opts', 'provider'])];
}

function hasProvider(parent: pulumi.Resource | undefined): boolean {
  return parent?.getProvider(KUBERNETES_TOKEN) !== undefined;
}
