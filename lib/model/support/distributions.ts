import { issue, type Issue, type Path } from '../issues';
import type { SupportSourceName } from './support-sources';

/** A distribution of Kubernetes on which the extension is known to run. */
export interface DistributionRow {
  readonly name: string;
  /** Whether the extension is installed on the AKS cluster itself, or through Azure Arc. */
  readonly through: 'AKS' | 'Azure Arc' | 'AKS or Azure Arc';
}

/** The distributions that the documentation names. Others work when they are CNCF-certified. */
export const DISTRIBUTIONS: readonly DistributionRow[] = [
  { name: 'Azure Kubernetes Service (AKS)', through: 'AKS or Azure Arc' },
  { name: 'AKS Engine', through: 'Azure Arc' },
  { name: 'AKS on Azure Stack HCI', through: 'Azure Arc' },
  { name: 'Azure Red Hat OpenShift (ARO)', through: 'Azure Arc' },
  { name: 'OpenShift Container Platform (OCP)', through: 'Azure Arc' },
  { name: 'Google Kubernetes Engine (GKE)', through: 'Azure Arc' },
  { name: 'Canonical Kubernetes', through: 'Azure Arc' },
  { name: 'Amazon Elastic Kubernetes Service (EKS)', through: 'Azure Arc' },
  { name: 'kind', through: 'Azure Arc' },
  { name: 'K3s', through: 'Azure Arc' },
];

/** Where {@link DISTRIBUTIONS} was read. */
export const DISTRIBUTIONS_SOURCE = 'amlKubernetes' satisfies SupportSourceName;

/** The architecture of nodes that the extension runs on, as the label `kubernetes.io/arch` has it. */
export const NODE_ARCHITECTURE = 'amd64';

/** Where the support of node architectures was read. */
export const NODE_ARCHITECTURE_SOURCE = 'arcExtensions' satisfies SupportSourceName;

/**
 * Whether the extension finds nodes to run on, and which ones it cannot use.
 * @param architectures - those of all node pools, as the label `kubernetes.io/arch` has them, for example `arm64`
 * @param path - where they are in the description
 */
export function nodeArchitectureIssues(architectures: readonly string[], path: Path = []): Issue[] {
  const others = architectures.flatMap((received, index) =>
    received === NODE_ARCHITECTURE
      ? []
      : [issue('support/architecture', [...path, index], { received, expected: NODE_ARCHITECTURE })],
  );
  if (others.length < architectures.length) return others;
  return [issue('support/no-amd64-node', path, { received: architectures, expected: NODE_ARCHITECTURE })];
}
