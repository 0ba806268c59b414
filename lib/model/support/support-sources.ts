/** A document that facts about support were read in. */
export interface SupportSource {
  /** Its address, or repository and path. */
  readonly document: string;
  /** The commit that was read, for documents in a repository. @default - the document has one version */
  readonly commit?: string;
  /** The date of the text, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Every document that the tables of this domain were read in. */
export const SUPPORT_SOURCES = {
  page: {
    document: 'https://learn.microsoft.com/azure/machine-learning/reference-kubernetes',
    date: '2022-12-27',
  },
  newerPage: {
    document: 'MicrosoftDocs/azure-ai-docs articles/machine-learning/reference-kubernetes.md',
    commit: '5584ed058211b185cc3fde71abf862a1d06a42b0',
    date: '2025-10-08',
  },
  deployment: {
    document: 'MicrosoftDocs/azure-ai-docs articles/machine-learning/how-to-deploy-kubernetes-extension.md',
    commit: '2602ec45',
    date: '2026-01-28',
  },
  anywhere: {
    document: 'MicrosoftDocs/azure-ai-docs articles/machine-learning/how-to-attach-kubernetes-anywhere.md',
    date: '2026-01-27',
  },
  instanceTypes: {
    document: 'MicrosoftDocs/azure-ai-docs articles/machine-learning/how-to-manage-kubernetes-instance-types.md',
    commit: '198cec07',
    date: '2025-07-23',
  },
  secureInferencing: {
    document:
      'MicrosoftDocs/azure-ai-docs articles/machine-learning/how-to-secure-kubernetes-inferencing-environment.md',
    commit: '0eea71caf55c6e7bdbfa9b0b3664288200817f6d',
    date: '2022-08-31',
  },
  firewall: {
    document: 'MicrosoftDocs/azure-ai-docs articles/machine-learning/how-to-access-azureml-behind-firewall.md',
    date: '2025-04-03',
  },
  amlKubernetes: { document: 'Azure/AML-Kubernetes README.md and docs/', commit: 'b533ee4', date: '2024-08-15' },
  aksVersions: {
    document: 'MicrosoftDocs/azure-aks-docs articles/aks/supported-kubernetes-versions.md',
    commit: 'fb060ab',
    date: '2026-08-21',
  },
  aksExtensions: {
    document: 'MicrosoftDocs/azure-aks-docs articles/aks/cluster-extensions.md',
    commit: 'fb060ab',
    date: '2026-08-21',
  },
  aksReservations: {
    document: 'MicrosoftDocs/azure-aks-docs articles/aks/node-resource-reservations.md',
    commit: 'fb060ab',
    date: '2026-06-11',
  },
  aksSystemPools: {
    document: 'MicrosoftDocs/azure-aks-docs articles/aks/use-system-pools.md',
    commit: 'fb060ab',
    date: '2026-08-21',
  },
  aksEgress: {
    document: 'MicrosoftDocs/azure-aks-docs articles/aks/outbound-rules-control-egress.md',
    commit: 'fb060ab',
    date: '2026-08-21',
  },
  arcEgress: {
    document:
      'MicrosoftDocs/azure-management-docs articles/azure-arc/kubernetes/includes/network-requirements-azure-cloud.md',
    commit: 'd923d58',
    date: '2026-08-20',
  },
  vmSizes: {
    document: 'MicrosoftDocs/azure-docs articles/virtual-machines/dv2-dsv2-series.md',
    commit: '04454a6',
    date: '2020-02-03',
  },
  aksQuestions: {
    document: 'MicrosoftDocs/azure-aks-docs articles/aks/faq.yml',
    commit: 'fb060ab',
    date: '2026-08-21',
  },
  arcExtensions: {
    document: 'MicrosoftDocs/azure-management-docs articles/azure-arc/kubernetes/extensions-release.md',
    commit: 'd923d58',
    date: '2026-08-20',
  },
} as const satisfies Readonly<Record<string, SupportSource>>;

/** The name of a document in {@link SUPPORT_SOURCES}. */
export type SupportSourceName = keyof typeof SUPPORT_SOURCES;
