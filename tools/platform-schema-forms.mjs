// The forms of text in a platform's description, as regular expressions that Go and JavaScript read alike. A form may
// take more than the rules of the library do, never less: test/schemas holds that.
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const LABEL_KEY = `(${SUBDOMAIN}/)?${NAME}`;
const LABEL_VALUE = `(${NAME})?`;
const DECIMAL = '(\\d+\\.?\\d*|\\.\\d+)';
const POSITIVE = '0*[1-9][0-9]*';
const STATUS = '[1-5]\\d\\d';

/** Each form by its name. */
const FORMS = {
  dnsLabel: { pattern: `^${LABEL}$`, maxLength: 63 },
  dnsSubdomain: { pattern: `^${SUBDOMAIN}$`, maxLength: 253 },
  host: { pattern: `^(\\*\\.)?${SUBDOMAIN}$`, maxLength: 253 },
  labelKey: { pattern: `^${LABEL_KEY}$` },
  labelValue: { pattern: `^${LABEL_VALUE}$` },
  line: { pattern: '^[^\\s\\p{Cc}]([^\\p{Cc}]*[^\\s\\p{Cc}])?$' },
  extensionName: { pattern: '^[A-Za-z0-9][A-Za-z0-9.-]*$', maxLength: 253 },
  resourceGroup: { pattern: '^[-\\w.()\\p{L}\\p{N}]+$', maxLength: 90 },
  workspace: { pattern: '^[A-Za-z0-9][-\\w]{2,32}$' },
  compute: { pattern: '^[-A-Za-z0-9]{2,16}$' },
  guid: { pattern: '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$' },
  resourceId: { pattern: '^/[^/]+/[^/]+/.+$' },
  quantity: { pattern: `^\\+?${DECIMAL}([numkMGTPE]?|[KMGTPE]i|[eE][+-]?\\d+)$` },
  instanceTypeCpu: { pattern: `^(${POSITIVE}(\\.\\d{1,3})?|0+\\.\\d{1,3}|${POSITIVE}m)$` },
  instanceTypeMemory: { pattern: `^${POSITIVE}(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)$` },
  mountPath: { pattern: '^(/[^/:\\p{Cc}]+)+$' },
  path: { pattern: '^/[^\\p{Cc}]*$' },
  nfsServer: { pattern: '^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?|[0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)$' },
  storageAccount: { pattern: '^[a-z0-9]{3,24}$' },
  share: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 3, maxLength: 63 },
  volumeHandle: { pattern: '^[^\\p{Cc}]+$', maxLength: 255 },
  csiDriver: { pattern: '^[A-Za-z0-9][-A-Za-z0-9.]*$', maxLength: 63 },
  taint: { pattern: `^${LABEL_KEY}(=${LABEL_VALUE})?:(NoSchedule|PreferNoSchedule|NoExecute)$` },
  duration: { pattern: '^(0|(\\d+(\\.\\d+)?(ns|us|µs|ms|s|m|h))+)$' },
  keyVault: { pattern: '^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$' },
  keyVaultObject: { pattern: '^[A-Za-z0-9-]{1,127}$' },
  keyVaultVersion: { pattern: '^[0-9A-Fa-f]{32}$' },
  nginxSize: { pattern: '^(0|[1-9]\\d{0,8}[kKmMgG]?)$' },
  nginxBufferSize: { pattern: '^[1-9]\\d{0,8}[kKmM]?$' },
  gatewayItem: { pattern: '^[A-Za-z0-9]([\\w.-]*\\w)?$', maxLength: 80 },
  gatewayPath: { pattern: '^/[^\\s*?#\\p{Cc}]*$' },
  statusCodes: { pattern: `^${STATUS}(-${STATUS})?$` },
};

