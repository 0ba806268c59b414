import type * as pulumi from '@pulumi/pulumi';
import { renderExtensionNamespace } from '../../manifests/extension/namespace';
import { optional } from '../../model/fields';
import { componentOf } from '../held-parts';
import type { ExtensionNamespace } from './extension-namespace';

/** What a component has whose objects stand in the namespace azureml before the extension is installed. */
export interface BeforeExtensionArgs {
  /**
   * The namespace azureml, when several components share it.
   * @default - the component makes it
   */
  readonly extensionNamespace?: ExtensionNamespace;
}

/** The part that such a component may hold. */
export const BEFORE_EXTENSION = { extensionNamespace: optional(componentOf('ExtensionNamespace')) };

/** What the component does to make the namespace itself. */
type MakeNamespace = (manifest: ReturnType<typeof renderExtensionNamespace>) => pulumi.CustomResource;

/**
 * What objects in the namespace azureml depend on: the one that is given, or one of the component's own.
 * @param given - the namespace that several components share
 * @param extensionName - the name of the extension
 * @param make - makes the namespace
 */
export function extensionNamespaceFor(
  given: ExtensionNamespace | undefined,
  extensionName: string,
  make: MakeNamespace,
): pulumi.Resource {
  return given ?? make(renderExtensionNamespace(extensionName));
}
