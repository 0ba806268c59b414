import { ScoringIngress } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** Scoring over HTTPS through Application Gateway, with a certificate that the gateway reads from a key vault. */
export class ApplicationGatewayHttpsChart extends Chart {
  /** The ingress, whose `spec` knows how scoring URIs are rewritten. */
  public readonly ingress: ScoringIngress;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.ingress = new ScoringIngress(this, 'scoring', {
      controller: 'applicationGateway',
      https: { host: 'ml.contoso.com', gatewayCertificate: 'scoring' },
      sslRedirect: true,
      // Deployments that take up to two minutes to answer.
      requestTimeoutSeconds: 120,
      connectionDraining: { timeoutSeconds: 120 },
    });
  }
}
