import type { SecretValue } from '../secret';

/** The types of Service that azureml-fe can have, as the setting `inferenceRouterServiceType` writes them. */
export const ROUTER_SERVICE_TYPES = ['LoadBalancer', 'NodePort', 'ClusterIP'] as const;

/** One of {@link ROUTER_SERVICE_TYPES}. */
export type RouterServiceType = (typeof ROUTER_SERVICE_TYPES)[number];

/** azureml-fe behind a load balancer of the cluster's surroundings. */
export interface LoadBalancerRouter {
  readonly inferenceRouterServiceType: 'LoadBalancer';
  /**
   * An internal load balancer instead of a public one; on AKS only.
   * @default - a public load balancer
   */
  readonly internalLoadBalancerProvider?: 'azure';
}

/** azureml-fe on a port of every node; balancing is the operator's own task. */
export interface NodePortRouter {
  readonly inferenceRouterServiceType: 'NodePort';
  /** @default - none: a NodePort has no load balancer */
  readonly internalLoadBalancerProvider?: never;
}

/** azureml-fe inside the cluster only, for an ingress in front of it. */
export interface ClusterIPRouter {
  readonly inferenceRouterServiceType: 'ClusterIP';
  /**
   * Accepted as the Azure CLI does, with a warning: a ClusterIP has no load balancer.
   * @default - none
   */
  readonly internalLoadBalancerProvider?: 'azure';
}

/** How azureml-fe is reached. */
export type RouterExposure = LoadBalancerRouter | NodePortRouter | ClusterIPRouter;

/** The certificate of azureml-fe in a Secret of namespace `azureml`, see {@link RouterTlsSecretSpec}. */
export interface HttpsBySecret {
  /** The DNS name that the endpoints have; the certificate has to cover it. */
  readonly sslCname: string;
  /** The name of the Secret; it has to be there when the extension is installed. */
  readonly sslSecret: string;
  /** @default - in the Secret */
  readonly certificate?: never;
  /** @default - in the Secret */
  readonly key?: never;
}

/** The certificate of azureml-fe among the protected settings. */
export interface HttpsByCertificate {
  /** The DNS name that the endpoints have; the certificate has to cover it. */
  readonly sslCname: string;
  /** The certificate chain as PEM text: server certificate, intermediates, root; may be known only at deployment. */
  readonly certificate: string;
  /** The private key as PEM text without passphrase. */
  readonly key: SecretValue;
  /** @default - none */
  readonly sslSecret?: never;
}

/** Where azureml-fe has its certificate from. */
export type HttpsSpec = HttpsBySecret | HttpsByCertificate;

/** Endpoints by HTTPS: azureml-fe ends TLS. */
export interface SecureRouter<Https = HttpsSpec> {
  readonly https: Https;
  /** @default false */
  readonly allowInsecureConnections?: false;
}

/** Endpoints by plain HTTP: for tests, or behind an ingress that ends TLS. */
export interface InsecureRouter {
  /** Has to be written out: nothing is insecure by default. */
  readonly allowInsecureConnections: true;
  /** @default - none */
  readonly https?: never;
}

/** Whether azureml-fe ends TLS; there is no default. */
export type RouterSecurity<Https = HttpsSpec> = SecureRouter<Https> | InsecureRouter;

/** What else belongs to online endpoints. */
export interface InferenceOptions {
  /**
   * Whether azureml-fe has three replicas, each on a node of its own, instead of one.
   * @default - true, false on a cluster that is known to have fewer than three nodes
   */
  readonly inferenceRouterHA?: boolean;
  /**
   * The class by which the nginx that the extension brings along on AKS is found; another one where an nginx of your own
   * uses the default class.
   * @default 'k8s.io/ingress-nginx'
   */
  readonly nginxIngressController?: string;
}

/**
 * Online endpoints, served by azureml-fe.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension
 */
export type InferenceSpec<Https = HttpsSpec> = InferenceOptions & RouterExposure & RouterSecurity<Https>;
