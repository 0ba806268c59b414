import { Cloud } from '../cloud';
import { serve } from '../provider/serve';
import { Kubernetes } from './provider';

serve(new Kubernetes(Cloud.given()));
