import { requirePeers } from '../model/peers';

requirePeers('azureml-kubernetes/cdk8s-plus', ['constructs', 'cdk8s', 'cdk8s-plus-27'], require.resolve);
