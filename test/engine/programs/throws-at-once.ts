import { Namespace } from '@pulumi/azure-native/relay/namespace.js';

new Namespace('relay', { resourceGroupName: 'ml', namespaceName: 'relay', location: 'westeurope' });

throw new Error('nothing comes of it');
