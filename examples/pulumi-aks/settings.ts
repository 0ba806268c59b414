import * as pulumi from '@pulumi/pulumi';

/** A team: its workspace, and the compute that it sees there. */
interface Team {
  readonly workspace: string;
  readonly compute: string;
}

const config = new pulumi.Config();

/** What the configuration of the stack says. */
export const settings = {
  resourceGroup: config.require('resourceGroup'),
  location: config.require('location'),
  clusterName: config.require('clusterName'),
  teams: config.requireObject<readonly Team[]>('teams'),

  /** The name that the online endpoints have; the certificate covers it. */
  host: config.require('host'),
  certificate: config.require('certificate'),
  privateKey: config.requireSecret('privateKey'),

  /** The IngressClass of the controller that ends TLS. */
  ingressClassName: config.require('ingressClassName'),

  /** A storage account with NFS 3, and its container that jobs see as /mnt/images. */
  storageAccount: config.require('storageAccount'),
  container: config.require('container'),

  /** The nodes that the extension may use, by their labels. */
  nodeSelector: config.getObject<Readonly<Record<string, string>>>('nodeSelector') ?? {},

  /** Whether the extension may be replaced and the cluster deleted, which stops every job and endpoint. */
  allowReplacement: config.getBoolean('allowReplacement') ?? false,
};
