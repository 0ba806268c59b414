import * as pulumi from '@pulumi/pulumi';

/** A team: the compute that it sees in its workspace, and the identity with which the workspace reaches the cluster. */
interface Team {
  readonly compute: string;
  readonly workspaceId: string;
  readonly principalId: string;
}

const config = new pulumi.Config();

/** What the configuration of the stack says. */
export const settings = {
  /** The resource id of the connected cluster; the relay is named after it. */
  clusterId: config.require('clusterId'),
  location: config.require('location'),
  kubeconfig: config.requireSecret('kubeconfig'),

  teams: config.requireObject<readonly Team[]>('teams'),

  /** The name that the online endpoints have; the certificate covers it. */
  host: config.require('host'),
  certificate: config.require('certificate'),
  privateKey: config.requireSecret('privateKey'),

  /** The file server of the plant. */
  fileServer: config.require('fileServer'),

  /** The nodes that the extension may use, by their labels. */
  nodeSelector: config.getObject<Readonly<Record<string, string>>>('nodeSelector') ?? {},

  /** Whether the extension may be replaced, which stops every job and endpoint. */
  allowReplacement: config.getBoolean('allowReplacement') ?? false,
};
