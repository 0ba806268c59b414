import * as pulumi from '@pulumi/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { isPlainObject } from '../model/fields';
import { issue, type Issue } from '../model/issues';

/** A token of the package; which one does not matter, providers are known by package. */
const KUBERNETES_TOKEN = 'kubernetes:core/v1:Namespace';

/**
 * What is wrong with the options of a component whose children are Kubernetes objects: it must be said which cluster
 * they go to, by the options or by a parent.
 * @param opts - the options of the component
 */
export function kubernetesProviderIssues(opts: pulumi.ComponentResourceOptions): Issue[] {
  const anything: unknown = opts;
  // What is in place of options is refused by their own rules.
  if (!isPlainObject(anything)) return [];
  const given: unknown[] = [opts.provider, ...Object.values(opts.providers ?? {})];
  const found = given.some((one) => Provider.isInstance(one)) || hasProvider(opts.parent);
  return found ? [] : [issue('pulumi/kubernetes-provider-missing', ['opts', 'provider'])];
}

/** The resources that make the clusters of providers. */
const OWNERS = new WeakMap<pulumi.ProviderResource, pulumi.Resource>();

/**
 * Notes that a cluster is made by the program.
 * @param provider - a provider for it
 * @param owner - the resource that makes it
 */
export function providerOfCluster(provider: Provider, owner: pulumi.Resource): Provider {
  OWNERS.set(provider, owner);
  return provider;
}

/**
 * The options of an object in a cluster: one that the program makes takes everything in it along when it is deleted.
 * Nothing in it is deleted one by one then, which fails once the cluster or its credentials are gone.
 * @param opts - the options of the object
 */
export function objectOptions(opts: pulumi.CustomResourceOptions): pulumi.CustomResourceOptions {
  const provider = opts.provider ?? opts.parent?.getProvider(KUBERNETES_TOKEN);
  const deletedWith = provider === undefined ? undefined : OWNERS.get(provider);
  return deletedWith === undefined ? opts : { deletedWith, ...opts };
}

function hasProvider(parent: pulumi.Resource | undefined): boolean {
  return pulumi.Resource.isInstance(parent) && parent.getProvider(KUBERNETES_TOKEN) !== undefined;
}