/** The form of a text by its property, or where that is not enough by its type and property; `*` stands for values. */
const PLACES = {
  ByteQuantity: 'quantity',
  NginxSize: 'nginxSize',
  NginxBufferSize: 'nginxBufferSize',
  TaintText: 'taint',
  'PlatformExtensionSpec.name': 'extensionName',
  'PlatformComputeSpec.name': 'compute',
  'PlatformWorkspaceSpec.name': 'workspace',
  'ComputeNamespaceSpec.name': 'dnsLabel',
  'NfsMount.name': 'dnsLabel',
  'InstanceTypeAmounts.cpu': 'instanceTypeCpu',
  'InstanceTypeAmounts.memory': 'instanceTypeMemory',
  'InstanceTypeLimits.cpu': 'instanceTypeCpu',
  'InstanceTypeLimits.memory': 'instanceTypeMemory',
  'RemoteReference.key': 'line',
  'RemoteBundle.key': 'line',
  'CsiSource.volumeHandle': 'line',
  'ExternalIssuer.kind': 'line',
  'GatewayHealthProbe.path': 'gatewayPath',
  'DedicatedScc.name': 'dnsSubdomain',
  'DevicePluginSpec.name': 'dnsSubdomain',
  'ExternalIssuer.name': 'dnsSubdomain',
  'NamespacedSecretReference.name': 'dnsSubdomain',
  'OwnIssuer.name': 'dnsSubdomain',
  'PlatformOpenShiftSpec.name': 'dnsSubdomain',
  'PlatformRouterTlsSpec.name': 'dnsSubdomain',
  'SecretCredentials.name': 'dnsSubdomain',
  'SecretStoreReference.name': 'dnsSubdomain',
  'UserAssignedComputeIdentity.name': 'line',
  'UserAssignedWorkspaceIdentity.name': 'line',
  'EqualTolerationSpec.key': 'labelKey',
  'EqualTolerationSpec.value': 'labelValue',
  'ExistsTolerationSpec.key': 'labelKey',
  'HostPathSource.path': 'path',
  'NfsMount.path': 'path',
  'NfsSource.path': 'path',
  'RemoteReference.property': 'line',
  'RemoteBundle.property': 'line',
  'ExternalIssuer.group': 'dnsSubdomain',
  'PlatformComputeSpec.description': 'line',
  'labels.*': 'labelValue',
  'nodeSelector.*': 'labelValue',
  'volumeAttributes.*': 'line',
  'registries.*': 'resourceId',
  'readBlobs.*': 'resourceId',
  'writeBlobs.*': 'resourceId',
  'highBusinessImpactStorage.*': 'resourceId',
  backendHostname: 'dnsSubdomain',
  backendPathPrefix: 'gatewayPath',
  clientID: 'guid',
  clientId: 'guid',
  compute: 'compute',
  containerName: 'share',
  cpu: 'quantity',
  defaultInstanceType: 'dnsSubdomain',
  diskId: 'resourceId',
  distribution: 'line',
  dnsNames: 'host',
  driver: 'csiDriver',
  fsType: 'line',
  gatewayCertificate: 'gatewayItem',
  gpuResource: 'labelKey',
  host: 'host',
  hostname: 'dnsSubdomain',
  hostnameExtension: 'host',
  hosts: 'host',
  hybridConnectionName: 'line',
  hybridConnectionResourceId: 'resourceId',
  image: 'line',
  ingressClassName: 'dnsSubdomain',
  keyvaultName: 'keyVault',
  memory: 'quantity',
  location: 'line',
  mountOptions: 'line',
  mountPath: 'mountPath',
  namespace: 'dnsLabel',
  nginxIngressController: 'line',
  objectName: 'keyVaultObject',
  objectVersion: 'keyVaultVersion',
  principalId: 'guid',
  refreshInterval: 'duration',
  releaseTrain: 'line',
  resourceGroup: 'resourceGroup',
  resourceId: 'resourceId',
  revision: 'dnsLabel',
  rewriteRuleSet: 'gatewayItem',
  rewriteRuleSetCustomResource: 'dnsSubdomain',
  secretName: 'dnsSubdomain',
  server: 'nfsServer',
  shareName: 'share',
  sslCname: 'host',
  sslProfile: 'gatewayItem',
  sslSecret: 'dnsSubdomain',
  statusCodes: 'statusCodes',
  storage: 'quantity',
  storageAccount: 'storageAccount',
  storageClassName: 'dnsSubdomain',
  subscriptionId: 'guid',
  tenantId: 'guid',
  trustedRootCertificates: 'gatewayItem',
  userAssignedIdentityID: 'guid',
  version: 'line',
  vmSize: 'line',
  volcanoSchedulerConfigMap: 'dnsSubdomain',
  volumeHandle: 'volumeHandle',
  volumeName: 'dnsSubdomain',
  wafPolicyId: 'resourceId',
  workspace: 'workspace',
};

