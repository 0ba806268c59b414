import { SUPPORT_SOURCES } from '../support/support-sources';

/** A document that facts about settings were read in. */
export interface ExtensionSource {
  /** Repository and path, or what it is. */
  readonly document: string;
  /** The commit that was read. @default - not recorded */
  readonly commit?: string;
  /** The date of the text, `YYYY-MM-DD`. @default - the commit tells, or nothing does */
  readonly date?: string;
}

/** Every document that facts about settings of the extension were read in. */
export const EXTENSION_SOURCES = {
  deployment: SUPPORT_SOURCES.deployment,
  troubleshooting: {
    document: 'MicrosoftDocs/azure-ai-docs articles/machine-learning/how-to-troubleshoot-kubernetes-extension.md',
    commit: 'eca7251b',
  },
  secureEndpoint: {
    document: 'MicrosoftDocs/azure-ai-docs articles/machine-learning/how-to-secure-kubernetes-online-endpoint.md',
  },
  amlKubernetes: SUPPORT_SOURCES.amlKubernetes,
  amlKubernetesHistory: {
    document: 'Azure/AML-Kubernetes docs/deploy-extension.md as it was from 2021-09 to 2022-05',
  },
  cli: {
    document:
      'Azure/azure-cli-extensions src/k8s-extension/azext_k8s_extension/partner_extensions/AzureMLKubernetes.py',
    commit: '3f6c0dae43a5d340162d7953f713a08466d1b9e9',
  },
  cliHistory: {
    document: 'Azure/azure-cli-extensions src/k8s-extension/HISTORY.rst',
    commit: 'df53cdd',
  },
  restSpecification: {
    document:
      'Azure/azure-rest-api-specs specification/kubernetesconfiguration/resource-manager/Microsoft.KubernetesConfiguration/extensions/stable/2025-03-01/extensions.json',
    commit: 'fbc9b4ed',
  },
  aksExtensions: SUPPORT_SOURCES.aksExtensions,
  edgeAi: {
    document: 'microsoft/edge-ai modules/inference-cluster-integration of 080-azureml and 140-azureml',
    commit: 'cdc6010',
    date: '2026-08-19',
  },
  physicalAi: {
    document: 'microsoft/physical-ai-toolchain infrastructure/setup',
    commit: 'a8580d8',
    date: '2026-08-21',
  },
  chartValues: { document: 'values of chart 1.1.106 as a user listed them; nothing else confirms them' },
} as const satisfies Readonly<Record<string, ExtensionSource>>;

/** The name of a document in {@link EXTENSION_SOURCES}. */
export type ExtensionSourceName = keyof typeof EXTENSION_SOURCES;
