import {
  AKS_SPOT,
  extensionTolerations,
  extensionTolerationSettings,
  formatTaint,
  resolveNodePool,
} from 'azureml-kubernetes';
import { AzureMLPlatform } from 'azureml-kubernetes/cdk8s';
import { App } from 'cdk8s';
import { RECIPES_PLATFORM } from './platform';

const app = new App();
new AzureMLPlatform(app, 'recipes', RECIPES_PLATFORM);
app.synth();

// What `az aks nodepool add` and `az k8s-extension create` have to be told. AKS taints spot nodes by itself.
const pools = Object.entries(RECIPES_PLATFORM.nodePools ?? {}).map(([name, pool]) =>
  resolveNodePool({ ...pool, name }),
);
for (const { name, taints } of pools) {
  const given = taints.filter(({ key }) => key !== AKS_SPOT.key).map(formatTaint);
  console.warn(`${name}: --node-taints "${given.join(',')}"`);
}
const settings = extensionTolerationSettings(extensionTolerations(pools));
for (const [key, value] of Object.entries(settings)) console.warn(`extension: --config ${key}=${value}`);
