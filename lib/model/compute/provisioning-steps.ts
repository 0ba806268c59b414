/** One step of setting up a cluster for Azure Machine Learning. */
interface ProvisioningStepRow {
  /** What is made in it. */
  readonly makes: string;
  /** The steps that have to be done before. */
  readonly needs: readonly string[];
}

/**
 * The steps in an order that works; taking things away goes the other way. Whoever renders several of them keeps to it.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-anywhere
 */
export const PROVISIONING_STEPS = {
  cluster: {
    makes:
      'the cluster with its node pools, the resource providers, and the connection to Azure Arc where there is one',
    needs: [],
  },
  relay: { makes: 'the Azure Relay namespace of a cluster that is connected through Azure Arc', needs: [] },
  beforeExtension: {
    makes: 'objects of the phase before-extension: namespaces, the secret of azureml-fe, volumes, permissions',
    needs: ['cluster'],
  },
  extension: { makes: 'the extension, until it has succeeded', needs: ['cluster', 'relay', 'beforeExtension'] },
  afterExtension: { makes: 'objects of the phase after-extension: instance types and ingresses', needs: ['extension'] },
  roleAssignments: { makes: 'role assignments to principals that exist already', needs: ['cluster', 'relay'] },
  compute: {
    makes: 'the computes',
    needs: ['beforeExtension', 'extension', 'afterExtension', 'roleAssignments'],
  },
  computeRoleAssignments: { makes: 'role assignments to the identities of the computes', needs: ['compute'] },
} as const satisfies Readonly<Record<string, ProvisioningStepRow>>;

/** A step of {@link PROVISIONING_STEPS}. */
export type ProvisioningStep = keyof typeof PROVISIONING_STEPS;
