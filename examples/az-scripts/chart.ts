import { ComputeNamespace, InstanceType } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** The objects before the extension. */
export class NamespaceChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new ComputeNamespace(this, 'ml-jobs');
  }
}

/** The objects after the extension, which brings their definition along. */
export class InstanceTypeChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new InstanceType(this, 'small', {
      resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } },
    });
  }
}
