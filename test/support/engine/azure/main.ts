import { KubeClient } from '../../cluster/client';
import { Cloud } from '../cloud';
import { serve } from '../provider/serve';
import { Installation } from './installation';
import { AzureNative } from './provider';

serve(new AzureNative(Cloud.given(), new Installation(new KubeClient())));
