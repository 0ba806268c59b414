import { ScoringIngress } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** Scoring over HTTPS through ingress-nginx, with a certificate that cert-manager requests and renews. */
export class NginxHttpsChart extends Chart {
  /** The ingress, whose `spec` knows how scoring URIs are rewritten. */
  public readonly ingress: ScoringIngress;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.ingress = new ScoringIngress(this, 'scoring', {
      controller: 'nginx',
      bundledNginx: 'ownClass',
      https: {
        host: 'ml.contoso.com',
        secretName: 'scoring-tls',
        certManager: { issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' } },
      },
      // Payloads of up to 50 MiB, and deployments that take up to two minutes to answer.
      bodySize: '50m',
      readTimeoutSeconds: 120,
      sendTimeoutSeconds: 120,
    });
  }
}
