/** A built-in role of Azure. */
export interface RoleDefinitionRow {
  /** The name by which the Azure CLI and the portal know it. */
  readonly name: string;
  /** The GUID of its definition, the same in every subscription. */
  readonly id: string;
}

/** Where the ids of {@link ROLE_DEFINITIONS} were read. */
export const ROLE_DEFINITIONS_SOURCE = {
  document: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles',
  date: '2026-11-27',
} as const;

/** The roles that attaching a cluster and running workloads on it can need. */
export const ROLE_DEFINITIONS = {
  relayOwner: { name: 'Azure Relay Owner', id: '2787bf04-f1f5-4bfe-8383-c8a24483ee38' },
  reader: { name: 'Reader', id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' },
  contributor: { name: 'Contributor', id: 'b24988ac-6180-42a0-ab88-20f7382dd24c' },
  extensionContributor: { name: 'Kubernetes Extension Contributor', id: '85cb6faf-e071-4c9b-8136-154b5a04f717' },
  clusterAdmin: { name: 'Azure Kubernetes Service Cluster Admin Role', id: '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8' },
  rbacClusterAdmin: {
    name: 'Azure Kubernetes Service RBAC Cluster Admin',
    id: 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b',
  },
  acrPull: { name: 'AcrPull', id: '7f951dda-4ed3-4680-a7ca-43fe172d538d' },
  blobReader: { name: 'Storage Blob Data Reader', id: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' },
  blobContributor: { name: 'Storage Blob Data Contributor', id: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' },
  storageContributor: { name: 'Storage Account Contributor', id: '17d1049b-9a84-46fb-8f53-869881c3d3ab' },
} as const satisfies Readonly<Record<string, RoleDefinitionRow>>;

/** A role by its short name in {@link ROLE_DEFINITIONS}. */
export type RoleName = keyof typeof ROLE_DEFINITIONS;
