import fc from 'fast-check';
import { SecretValue, type SecretProviderClassTlsSource } from 'azureml-kubernetes';
import { validIngress } from '../ingress-arbitraries';
import { jobDataVolumeSpecs, nfsMounts } from '../storage-arbitraries';
import { CERT_MANAGER, CLASS_BUNDLE, CLASS_PARTS, EXTERNAL_BUNDLE, EXTERNAL_PARTS, INLINE } from '../tls-sources';

/** The classes that `/cdk8s` and `/pulumi` both have for something in a cluster. */
export type InClusterKind =
  | 'ComputeNamespace'
  | 'DevicePlugin'
  | 'IngressTlsSecret'
  | 'InstanceType'
  | 'JobDataVolume'
  | 'NfsMountConfig'
  | 'OpenShiftSccGrant'
  | 'RouterTlsSecret'
  | 'ScoringIngress';

/** A right description of something in a cluster. */
export interface InClusterDescription {
  readonly kind: InClusterKind;
  readonly spec: Readonly<Record<string, unknown>>;
}

const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,10}[a-z0-9])?$/);
const labels = fc.dictionary(label, label, { maxKeys: 2, noNullPrototype: true });
const cores = fc.integer({ min: 1, max: 8 }).map(String);
const memory = fc.integer({ min: 1, max: 64 }).map((amount) => `${String(amount)}Gi`);
const amounts = fc.record({ cpu: cores, memory });

const namespaces = fc.record(
  {
    name: label.map((name) => `x-${name}`),
    podSecurity: fc.record({ warn: fc.constantFrom('privileged', 'baseline', 'restricted') }),
    quota: fc.record({ requests: amounts, pods: fc.integer({ min: 1, max: 100 }) }),
    limitRange: fc.record({ default: amounts }),
    labels,
    annotations: labels,
  },
  { requiredKeys: ['name'] },
);

const instanceTypes = fc
  .record({ name: label, nodeSelector: labels, gpu: fc.option(fc.integer({ min: 1, max: 8 })), amount: amounts })
  .map(({ name, nodeSelector, gpu, amount }) => ({
    name,
    nodeSelector,
    resources: { requests: amount, limits: { ...amount, ...(gpu === null ? {} : { gpu }) } },
  }));

const origin = { resourceGroup: label.map((name) => `rg-${name}`), workspace: label.map((name) => `ws-${name}`) };
const isolations = fc.oneof(
  fc.record({ kind: fc.constantFrom('overall', 'system', 'workload') }),
  fc.record({ kind: fc.constant('workspace'), ...origin }),
);

const devicePlugins = fc.record(
  {
    name: label,
    namespace: label,
    image: label.map((name) => `registry.contoso.com/${name}:v1`),
    isolations: fc.array(isolations, { minLength: 1, maxLength: 1 }),
    tolerations: fc.array(fc.record({ operator: fc.constant('Equal'), key: label, value: label }), {
      minLength: 1,
      maxLength: 1,
    }),
    nodeSelector: labels,
  },
  { requiredKeys: [] },
);

const computeNamespaces = fc.uniqueArray(
  label.map((name) => `x-${name}`),
  { minLength: 1, maxLength: 3 },
);
const grants = fc.record(
  {
    extensionName: label,
    computeNamespaces,
    binding: fc.constantFrom('RoleBinding', 'ClusterRoleBinding'),
    scc: fc.constantFrom({ kind: 'builtIn' }, { kind: 'dedicated', name: 'azureml' }),
    labels,
    annotations: labels,
  },
  { requiredKeys: ['extensionName', 'computeNamespaces'] },
);

const identities = fc.constantFrom<SecretProviderClassTlsSource['identity'][]>(
  CLASS_PARTS.identity,
  CLASS_BUNDLE.identity,
  { kind: 'systemAssignedIdentity' },
);
const shared = [
  fc.constantFrom<object[]>(INLINE, { ...INLINE, revision: 'a' }, EXTERNAL_PARTS, EXTERNAL_BUNDLE),
  identities.map((identity) => ({ ...CLASS_PARTS, identity })),
];
const tlsSecrets = fc.record({
  name: label,
  labels,
  source: fc.oneof(...shared, fc.constantFrom<object[]>(CERT_MANAGER, CLASS_BUNDLE)),
});
const routerSecrets = fc.record({ name: label, labels, extensionName: label, source: fc.oneof(...shared) });

function of(kind: InClusterKind, specs: fc.Arbitrary<object>): fc.Arbitrary<InClusterDescription> {
  // A copy with ordinary prototypes, which is what people write.
  return specs.map((spec) => ({ kind, spec: replaceTexts(spec, (text) => text) as InClusterDescription['spec'] }));
}

/** Right descriptions of everything that both layers put into a cluster. */
export const inClusterDescriptions: fc.Arbitrary<InClusterDescription> = fc.oneof(
  of('ComputeNamespace', namespaces),
  of('DevicePlugin', devicePlugins),
  of('IngressTlsSecret', tlsSecrets),
  of('InstanceType', instanceTypes),
  of('JobDataVolume', jobDataVolumeSpecs()),
  of(
    'NfsMountConfig',
    nfsMounts().map((mounts) => ({ mounts })),
  ),
  of('OpenShiftSccGrant', grants),
  of('RouterTlsSecret', routerSecrets),
  of('ScoringIngress', validIngress),
);

/** Replaces some of the texts of a description, wherever they are; secrets count as texts. */
export function replaceTexts(
  value: unknown,
  replace: (text: unknown, path: readonly (string | number)[]) => unknown,
  path: readonly (string | number)[] = [],
): unknown {
  if (typeof value === 'string' || SecretValue.isSecretValue(value)) return replace(value, path);
  if (Array.isArray(value)) return value.map((element, index) => replaceTexts(element, replace, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaceTexts(inner, replace, [...path, key])]),
  );
}
