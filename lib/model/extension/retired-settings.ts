import type { CurrentSettingName } from './current-settings';
import type { RetiredSettingRow } from './setting-row';

/** A name that is to be replaced by one that exists. */
type Row = RetiredSettingRow & { readonly instead?: CurrentSettingName };

function misspelt<Name extends CurrentSettingName>(
  instead: Name,
  source: RetiredSettingRow['source'],
): Row & { why: 'misspelt'; instead: Name } {
  const map = instead === 'domain' ? 'plain' : 'protected';
  return { setBy: 'nobody', map, why: 'misspelt', instead, summary: `a typing error for ${instead}`, source };
}

function portal<Name extends CurrentSettingName>(instead: Name): Row & { why: 'portal'; instead: Name } {
  const summary = `the portal's parameter for ${instead}`;
  return { setBy: 'nobody', map: 'plain', why: 'portal', instead, summary, source: 'amlKubernetes' };
}

function removed(summary: string): Row & { why: 'removed' } {
  return { setBy: 'nobody', map: 'plain', why: 'removed', summary, source: 'amlKubernetesHistory' };
}

function option(shorter: string): Row & { why: 'option' } {
  const summary = `a deprecated option of the Azure CLI and no setting; the option is ${shorter} now`;
  return { setBy: 'nobody', map: 'plain', why: 'option', summary, source: 'cliHistory' };
}

/** Names that documents, older releases or many people have, and that nothing reads. */
export const RETIRED_SETTINGS = {
  privateEndpointILB: {
    setBy: 'nobody',
    map: 'plain',
    why: 'renamed',
    instead: 'internalLoadBalancerProvider',
    value: { when: true, becomes: 'azure' },
    summary: 'documented until 2022-04',
    source: 'amlKubernetesHistory',
  },
  privateEndpointNodeport: {
    setBy: 'nobody',
    map: 'plain',
    why: 'renamed',
    instead: 'inferenceRouterServiceType',
    value: { when: true, becomes: 'NodePort' },
    summary: 'documented until 2022-04',
    source: 'amlKubernetesHistory',
  },
  inferenceLoadBalancerHA: {
    setBy: 'nobody',
    map: 'plain',
    why: 'renamed',
    instead: 'inferenceRouterHA',
    summary: 'documented until 2022-05-27',
    source: 'cliHistory',
  },
  reuseExistingPromOp: {
    setBy: 'nobody',
    map: 'plain',
    why: 'renamed',
    instead: 'installPromOp',
    value: 'opposite',
    summary: 'documented from 2022-01 to 2022-05',
    source: 'amlKubernetesHistory',
  },
  'volcanoScheduler.enable': {
    setBy: 'nobody',
    map: 'plain',
    why: 'renamed',
    instead: 'installVolcano',
    summary: 'documented from 2022-03 to 2022-05; a troubleshooting page still names it',
    source: 'amlKubernetesHistory',
  },
  relayConnectionString: {
    setBy: 'nobody',
    map: 'protected',
    why: 'renamed',
    instead: 'relayServerConnectionString',
    summary: 'the name before relayServerConnectionString',
    source: 'amlKubernetesHistory',
  },
  blobCsiDriverEnabled: removed('the extension no longer installs the CSI driver of Azure Blob'),
  installBlobfuseFlexvol: removed('the extension no longer installs a FlexVolume driver of blobfuse'),
  installBlobfuseSysctl: removed('the extension no longer changes kernel parameters for blobfuse'),
  'blobfuseSysctlInstall.enabled': removed('the extension no longer changes kernel parameters for blobfuse'),
  volumePluginDir: removed('the extension no longer installs a FlexVolume driver of blobfuse'),
  enableIdentityInUserContainer: removed('documented in 2022-02 only'),
  ssKeyPMFile: misspelt('sslKeyPemFile', 'amlKubernetes'),
  sslCertKeyFile: misspelt('sslKeyPemFile', 'amlKubernetes'),
  slKeyPemFile: misspelt('sslKeyPemFile', 'secureEndpoint'),
  sslCertPemFIle: misspelt('sslCertPemFile', 'secureEndpoint'),
  doamin: misspelt('domain', 'cli'),
  installBlobCSIDriver: {
    ...removed("the portal's parameter for blobCsiDriverEnabled, which nothing reads any longer"),
    source: 'amlKubernetes',
  },
  installPrometheusOperator: portal('installPromOp'),
  installVolcanoScheduler: portal('installVolcano'),
  internalLbProvider: portal('internalLoadBalancerProvider'),
  sslSecretName: portal('sslSecret'),
  '--config-settings': option('--config'),
  '--config-protected-settings': option('--config-protected'),
  '--config-settings-file': option('--config-file'),
  '--config-protected-settings-file': option('--config-protected-file'),
  '--configuration-settings': option('--config'),
  '--configuration-protected-settings': option('--config-protected'),
  '--configuration-settings-file': option('--config-file'),
  '--configuration-protected-settings-file': option('--config-protected-file'),
} as const satisfies Readonly<Record<string, Row>>;
