import { SecretValue, type ClusterSpec, type ExtensionSpec, type HttpsSpec } from 'azureml-kubernetes';
import { AKS_ID, ARC_ID, COMPUTE, RELAY_ID } from './attach';
import { CERTIFICATE, ENCRYPTED_KEYS, OTHER_KEYS, PRIVATE_KEY } from './certificates';

/** The key of a connection string, with characters that every notation writes in its own way. */
const ACCESS_KEY = `it's "one" a\\b+c/d & e=`;
const CONNECTION = `Endpoint=sb://relay.contoso.com/;SharedAccessKeyName=azureml_rw;SharedAccessKey=${ACCESS_KEY}`;
const TOKEN = `the "token" isn't a\\word`;

/** Every secret of the descriptions here, and the part of one that is secret by itself. */
export const SECRETS: readonly string[] = [
  PRIVATE_KEY,
  ...Object.values(OTHER_KEYS),
  ...Object.values(ENCRYPTED_KEYS),
  CONNECTION,
  ACCESS_KEY,
  TOKEN,
];

/** A description of an extension on a cluster. */
interface SecretSpec {
  readonly cluster: ClusterSpec;
  readonly extension: ExtensionSpec;
}

const HTTPS: HttpsSpec = { sslCname: 'ml.contoso.com', certificate: CERTIFICATE, key: SecretValue.of(PRIVATE_KEY) };
const AKS: ClusterSpec = { kind: 'aks', resourceId: AKS_ID, location: 'westeurope' };
const ARC: ClusterSpec = { kind: 'arc', resourceId: ARC_ID, location: 'westeurope' };
const PROTECTED = { 'custom.token': SecretValue.of(TOKEN) };
const RELAY = {
  kind: 'existing',
  hybridConnectionResourceId: RELAY_ID,
  connectionString: SecretValue.of(CONNECTION),
} as const;

function extensionWith(https: HttpsSpec, more: Partial<ExtensionSpec> = {}): ExtensionSpec {
  return {
    name: 'azureml',
    enableTraining: true,
    enableInference: { inferenceRouterServiceType: 'LoadBalancer', https },
    extraSettings: { protected: PROTECTED },
    ...more,
  };
}

/** Descriptions that hold a secret wherever they can. */
export const SECRET_SPECS: Readonly<Record<'aks' | 'arc', SecretSpec>> = {
  aks: { cluster: AKS, extension: extensionWith(HTTPS) },
  arc: { cluster: ARC, extension: extensionWith(HTTPS, { relay: RELAY }) },
};

/** The attachment of those clusters. */
export const SECRET_COMPUTES = [{ name: COMPUTE.name, workspaceResourceId: COMPUTE.workspaceResourceId }];

/** Puts a secret where types do not let it be. */
function bare(text: string): SecretValue {
  return text as unknown as SecretValue;
}

/** Descriptions with secrets and errors. */
export const BAD_SECRET_SPECS: Readonly<Record<string, SecretSpec>> = {
  'a relay on AKS': { cluster: AKS, extension: extensionWith(HTTPS, { relay: RELAY }) },
  'a key of another certificate': {
    cluster: AKS,
    extension: extensionWith({ ...HTTPS, key: SecretValue.of(OTHER_KEYS.ec) }),
  },
  'an encrypted key': {
    cluster: AKS,
    extension: extensionWith({ ...HTTPS, key: SecretValue.of(ENCRYPTED_KEYS.pkcs8) }),
  },
  'a key in place of the certificate': {
    cluster: ARC,
    extension: extensionWith({ ...HTTPS, certificate: PRIVATE_KEY }),
  },
  'a connection string in place of the key': {
    cluster: ARC,
    extension: extensionWith({ ...HTTPS, key: SecretValue.of(CONNECTION) }),
  },
  'a key that is cut off': {
    cluster: ARC,
    extension: extensionWith({ ...HTTPS, key: SecretValue.of(PRIVATE_KEY.slice(0, -60)) }),
  },
  'a key in clear': { cluster: ARC, extension: extensionWith({ ...HTTPS, key: bare(PRIVATE_KEY) }) },
  'a connection string in clear': {
    cluster: ARC,
    extension: extensionWith(HTTPS, { relay: { ...RELAY, connectionString: bare(CONNECTION) } }),
  },
  'a protected setting in clear': {
    cluster: ARC,
    extension: extensionWith(HTTPS, { extraSettings: { protected: { 'custom.token': bare(TOKEN) } } }),
  },
  'a protected setting that has a property': {
    cluster: ARC,
    extension: extensionWith(HTTPS, { extraSettings: { protected: { sslKeyPemFile: SecretValue.of(PRIVATE_KEY) } } }),
  },
  'a secret setting among the plain ones': {
    cluster: ARC,
    extension: extensionWith(HTTPS, {
      extraSettings: { plain: { 'relayserver.relayConnectionString': CONNECTION, sslKeyPemFile: PRIVATE_KEY } },
    }),
  },
};