/** The form of the keys of a map by its property. */
const KEYS = {
  annotations: 'labelKey',
  ingressTls: 'dnsSubdomain',
  ingresses: 'dnsSubdomain',
  instanceTypes: 'dnsSubdomain',
  labels: 'labelKey',
  nodePools: 'dnsLabel',
  nodeSelector: 'labelKey',
  volumeAttributes: 'line',
  volumes: 'dnsSubdomain',
};

/** The smallest whole number by its property. */
const NUMBERS = {
  connectTimeoutSeconds: 1,
  'InstanceTypeLimits.gpu': 1,
  gpus: 0,
  intervalSeconds: 1,
  maxCount: 0,
  minCount: 0,
  nextUpstreamTimeoutSeconds: 1,
  nextUpstreamTries: 1,
  overrideFrontendPort: 1,
  persistentVolumeClaims: 0,
  pods: 0,
  port: 1,
  'QuotaRequests.gpu': 0,
  readTimeoutSeconds: 1,
  requestTimeoutSeconds: 1,
  rulePriority: 1,
  sendTimeoutSeconds: 1,
  timeoutSeconds: 1,
  unhealthyThreshold: 1,
};

/** Lists that may be empty. */
const MAYBE_EMPTY = ['mountOptions'];

/**
 * A schema with forms, bounds and the names of maps.
 * @param schema - what the types say
 * @param type - the name of the type that the schema is part of
 * @param property - the property whose value it describes
 */
export function refined(schema, type, property = '') {
  const { properties, additionalProperties, items, anyOf, ...rest } = schema;
  const inner = (one, name = property) => refined(one, type, name);
  const isMap = typeof additionalProperties === 'object';
  return {
    ...rest,
    ...scalar(schema, type, property),
    ...(anyOf && { anyOf: anyOf.map((one) => inner(one)) }),
    ...(items && listOf(inner(items), property)),
    ...(properties && { properties: mapValues(properties, inner) }),
    ...(isMap && KEYS[property] !== undefined && { propertyNames: FORMS[KEYS[property]] }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isMap ? inner(additionalProperties, `${property}.*`) : additionalProperties,
    }),
  };
}

export function mapValues(map, change) {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value, name)]));
}

function scalar({ type: kind, enum: choices, const: only }, type, property) {
  const places = [property === '' ? type : `${type}.${property}`, property];
  if (kind === 'number') {
    const minimum = places.map((place) => NUMBERS[place]).find((one) => one !== undefined);
    return minimum === undefined ? {} : { type: 'integer', minimum };
  }
  if (String(kind) !== 'string' || choices !== undefined || only !== undefined) return {};
  return { type: 'string', ...FORMS[places.map((place) => PLACES[place]).find((form) => form !== undefined)] };
}

function listOf(items, property) {
  return {
    items,
    ...(MAYBE_EMPTY.includes(property) ? {} : { minItems: 1 }),
    ...(items.type === 'string' ? { uniqueItems: true } : {}),
  };
}
