import { Chart } from 'cdk8s';
import { ScoringIngress } from 'azureml-kubernetes/cdk8s';
import type { Construct } from 'constructs';

/** What the samples of the page leave open. */
export interface PageIngressProps {
  /** Which of the two controllers the sample is for. */
  readonly controller: 'nginx' | 'applicationGateway';
  /** The domain and the Secret of the sample for HTTPS; without them it is the one for HTTP. */
  readonly https?: { readonly host: string; readonly secretName: string };
}

/** One sample of the page: an Ingress named `azureml-fe` in the namespace `azureml`. */
export class PageIngressChart extends Chart {
  public constructor(scope: Construct, id: string, { controller, https }: PageIngressProps) {
    super(scope, id);
    const scheme = https === undefined ? { http: {} } : { https };
    if (controller === 'nginx') new ScoringIngress(this, 'ingress', { controller, ...scheme });
    else new ScoringIngress(this, 'ingress', { controller, ...scheme });
  }
}
