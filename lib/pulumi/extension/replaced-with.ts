import * as pulumi from '@pulumi/pulumi';
import { Extension } from '@pulumi/azure-native/kubernetesconfiguration/index.js';
import { partsIn } from '../depended-on';
import type { ManifestInputs } from '../kubernetes-resource';

type Manifest = ManifestInputs & { readonly metadata?: unknown };

/**
 * What is done to an object that goes when the extension is uninstalled: one of a kind that it brings along, or in its
 * namespace. The values stay as they are; that they depend on the extension makes the engine delete the object before the
 * extension is replaced, and make it anew after it.
 * @param opts - the options of the component
 * @param opts.dependsOn - what it depends on, among which may be extensions or components that have made one
 */
export function replacedWithExtension({ dependsOn }: pulumi.ResourceOptions): (manifest: Manifest) => Manifest {
  const extensions = partsIn(dependsOn).filter((one) => Extension.isInstance(one));
  if (extensions.length === 0) return (manifest) => manifest;
  // A URN is known in a preview too, so the metadata are.
  const urns = pulumi.all(extensions.map(({ urn }) => urn));
  return (manifest) => ({ ...manifest, metadata: urns.apply(() => manifest.metadata) });
}
