import * as pulumi from '@pulumi/pulumi';
import type { ManifestInputs } from '../kubernetes-resource';
import type { AzureMLExtension } from './azureml-extension';

/**
 * An object of a kind that the extension brings along. Its values stay as they are; that they depend on the extension
 * makes the engine delete the object before the extension is replaced, and make it anew after it.
 * @param manifest - the object
 * @param dependsOn - what the component was told to depend on, one or several, of which some may be extensions
 */
export function replacedWithExtension(
  manifest: ManifestInputs & { readonly metadata?: unknown },
  dependsOn: pulumi.ComponentResourceOptions['dependsOn'],
): ManifestInputs & { readonly metadata?: unknown } {
  const given: readonly unknown[] = Array.isArray(dependsOn) ? dependsOn : [dependsOn];
  const extensions = given.filter(isExtension).map(({ extension }) => extension.urn);
  // A URN is known in a preview too, so the metadata are.
  return extensions.length === 0
    ? manifest
    : { ...manifest, metadata: pulumi.all(extensions).apply(() => manifest.metadata) };
}

function isExtension(one: unknown): one is Pick<AzureMLExtension, 'extension'> {
  return pulumi.Resource.isInstance(one) && 'extension' in one && pulumi.CustomResource.isInstance(one.extension);
}
