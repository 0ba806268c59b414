import * as fc from 'fast-check';

import {
  deferred,
  revealSecret,
  SecretValue,
  type ClusterSpec,
  type ExtensionOptions,
  type ExtensionSpec,
  type InferenceSpec,
  type RelaySpec,
  type TolerationSpec,
  type TrainingSpec,
} from 'azureml-kubernetes';
import { CERTIFICATE, PRIVATE_KEY } from './certificates';

const labels = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,8}[A-Za-z0-9])?$/);
const dnsLabels = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const labelKeys = fc.oneof(
  labels,
  fc.tuple(dnsLabels, dnsLabels, labels).map(([host, domain, name]) => `${host}.${domain}/${name}`),
);
const hosts = fc.oneof(fc.constant('ml.contoso.com'), fc.constant(deferred('host')));
const effects = fc.constantFrom('NoSchedule', 'NoExecute', 'PreferNoSchedule');

const tolerations: fc.Arbitrary<TolerationSpec> = fc.oneof(
  fc.record(
    { operator: fc.constant('Exists' as const), key: labelKeys, effect: effects },
    { requiredKeys: ['operator'] },
  ),
  fc.record(
    {
      operator: fc.constant('Equal' as const),
      key: labelKeys,
      value: fc.oneof(labels, fc.constant('')),
      effect: effects,
    },
    { requiredKeys: ['operator', 'key'] },
  ),
);
const tolerationLists = fc.array(tolerations, { minLength: 1, maxLength: 12 });

const training: fc.Arbitrary<true | TrainingSpec> = fc.oneof(
  fc.constant(true as const),
  fc.record(
    { skipResourceValidation: fc.boolean(), installVolcano: fc.constant(false as const) },
    { requiredKeys: ['installVolcano'] },
  ),
  fc.record(
    {
      skipResourceValidation: fc.boolean(),
      installVolcano: fc.constant(true as const),
      volcanoSchedulerConfigMap: dnsLabels,
    },
    { requiredKeys: [] },
  ),
);

/** Reading a certificate takes longer than all other rules together. */
function rarely<Value>(slow: Value, fast: Value): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 1, arbitrary: fc.constant(slow) }, { weight: 7, arbitrary: fc.constant(fast) });
}

const https = fc.oneof(
  fc.record({ sslCname: hosts, sslSecret: fc.oneof(dnsLabels, fc.constant(deferred('secret'))) }),
  fc.record({
    sslCname: hosts,
    certificate: rarely(CERTIFICATE, deferred('certificate')),
    key: rarely(SecretValue.of(PRIVATE_KEY), SecretValue.of(deferred('key', { secret: true }))),
  }),
);
const security = fc.oneof(
  fc.constant({ allowInsecureConnections: true as const }),
  fc.record({ https, allowInsecureConnections: fc.constant(false as const) }, { requiredKeys: ['https'] }),
);

