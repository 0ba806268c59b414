import { given } from '../given';
import type { DnsLabel, DnsSubdomain } from '../names';
import type { Branded } from '../text-format';
import type { ResolvedKubernetesCompute } from './kubernetes-compute';

/** What Azure keeps about an attachment, `properties.properties` of the compute. */
export interface KubernetesProperties {
  readonly namespace: DnsLabel;
  readonly defaultInstanceType?: DnsSubdomain;
  readonly extensionPrincipalId?: string;
  readonly extensionInstanceReleaseTrain?: string;
}

/** A compute as Azure has it, `Microsoft.MachineLearningServices/workspaces/computes`, without name and identity. */
export interface ComputeResource {
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties: {
    readonly computeType: 'Kubernetes';
    readonly resourceId: Branded<'ResourceId'>;
    readonly computeLocation?: string;
    readonly description?: string;
    readonly disableLocalAuth?: boolean;
    readonly properties: KubernetesProperties;
  };
}

/**
 * The body of the compute resource. It holds neither instance types nor connection strings, which are the service's, and
 * not the identity, which each tool writes in its own way.
 * @param compute - a checked attachment
 * @see https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/computes
 */
export function computeResource(compute: ResolvedKubernetesCompute): ComputeResource {
  const { tags, resourceId, namespace } = compute;
  return {
    ...given(compute, ['location']),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
    properties: {
      computeType: 'Kubernetes',
      resourceId,
      ...given(compute, ['computeLocation', 'description', 'disableLocalAuth']),
      properties: {
        namespace,
        ...given(compute, ['defaultInstanceType', 'extensionPrincipalId', 'extensionInstanceReleaseTrain']),
      },
    },
  };
}

/** The id of a compute of a workspace. */
export function computeId(workspaceResourceId: string, name: string): string {
  return `${workspaceResourceId}/computes/${name}`;
}
