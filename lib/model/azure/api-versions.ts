/** The API versions of one resource type. */
interface ApiVersionRow {
  /** Those that the library's templates have been held against, oldest first. */
  readonly versions: readonly [string, ...string[]];
  /** The one that is taken when none is given. */
  readonly default: string;
}

/**
 * The API versions of the resource types that templates hold, as listed on 2026-08-21.
 * @see https://learn.microsoft.com/azure/templates/
 */
export const API_VERSIONS = {
  'Microsoft.Authorization/roleAssignments': { versions: ['2022-04-01'], default: '2022-04-01' },
  'Microsoft.ContainerService/managedClusters/agentPools': {
    versions: ['2024-09-01', '2025-09-01'],
    default: '2025-09-01',
  },
  'Microsoft.KubernetesConfiguration/extensions': {
    versions: ['2022-11-01', '2023-05-01', '2024-11-01', '2025-03-01'],
    default: '2023-05-01',
  },
  'Microsoft.MachineLearningServices/workspaces/computes': {
    versions: ['2022-10-01', '2025-12-01', '2026-05-01'],
    default: '2025-12-01',
  },
  'Microsoft.OperationalInsights/workspaces': { versions: ['2023-09-01'], default: '2023-09-01' },
  'Microsoft.Relay/namespaces': { versions: ['2021-11-01'], default: '2021-11-01' },
  'Microsoft.Resources/deployments': { versions: ['2022-09-01'], default: '2022-09-01' },
  'Microsoft.ServiceBus/namespaces': { versions: ['2021-11-01'], default: '2021-11-01' },
} as const satisfies Readonly<Record<string, ApiVersionRow>>;

/** A resource type of {@link API_VERSIONS}. */
export type VersionedType = keyof typeof API_VERSIONS;

/** An API version of one resource type. */
export type ApiVersion<Type extends VersionedType> = (typeof API_VERSIONS)[Type]['versions'][number];

/** API versions by resource type; the default where a type is left out. */
export type ApiVersionChoice = { readonly [Type in VersionedType]?: ApiVersion<Type> };

/** The API version to use for a type. */
export function apiVersionOf(type: VersionedType, choice: ApiVersionChoice = {}): string {
  return choice[type] ?? API_VERSIONS[type].default;
}