/** Online endpoints on a cluster of a kind and size. */
function inferenceOn(cluster: ClusterSpec): fc.Arbitrary<InferenceSpec> {
  const provider = cluster.kind === 'aks' ? { internalLoadBalancerProvider: fc.constant('azure' as const) } : {};
  const few = cluster.kind !== 'provisioned' && (cluster.nodeCount ?? 3) < 3;
  const exposure = fc.oneof(
    fc.record(
      { inferenceRouterServiceType: fc.constant('LoadBalancer' as const), ...provider },
      { requiredKeys: ['inferenceRouterServiceType'] },
    ),
    fc.record(
      { inferenceRouterServiceType: fc.constant('ClusterIP' as const), ...provider },
      { requiredKeys: ['inferenceRouterServiceType'] },
    ),
    fc.constant({ inferenceRouterServiceType: 'NodePort' as const }),
  );
  const options = fc.record(
    {
      inferenceRouterHA: few ? fc.constant(false) : fc.boolean(),
      nginxIngressController: fc.constant('k8s.io/amlarc-ingress-nginx'),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(exposure, security, options).map((parts) => Object.assign({}, ...parts) as InferenceSpec);
}

function relayOn(cluster: ClusterSpec): fc.Arbitrary<RelaySpec> {
  const none = fc.constant({ kind: 'none' as const });
  if (cluster.kind === 'aks') return none;
  const existing = fc.record(
    {
      kind: fc.constant('existing' as const),
      hybridConnectionResourceId: fc.constantFrom(
        deferred('relay'),
        '/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg/providers/Microsoft.Relay/namespaces/own',
      ),
      hybridConnectionName: dnsLabels,
      connectionString: fc.constantFrom(
        SecretValue.of('Endpoint=sb://own'),
        SecretValue.of(deferred('ownConnection', { secret: true })),
      ),
    },
    { requiredKeys: ['kind', 'hybridConnectionResourceId', 'connectionString'] },
  );
  return isLiteral(cluster)
    ? fc.oneof(none, existing, fc.constant({ kind: 'create' as const }))
    : fc.oneof(none, existing);
}

/** Whether the name of a relay can be made from the cluster's. */
function isLiteral({ resourceId = '' }: ClusterSpec): boolean {
  return resourceId !== deferred('cluster');
}

function optionsOn(cluster: ClusterSpec): fc.Arbitrary<ExtensionOptions> {
  const options = {
    name: dnsLabels,
    nodeSelector: fc.dictionary(labelKeys, fc.oneof(labels, fc.constant(deferred('label'))), { maxKeys: 4 }),
    tolerations: fc.record({ extensionSystem: tolerationLists, workload: tolerationLists }, { requiredKeys: [] }),
    installNvidiaDevicePlugin: fc.boolean(),
    installDcgmExporter: fc.boolean(),
    installPromOp: fc.boolean(),
    clusterPurpose: fc.constantFrom('DevTest', 'FastProd', 'DenseProd'),
    relay: relayOn(cluster),
    upgrades: fc.oneof(
      fc.record(
        { kind: fc.constant('auto' as const), releaseTrain: fc.constantFrom('stable', 'preview') },
        { requiredKeys: ['kind'] },
      ),
      fc.record({ kind: fc.constant('pinned' as const), version: fc.constantFrom('1.1.88', deferred('version')) }),
    ),
    extraSettings: fc.record(
      {
        plain: fc.record(
          {
            domain: fc.constantFrom('westeurope.cloudapp.azure.us', deferred('host')),
            'amloperator.custom_ip_interface': fc.constant('ib0'),
            'own[0].name': fc.constantFrom('x', '{y}', deferred('own')),
          },
          { requiredKeys: [] },
        ),
        protected: fc.dictionary(fc.constantFrom('own.secret'), fc.constant(SecretValue.of('s3cr3t'))),
      },
      { requiredKeys: [] },
    ),
  } satisfies { readonly [Name in keyof Required<ExtensionOptions>]: fc.Arbitrary<Required<ExtensionOptions>[Name]> };
  const mustSay = isLiteral(cluster) || cluster.kind === 'aks' ? [] : (['relay'] as const);
  return fc.record(options, { requiredKeys: ['name', ...mustSay] });
}

const names = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,30}[A-Za-z0-9]$/);
const locations = fc.constantFrom('westeurope', 'EastUS2', deferred('location'));

const clusters: fc.Arbitrary<ClusterSpec> = fc
  .tuple(
    fc.oneof(
      fc.record(
        { kind: fc.constant('aks' as const), location: locations, nodeCount: fc.nat({ max: 5 }) },
        { requiredKeys: ['kind', 'location'] },
      ),
      fc.record(
        {
          kind: fc.constant('arc' as const),
          location: locations,
          nodeCount: fc.nat({ max: 5 }),
          distribution: fc.constantFrom('openshift', 'k3s', 'kind'),
        },
        { requiredKeys: ['kind', 'location'] },
      ),
      fc.record({ kind: fc.constant('provisioned' as const), location: locations }),
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ subscriptionId: fc.uuid(), resourceGroup: names, name: names }) },
      { weight: 1, arbitrary: fc.constant({ resourceId: deferred('cluster') }) },
    ),
  )
  .map(([facts, reference]) => ({ ...facts, ...reference }));

/** An extension and a cluster that it fits. */
export const deployments: fc.Arbitrary<{ readonly spec: ExtensionSpec; readonly cluster: ClusterSpec }> =
  clusters.chain((cluster) => {
    const capabilities = fc.oneof(
      fc.record(
        { enableTraining: training, enableInference: fc.constant(false as const) },
        { requiredKeys: ['enableTraining'] },
      ),
      fc.record({ enableTraining: training, enableInference: inferenceOn(cluster) }),
      fc.record(
        { enableTraining: fc.constant(false as const), enableInference: inferenceOn(cluster) },
        { requiredKeys: ['enableInference'] },
      ),
    );
    return fc
      .tuple(optionsOn(cluster), capabilities)
      .map(([options, enabled]) => ({ spec: { ...options, ...enabled }, cluster }));
  });

/** Plain data with the text of secrets in place of them, to compare them too. */
export function revealed(value: unknown): unknown {
  if (SecretValue.isSecretValue(value)) return { secret: revealSecret(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revealed);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
}

/** An object without some of its properties, with the text of its secrets. */
export function revealedWithout(value: object, ...names: readonly string[]): unknown {
  return revealed(Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))));
}
