import { requirePeers } from '../model/peers';

const PEERS = ['@pulumi/pulumi', '@pulumi/kubernetes', '@pulumi/azure-native'];

requirePeers('azureml-kubernetes/pulumi', PEERS, require.resolve);
