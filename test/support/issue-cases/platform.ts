import { App, Chart } from 'cdk8s';
import { RouterTlsSecret } from '../../../lib/cdk8s/tls/router-tls-secret';
import { resolveComputeNamespace } from '../../../lib/model/compute/resolve-compute-namespace';
import { resolveInstanceType } from '../../../lib/model/compute/resolve-instance-type';
import type { Issue } from '../../../lib/model/issues';
import { resolveScoringIngress } from '../../../lib/model/ingress/resolve-scoring-ingress';
import { resolveOpenShiftSccGrant } from '../../../lib/model/openshift/resolve-scc-grant';
import type { AzureMLPlatformSpec } from '../../../lib/model/platform/azureml-platform';
import { azureMLPlatformIssues } from '../../../lib/model/platform/azureml-platform.rules';
import {
  extensionNameIssues,
  grantedNamespaceIssues,
  grantNamespaceIssues,
  missingGrantIssues,
  volumeNamespaceIssues,
} from '../../../lib/model/platform/between-parts.rules';
import { ingressSecretIssues, secretMakerIssues } from '../../../lib/model/platform/ingress-tls.rules';
import { computeIssues, defaultInstanceTypeIssues } from '../../../lib/model/platform/computes.rules';
import { instanceTypePlacementIssues } from '../../../lib/model/platform/placement.rules';
import type { PLATFORM_CODES } from '../../../lib/model/platform/platform.codes';
import { extensionTolerations } from '../../../lib/model/scheduling/extension-tolerations';
import type { NodePoolSpec } from '../../../lib/model/scheduling/node-pool';
import { resolveNodePool } from '../../../lib/model/scheduling/resolve-node-pool';
import { SecretValue } from '../../../lib/model/secret';
import { resolveJobDataVolume } from '../../../lib/model/storage/resolve-job-data-volume';
import type { IngressTlsSource } from '../../../lib/model/tls/ingress-tls-secret';
import { resolveIngressTlsSecret } from '../../../lib/model/tls/resolve-ingress-tls-secret';
import { resolveRouterTlsSecret } from '../../../lib/model/tls/resolve-router-tls-secret';
import { AKS, ARC } from '../extensions';
import { FULL_PLATFORM } from '../platform';
import { NFS } from '../storage-specs';
import { CERT_MANAGER, EXTERNAL_BUNDLE, EXTERNAL_PARTS, INLINE } from '../tls-sources';
import { casesOf, changesOf, issuesThrownBy, type IssueCases } from './issue-case';

const VISION = { resourceGroup: 'ml', name: 'vision' };
const FRAUD = { resourceGroup: 'ml', name: 'fraud' };
const TRAINING = { name: 'azureml', enableTraining: true };
const ROUTER = { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true };
const INFERENCE = { name: 'azureml', enableInference: ROUTER };
const GATEWAY = { controller: 'applicationGateway', http: {} };
const NGINX = { controller: 'nginx', http: {}, bundledNginx: 'absent' };
const GPU_FROM_ZERO = { system: { minCount: 3 }, gpu: { gpus: 1, minCount: 0, maxCount: 4 } };
const WITHOUT_VALIDATION = { skipResourceValidation: true, volcanoSchedulerConfigMap: 'scale-from-zero' };

const platform = changesOf(
  (spec: AzureMLPlatformSpec): readonly Issue[] => {
    const { ofParts, ofWhole } = azureMLPlatformIssues(spec);
    return [...ofWhole, ...ofParts];
  },
  { extension: TRAINING, computes: [{ name: 'jobs', workspace: VISION, namespace: 'jobs' }] },
);
const computes = casesOf(computeIssues);

/** Whether an instance type that selects big nodes finds its place in pools. */
const placed = casesOf((pools: readonly NodePoolSpec[]) => {
  const amounts = { cpu: '4', memory: '16Gi' };
  const spec = { name: 'big', nodeSelector: { size: 'big' }, resources: { requests: amounts, limits: amounts } };
  const resolved = pools.map((pool) => resolveNodePool(pool));
  const placement = { pools: resolved, nodeSelector: {}, tolerations: extensionTolerations(resolved) };
  const workload = { resourceGroup: 'ml', workspace: 'vision', compute: 'jobs' };
  return instanceTypePlacementIssues(resolveInstanceType(spec), placement, [workload]);
});
const BIG = { name: 'big', labels: { size: 'big' } };

