import type { ExtensionOptions, ExtensionSpec } from './extension';
import type { HttpsSpec, RouterServiceType } from './inference';

/** What a preset for production asks for: when new releases come is decided, not left to a default. */
export type ProductionOptions = ExtensionOptions & Required<Pick<ExtensionOptions, 'upgrades'>>;

/** What online endpoints for production need besides. */
export interface ProductionHttps {
  /** Where azureml-fe has its certificate from. */
  readonly https: HttpsSpec;
}

/** How the endpoints of a test are reached. */
export interface TestRouter {
  readonly inferenceRouterServiceType: RouterServiceType;
}

/** Endpoints of a test: plain HTTP and one replica of azureml-fe. */
const TEST = { allowInsecureConnections: true, inferenceRouterHA: false } as const;

/**
 * Training jobs, on AKS or behind Azure Arc.
 * @param options - the name, and what else is to be different from the defaults
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension
 * @example
 * const extension = trainingExtension({ name: 'azureml' });
 */
export function trainingExtension(options: ExtensionOptions): ExtensionSpec {
  return { ...options, enableTraining: true };
}

/**
 * Online endpoints to try out: plain HTTP, one replica of azureml-fe, one node is enough.
 * @param options - the name, how the endpoints are reached, and what else is to be different from the defaults
 */
export function testInferenceExtension(options: ExtensionOptions & TestRouter): ExtensionSpec {
  const { inferenceRouterServiceType, ...others } = options;
  return { ...others, enableInference: { inferenceRouterServiceType, ...TEST } };
}

/**
 * Online endpoints for production: a load balancer, HTTPS and three replicas of azureml-fe on three nodes or more.
 * @param options - the name, the certificate, when new releases come, and what else is to be different from the defaults
 */
export function productionInferenceExtension(options: ProductionOptions & ProductionHttps): ExtensionSpec {
  const { https, ...others } = options;
  return {
    ...others,
    enableInference: { inferenceRouterServiceType: 'LoadBalancer', https, inferenceRouterHA: true },
  };
}

/**
 * Training and online endpoints to try out on AKS: a public load balancer, plain HTTP and one replica of azureml-fe.
 * @param options - the name, and what else is to be different from the defaults
 */
export function testExtension(options: ExtensionOptions): ExtensionSpec {
  return {
    ...options,
    enableTraining: true,
    enableInference: { inferenceRouterServiceType: 'LoadBalancer', ...TEST },
  };
}

/**
 * Training and online endpoints for production with GPUs behind Azure Arc: HTTPS on a port of every node, NVIDIA's
 * device plugin and the exporter of GPU metrics.
 * @param options - the name, the certificate, when new releases come, and what else is to be different from the defaults
 */
export function productionGpuExtension(options: ProductionOptions & ProductionHttps): ExtensionSpec {
  const { https, ...others } = options;
  return {
    installNvidiaDevicePlugin: true,
    installDcgmExporter: true,
    ...others,
    enableTraining: true,
    enableInference: { inferenceRouterServiceType: 'NodePort', https },
  };
}

/**
 * Online endpoints behind an ingress of nginx or Application Gateway: azureml-fe is reached inside the cluster only, by
 * plain HTTP, and TLS ends at the ingress.
 * @param options - the name, and what else is to be different from the defaults
 */
export function inferenceBehindIngressExtension(options: ExtensionOptions): ExtensionSpec {
  return {
    ...options,
    enableInference: { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true },
  };
}
