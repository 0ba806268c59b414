import * as pulumi from '@pulumi/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { AksCluster, AzureMLExtension, ChartObjects, ChartOutputs, JobDataVolume } from 'azureml-kubernetes/pulumi';

/** What a stack reference gives for an output that the other stack does not have. */
const missing = pulumi.output(Promise.resolve(undefined as unknown as string));

const cluster = AksCluster.fromExisting(missing, { location: missing });
new AzureMLExtension('azureml', { cluster, enableTraining: true });
const provider = new Provider('cluster', { kubeconfig: 'kubeconfig of a test' });
new JobDataVolume(
  'images',
  {
    source: { kind: 'nfs', server: missing, path: '/share/images' },
    capacity: '1Ti',
    mountPath: pulumi.output('mnt/images'),
  },
  { provider },
);
const outputs = new ChartOutputs();
const url = `https://${outputs.text('host', missing)}/`;
const settings = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { url } };
new ChartObjects('web', { chart: { toJson: () => [settings] }, outputs }, { provider });
