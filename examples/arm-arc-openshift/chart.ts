import { ComputeNamespace, OpenShiftSccGrant } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** What OpenShift needs before the extension is installed. */
export class OpenShiftChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const { name } = new ComputeNamespace(this, 'ml-jobs');
    new OpenShiftSccGrant(this, 'grant', { extensionName: 'azureml', computeNamespaces: [name], arcConnected: true });
  }
}
