import { ComputeNamespace, OpenShiftSccGrant } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** What OpenShift needs before the extension is installed and two computes are attached, each in its own namespace. */
export class OpenShiftChart extends Chart {
  /** The permission, whose `spec` and `users` name every service account. */
  public readonly grant: OpenShiftSccGrant;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const vision = new ComputeNamespace(this, 'ml-vision', {
      quota: { requests: { gpu: 4 }, pods: 50 },
    });
    const fraud = new ComputeNamespace(this, 'ml-fraud');
    this.grant = new OpenShiftSccGrant(this, 'grant', {
      extensionName: 'azureml',
      computeNamespaces: [vision.name, fraud.name],
    });
  }
}
