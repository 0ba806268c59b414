import type { SupportSourceName } from './support-sources';

/** What a limitation is about. */
export const LIMITATION_TOPICS = {
  nodes: 'Nodes and images',
  cluster: 'Clusters',
  network: 'Network',
  training: 'Training',
  inference: 'Inference',
  legacy: 'Earlier generations',
} as const;

/** A topic of {@link LIMITATION_TOPICS}. */
export type LimitationTopic = keyof typeof LIMITATION_TOPICS;

/** Something that does not work, or only in a certain way. */
export interface Limitation {
  readonly topic: LimitationTopic;
  /** The limitation and what to do about it, in own words. */
  readonly statement: string;
  /** Where that was read. */
  readonly source: SupportSourceName;
  /** A document that says otherwise. @default - none does */
  readonly disputedBy?: SupportSourceName;
}

/**
 * What the extension does not support, and advice where the documentation has no rule.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export const LIMITATIONS: readonly Limitation[] = [
  {
    topic: 'nodes',
    statement:
      'Azure ML datasets of SDK v1 do not work on nodes with SELinux enabled: the mounted dataset is relabelled and containers fail to start. Disable SELinux on every worker that should use them; nothing else asks for it. Azure Red Hat OpenShift makes that hard.',
    source: 'page',
  },
  {
    topic: 'nodes',
    statement:
      'AKS itself does not limit the size of container images. A large one raises the memory demand, which a node may not meet, and one in the range of terabytes may not fit on the disk. Give nodes for large images more memory and disk.',
    source: 'aksQuestions',
  },
  {
    topic: 'nodes',
    statement:
      'Arm64 nodes are not supported. A cluster that is connected through Azure Arc has at least one Linux node of architecture amd64.',
    source: 'arcExtensions',
  },
  {
    topic: 'cluster',
    statement:
      'An AKS cluster with a service principal is not supported: use a managed identity and recreate its node pools.',
    source: 'deployment',
  },
  {
    topic: 'cluster',
    statement: 'An AKS cluster with local accounts disabled is not supported; with Trusted Access it is said to work.',
    source: 'deployment',
    disputedBy: 'amlKubernetes',
  },
  {
    topic: 'cluster',
    statement:
      'An AKS cluster of another subscription cannot be attached: connect it through Azure Arc in the subscription of the workspace.',
    source: 'deployment',
  },
  {
    topic: 'cluster',
    statement: 'Preview features of AKS are not guaranteed to work, and pod identity is not supported.',
    source: 'deployment',
  },
  {
    topic: 'cluster',
    statement: 'The portal installs the extension on clusters of Azure Arc only.',
    source: 'deployment',
  },
  {
    topic: 'cluster',
    statement: 'Trusted Access exists in the public cloud only.',
    source: 'amlKubernetes',
  },
  {
    topic: 'cluster',
    statement: 'A cluster whose controller manager has no signing certificate and key needs enable_https=false.',
    source: 'amlKubernetes',
  },
  {
    topic: 'network',
    statement:
      'Authorized IP ranges of AKS have to allow the control plane of Azure ML in both regions of the regional pair.',
    source: 'deployment',
    disputedBy: 'amlKubernetes',
  },
  {
    topic: 'network',
    statement:
      'A private AKS cluster with a public host name is not supported; with Trusted Access it is said to work.',
    source: 'secureInferencing',
    disputedBy: 'amlKubernetes',
  },
  {
    topic: 'network',
    statement: 'The AKS cluster of a workspace with a private endpoint has to be in the region of the workspace.',
    source: 'secureInferencing',
  },
  {
    topic: 'network',
    statement:
      'After an AKS cluster in a virtual network was stopped and started, recreate its private endpoint and attach its computes again.',
    source: 'secureInferencing',
  },
  {
    topic: 'network',
    statement: 'The managed identity of a compute does not work with a workspace that has a private endpoint.',
    source: 'amlKubernetes',
  },
  {
    topic: 'network',
    statement:
      'MPI jobs on nodes without the interface eth0 need its name in a setting of the operator of training jobs.',
    source: 'amlKubernetes',
  },
  {
    topic: 'training',
    statement:
      'One document says that training does not support autoscaling of nodes; release notes since 1.0.13 say that it does.',
    source: 'anywhere',
    disputedBy: 'newerPage',
  },
  {
    topic: 'training',
    statement: 'Azure Blob is the only data store, and inputs are mounted: downloading them is not supported.',
    source: 'amlKubernetes',
  },
  {
    topic: 'training',
    statement: 'A workspace whose default storage has no credentials is not supported.',
    source: 'amlKubernetes',
  },
  {
    topic: 'training',
    statement:
      'PathOnCompute of a dataset is not directly below the root, not a privileged folder and not one that exists.',
    source: 'amlKubernetes',
  },
  {
    topic: 'training',
    statement: 'Distributed jobs may need extra nodes for launchers and parameter servers.',
    source: 'amlKubernetes',
  },
  {
    topic: 'inference',
    statement:
      'Models of the model catalog and of registries cannot be deployed to Kubernetes online endpoints, a deployment may take 20 minutes, and workloads meet the baseline Pod Security Standard.',
    source: 'anywhere',
  },
  {
    topic: 'inference',
    statement: 'Deployments of MLflow models need at least 2 cores and 4 GB.',
    source: 'instanceTypes',
  },
  {
    topic: 'legacy',
    statement: 'What an AksCompute of the first generation left behind has to be removed before, or upgraded.',
    source: 'deployment',
  },
  {
    topic: 'legacy',
    statement:
      'Beside a first-generation AksCompute the namespaces have to differ; that one uses azureml-<workspace>. Scoring addresses are shared. Detach the old compute, never delete it: that deletes the cluster.',
    source: 'amlKubernetes',
  },
  {
    topic: 'legacy',
    statement: 'SDK v1 is supported until 2026-06-30.',
    source: 'anywhere',
  },
];
