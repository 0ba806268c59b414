import { HybridConnection } from '@pulumi/azure-native/relay/hybridConnection.js';
import { Namespace } from '@pulumi/azure-native/relay/namespace.js';

const namespace = new Namespace('relay', { resourceGroupName: 'ml', namespaceName: 'relay', location: 'westeurope' });

new HybridConnection('connection', {
  resourceGroupName: 'ml',
  namespaceName: namespace.name.apply((name): string => {
    throw new Error(`no connection in ${name}`);
  }),
  requiresClientAuthorization: true,
});