const namespace = (name: string) => resolveComputeNamespace({ name });
const grantOf = (...computeNamespaces: readonly [string, ...string[]]) =>
  resolveOpenShiftSccGrant({ extensionName: 'azureml', computeNamespaces });
const routerTls = (extensionName: string) =>
  resolveRouterTlsSecret({ name: 'router', extensionName, source: EXTERNAL_PARTS });
/** What is found between an ingress that asks cert-manager for a certificate, and a Secret from some source. */
const makers = casesOf(([source, secretName]: readonly [IngressTlsSource, string]) => {
  const certManager = { issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' } } as const;
  const https = { host: 'ml.contoso.com', secretName, certManager };
  const ingress = resolveScoringIngress({ controller: 'applicationGateway', https });
  return secretMakerIssues([ingress], [resolveIngressTlsSecret({ name: 'tls', source })]);
});
const defaultType = casesOf((defaultInstanceType: string) => {
  const amounts = { cpu: '2', memory: '4Gi' };
  const types = { small: { resources: { requests: amounts, limits: amounts } } };
  return defaultInstanceTypeIssues([{ name: 'jobs', workspace: VISION, defaultInstanceType }], types);
});
const described = { name: 'ml', quota: { pods: 10 } };
const https = { sslCname: 'ml.contoso.com' };
const SECURE = { inferenceRouterServiceType: 'LoadBalancer', https };
const named = (sslSecret: string): object => ({
  extension: { name: 'azureml', enableInference: { ...SECURE, https: { ...https, sslSecret } } },
  routerTls: FULL_PLATFORM.routerTls,
});

export const PLATFORM_CASES = {
  'platform/pods-without-pool': platform(
    { nodePools: { jobs: { isolation: { kind: 'workload' } } } },
    { nodePools: { jobs: { isolation: { kind: 'overall' } } } },
  ),
  'platform/router-needs-three-nodes': platform(
    { extension: INFERENCE, nodePools: { all: { maxCount: 2 } } },
    { extension: INFERENCE, nodePools: { all: { maxCount: 3 } } },
  ),
  'platform/instance-type-selects-nothing': placed([{ name: 'small', labels: { size: 'small' } }], [BIG]),
  'platform/instance-type-too-large': placed(
    [{ ...BIG, allocatable: { cpu: '3999m', memory: '16Gi' } }],
    [{ ...BIG, allocatable: { cpu: '4', memory: '16Gi' } }],
  ),
  'platform/instance-type-unreachable': placed(
    [{ ...BIG, isolation: { kind: 'workspace', resourceGroup: 'ml', workspace: 'fraud' } }],
    [{ ...BIG, isolation: { kind: 'workspace', resourceGroup: 'ml', workspace: 'vision' } }],
  ),
  'platform/namespace-shared': computes(
    [
      { name: 'a1', workspace: VISION, namespace: 'ml' },
      { name: 'b1', workspace: FRAUD, namespace: 'ml' },
    ],
    [
      { name: 'a1', workspace: VISION, namespace: 'ml' },
      { name: 'b1', workspace: VISION, namespace: 'ml' },
    ],
  ),
  'platform/namespace-id-taken': casesOf((id: string) =>
    issuesThrownBy(() => {
      const chart = new Chart(new App(), 'chart');
      return new RouterTlsSecret(chart, id, { name: 'tls', extensionName: 'azureml', source: EXTERNAL_PARTS });
    }),
  )('azureml-namespace', 'azureml-tls'),
  'platform/namespace-described-twice': computes(
    [
      { name: 'a1', workspace: VISION, namespace: described },
      { name: 'b1', workspace: VISION, namespace: described },
    ],
    [
      { name: 'a1', workspace: VISION, namespace: 'ml' },
      { name: 'b1', workspace: VISION, namespace: described },
    ],
  ),
  'platform/compute-duplicate': computes(
    [
      { name: 'jobs', workspace: VISION },
      { name: 'jobs', workspace: VISION },
    ],
    [
      { name: 'jobs', workspace: VISION },
      { name: 'more', workspace: VISION },
    ],
  ),
  'platform/instance-type-unknown': defaultType('large', 'small'),
  'platform/volume-outside-computes': casesOf((name: string) =>
    volumeNamespaceIssues([resolveJobDataVolume({ ...NFS, namespace: name })], [namespace('ml')]),
  )('other', 'ml'),
  'platform/pod-security-against-grant': casesOf((name: string) =>
    grantedNamespaceIssues([resolveComputeNamespace({ name, podSecurity: { enforce: 'baseline' } })], [grantOf('ml')]),
  )('ml', 'other'),
  'platform/grant-outside-computes': casesOf((name: string) =>
    grantNamespaceIssues([grantOf(name)], [namespace('ml')]),
  )('other', 'ml'),
  'platform/compute-without-grant': casesOf((name: string) => missingGrantIssues([namespace(name)], [grantOf('ml')]))(
    'other',
    'ml',
  ),
  'platform/openshift-on-aks': platform({ cluster: AKS, openShift: {} }, { cluster: ARC, openShift: {} }),
  'platform/openshift-without-grants': platform(
    { cluster: { ...ARC, distribution: 'openshift' } },
    { cluster: { ...ARC, distribution: 'openshift' }, openShift: {} },
  ),
  'platform/openshift-elsewhere': platform(
    { cluster: { ...ARC, distribution: 'k3s' }, openShift: {} },
    { cluster: { ...ARC, distribution: 'openshift' }, openShift: {} },
  ),
  'platform/ingress-without-inference': platform(
    { ingresses: { scoring: GATEWAY } },
    { extension: INFERENCE, ingresses: { scoring: GATEWAY } },
  ),
  'platform/ingress-router': platform(
    {
      extension: { name: 'azureml', enableInference: { ...ROUTER, inferenceRouterServiceType: 'LoadBalancer' } },
      ingresses: { scoring: GATEWAY },
    },
    { extension: INFERENCE, ingresses: { scoring: GATEWAY } },
  ),
  'platform/bundled-nginx': platform(
    { cluster: AKS, extension: INFERENCE, ingresses: { scoring: NGINX } },
    { cluster: ARC, extension: INFERENCE, ingresses: { scoring: NGINX } },
  ),
  'platform/router-secret-differs': platform(named('router-tls'), named('router-tls-2026-11')),
  'platform/validation-against-scale-from-zero': platform(
    {
      extension: { name: 'azureml', enableTraining: { ...WITHOUT_VALIDATION, skipResourceValidation: false } },
      nodePools: GPU_FROM_ZERO,
    },
    { extension: { name: 'azureml', enableTraining: WITHOUT_VALIDATION }, nodePools: GPU_FROM_ZERO },
  ),
  'platform/volcano-against-scale-from-zero': platform(
    { nodePools: GPU_FROM_ZERO },
    { extension: { name: 'azureml', enableTraining: WITHOUT_VALIDATION }, nodePools: GPU_FROM_ZERO },
  ),
  'platform/extension-name-differs': casesOf((name: string) =>
    extensionNameIssues([
      { kind: 'openShiftSccGrant', spec: grantOf('ml') },
      { kind: 'tlsSecret', spec: routerTls(name) },
    ]),
  )('amlext', 'azureml'),
  'platform/ingress-with-router-secret': casesOf((secretName: string) =>
    ingressSecretIssues(
      [resolveScoringIngress({ controller: 'applicationGateway', https: { host: 'ml.contoso.com', secretName } })],
      [routerTls('azureml')],
    ),
  )('router-2026-11', 'scoring-tls'),
  'platform/secret-made-twice': makers([EXTERNAL_BUNDLE, 'tls-2026-11'], [EXTERNAL_BUNDLE, 'tls']),
  'platform/certificate-requested-twice': makers([CERT_MANAGER, 'tls'], [CERT_MANAGER, 'other']),
  'platform/secret-in-description': platform(
    { routerTls: { name: 'tls', source: { ...INLINE, privateKey: SecretValue.of('key') } } },
    { routerTls: { name: 'tls', source: EXTERNAL_PARTS } },
  ),
} satisfies IssueCases<typeof PLATFORM_CODES>;
