import { formatTaint, resolveNodePool } from 'azureml-kubernetes';
import { AzureMLPlatform } from 'azureml-kubernetes/cdk8s';
import { App } from 'cdk8s';
import { GPU_PLATFORM } from './platform';

const app = new App();
new AzureMLPlatform(app, 'gpu', GPU_PLATFORM);
app.synth();

// What `az aks nodepool add` has to be told about the GPU nodes.
const { taints, labels } = resolveNodePool({ ...GPU_PLATFORM.nodePools?.['gpu'], name: 'gpu' });
console.warn(`--node-taints "${taints.map(formatTaint).join(',')}"`);
console.warn(
  `--labels ${Object.entries(labels)
    .map((label) => label.join('='))
    .join(' ')}`,
);
