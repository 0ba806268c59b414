import { requirePeers } from '../model/peers';

requirePeers('azureml-kubernetes/cdk8s', ['constructs', 'cdk8s'], require.resolve);
