import type { ResolvedScoringIngress } from '../../model/ingress/scoring-ingress';
import { servedHosts } from '../../model/ingress/served-hosts';
import type { KubernetesObject } from '../kubernetes-objects';
import { ingressAnnotations } from './ingress-annotations';

/** A Service of the namespace that requests go to. */
export interface IngressServiceBackend {
  readonly name: string;
  readonly port: { readonly number: number };
}

/** A path of a rule, and where its requests go. */
export interface IngressPath {
  readonly path: string;
  readonly pathType: 'Prefix';
  readonly backend: { readonly service: IngressServiceBackend };
}

/** The paths of a host; without one, of any host. */
export interface IngressRule {
  readonly host?: string;
  readonly http: { readonly paths: readonly [IngressPath] };
}

/** The hosts that the certificate in a Secret is for. */
export interface IngressTls {
  readonly hosts: readonly string[];
  readonly secretName: string;
}

/** An Ingress. */
export interface IngressManifest extends KubernetesObject {
  readonly apiVersion: 'networking.k8s.io/v1';
  readonly kind: 'Ingress';
  readonly spec: {
    readonly ingressClassName?: string;
    readonly tls?: readonly [IngressTls];
    readonly rules: readonly IngressRule[];
  };
}

/** The Service of azureml-fe, and its port for HTTP. */
const SCORING_SERVICE = { name: 'azureml-fe', port: { number: 80 } } as const;

/**
 * Renders the Ingress in front of azureml-fe: each host, or any, with all its paths to the Service's port for HTTP.
 * @param ingress - a checked ingress
 */
export function renderScoringIngress(ingress: ResolvedScoringIngress): IngressManifest {
  const { name, namespace, labels, ingressClass, hosts, certificate } = ingress;
  const annotations = ingressAnnotations(ingress);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      ...(Object.keys(labels).length === 0 ? {} : { labels }),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: {
      ...(ingressClass.form === 'field' ? { ingressClassName: ingressClass.name } : {}),
      ...(certificate?.kind === 'secret'
        ? { tls: [{ hosts: servedHosts(ingress), secretName: certificate.secretName }] }
        : {}),
      rules: hosts.length === 0 ? [renderRule()] : hosts.map(renderRule),
    },
  };
}

function renderRule(host?: string): IngressRule {
  return {
    ...(host === undefined ? {} : { host }),
    http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: SCORING_SERVICE } }] },
  };
}
