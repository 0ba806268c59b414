import type * as pulumi from '@pulumi/pulumi';
import * as apiextensions from '@pulumi/kubernetes/apiextensions/index.js';
import * as apiextensionsV1 from '@pulumi/kubernetes/apiextensions/v1/index.js';
import * as apps from '@pulumi/kubernetes/apps/v1/index.js';
import * as batch from '@pulumi/kubernetes/batch/v1/index.js';
import * as core from '@pulumi/kubernetes/core/v1/index.js';
import * as networking from '@pulumi/kubernetes/networking/v1/index.js';
import * as rbac from '@pulumi/kubernetes/rbac/v1/index.js';
import * as storage from '@pulumi/kubernetes/storage/v1/index.js';
import { issue } from '../model/issues';
import { assertValid } from '../model/validation-error';
import { objectOptions } from './kubernetes-provider';

/** What every manifest has, its values being texts or Outputs. */
export interface ManifestInputs {
  readonly apiVersion: string;
  readonly kind: string;
}

type ResourceClass = new (name: string, args: object, opts?: pulumi.CustomResourceOptions) => pulumi.CustomResource;

/** The modules of typed resources; each loads a class when it is asked for. */
const TYPED: Readonly<Record<string, object>> = {
  v1: core,
  'apps/v1': apps,
  'batch/v1': batch,
  'networking.k8s.io/v1': networking,
  'rbac.authorization.k8s.io/v1': rbac,
  'storage.k8s.io/v1': storage,
  'apiextensions.k8s.io/v1': apiextensionsV1,
};

/**
 * Creates the resource of a manifest: of the class that the SDK has for its kind, otherwise a custom resource.
 * @param name - the name of the resource in the program
 * @param manifest - the object, in which Outputs may stand
 * @param opts - the options of the resource
 * @throws ValidationError when Kubernetes itself has no such kind
 */
export function createKubernetesResource(
  name: string,
  manifest: ManifestInputs,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResource {
  const { apiVersion, kind } = manifest;
  const Typed = typedClassOf(apiVersion, kind);
  const options = objectOptions(opts);
  if (Typed !== undefined) return new Typed(name, manifest, options);
  if (!apiVersion.includes('/')) {
    assertValid(`object ${name}`, [issue('spec/choice', ['kind'], { received: kind, expected: 'a kind of v1' })]);
  }
  return new apiextensions.CustomResource(name, { ...manifest }, options);
}

function typedClassOf(apiVersion: string, kind: string): ResourceClass | undefined {
  const module = Object.hasOwn(TYPED, apiVersion) ? TYPED[apiVersion] : undefined;
  if (module === undefined || !Object.hasOwn(module, kind)) return undefined;
  const found: unknown = Reflect.get(module, kind);
  return typeof found === 'function' ? (found as ResourceClass) : undefined;
}
