import * as fc from 'fast-check';
import { outboundHosts, type OutboundOptions } from '../../../lib/model/components/outbound-hosts';
import { OUTBOUND_HOSTS } from '../../../lib/model/components/outbound-table';
import { deferred } from '../../../lib/model/deferred';
import { wildcardHostName } from '../../../lib/model/names';
import { SUPPORT_SOURCES } from '../../../lib/model/support/support-sources';
import { errorMessage } from '../../support/error-message';

const WORKSPACE = {
  workspaceId: '11111111-2222-3333-4444-55555555555A',
  location: 'West Europe',
  containerRegistries: ['ContosoML'],
  storageAccounts: ['contosoml'],
};
const AKS: OutboundOptions = { cluster: 'aks', location: 'eastus', workspaces: [WORKSPACE] };
const ARC: OutboundOptions = { ...AKS, cluster: 'arc' };

function hosts(options: OutboundOptions): string[] {
  return outboundHosts(options).map(({ host, port }) => (port === 443 ? host : `${host}:${String(port)}`));
}

describe('outboundHosts', () => {
  test('gives those of the extension, of the workspace in its own region, and of extensions on AKS', () => {
    expect(hosts(AKS)).toStrictEqual([
      '*.kusto.windows.net',
      '*.table.core.windows.net',
      '*.queue.core.windows.net',
      'contosoml.azurecr.io',
      'contosoml.westeurope.data.azurecr.io',
      'contosoml.blob.core.windows.net',
      '11111111-2222-3333-4444-55555555555a.workspace.westeurope.api.azureml.ms',
      'westeurope.experiments.azureml.net',
      'westeurope.api.azureml.ms',
      'eastus.dp.kubernetesconfiguration.azure.com',
      'mcr.microsoft.com',
      '*.data.mcr.microsoft.com',
      'arcmktplaceprod.azurecr.io',
      'arcmktplaceprod.centralindia.data.azurecr.io',
      'arcmktplaceprod.japaneast.data.azurecr.io',
      'arcmktplaceprod.westus2.data.azurecr.io',
      'arcmktplaceprod.westeurope.data.azurecr.io',
      'arcmktplaceprod.eastus.data.azurecr.io',
      '*.ingestion.msftcloudes.com',
      '*.microsoftmetrics.com',
      'marketplaceapi.microsoft.com',
    ]);
  });

  test('gives those of the agents with Azure Arc, also on clusters that Arc provisioned', () => {
    expect(hosts(ARC).slice(9)).toStrictEqual([
      'eastus.dp.kubernetesconfiguration.azure.com',
      'mcr.microsoft.com',
      '*.data.mcr.microsoft.com',
      'management.azure.com',
      'login.microsoftonline.com',
      'eastus.login.microsoft.com',
      'login.windows.net',
      'dl.k8s.io',
      'gbl.his.arc.azure.com',
      '*.his.arc.azure.com',
      'guestnotificationservice.azure.com',
      '*.guestnotificationservice.azure.com',
      'sts.windows.net',
      '*.servicebus.windows.net',
      'graph.microsoft.com',
      '*.arc.azure.net',
      'eastus.obo.arc.azure.com:8084',
      'linuxgeneva-microsoft.azurecr.io',
    ]);
    expect(hosts({ ...ARC, cluster: 'provisioned' })).toStrictEqual(hosts(ARC));
  });

  test('says what may be left out; the relay may not', () => {
    const optional = (options: OutboundOptions): string[] =>
      outboundHosts(options)
        .filter((host) => host.optional !== undefined)
        .map(({ host }) => host);

    expect(optional(AKS)).toStrictEqual([
      '*.kusto.windows.net',
      '*.table.core.windows.net',
      '*.queue.core.windows.net',
    ]);
    expect(optional(ARC)).not.toContain('*.servicebus.windows.net');
    expect(optional({ ...ARC, relay: false })).toContain('*.servicebus.windows.net');
    expect(hosts({ ...AKS, relay: true })).toContain('*.servicebus.windows.net');
  });

  test('gives hosts of packages with training only, as the caller names them', () => {
    const packages = { packageIndexHosts: ['packages.contoso.com'], distributionHosts: ['mirror.contoso.com'] };

    expect(hosts({ ...AKS, ...packages })).toStrictEqual(hosts(AKS));
    expect(hosts({ ...AKS, enableTraining: true })).toStrictEqual(hosts(AKS));
    expect(hosts({ ...AKS, ...packages, enableTraining: true }).slice(9, 11)).toStrictEqual([
      'packages.contoso.com',
      'mirror.contoso.com:80',
    ]);
  });

  test('gives each host once for several workspaces, and none for registries that are not there', () => {
    const second = {
      workspaceId: 'aaaaaaaa-2222-3333-4444-555555555555',
      location: 'westeurope',
      storageAccounts: ['other'],
    };

    expect(hosts({ ...AKS, workspaces: [WORKSPACE, second] }).slice(3, 10)).toStrictEqual([
      'contosoml.azurecr.io',
      'contosoml.westeurope.data.azurecr.io',
      'contosoml.blob.core.windows.net',
      'other.blob.core.windows.net',
      '11111111-2222-3333-4444-55555555555a.workspace.westeurope.api.azureml.ms',
      'aaaaaaaa-2222-3333-4444-555555555555.workspace.westeurope.api.azureml.ms',
      'westeurope.experiments.azureml.net',
    ]);
  });

  test('gives host names only, without placeholders and each once, for any description', () => {
    const options = fc.record({
      cluster: fc.constantFrom('aks' as const, 'arc' as const, 'provisioned' as const),
      location: fc.constantFrom('eastus', 'East US 2', 'North Europe'),
      workspaces: fc.array(
        fc.record({
          workspaceId: fc.uuid(),
          location: fc.constantFrom('eastus', 'West US 3'),
          containerRegistries: fc.constantFrom(['registry1'], ['registry1', 'Registry2']),
          storageAccounts: fc.constantFrom(['account1'], ['account1', 'account2']),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      enableTraining: fc.boolean(),
      relay: fc.boolean(),
      packageIndexHosts: fc.constant(['packages.contoso.com']),
    });
    fc.assert(
      fc.property(options, (given) => {
        const found = outboundHosts(given);
        const keys = found.map(({ host, port }) => `${host}:${String(port)}`);

        expect(found.flatMap(({ host }) => wildcardHostName.literalIssues(host, []))).toStrictEqual([]);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('fails on names that are none, also on those that are not known yet', () => {
    const wrong: OutboundOptions = {
      cluster: 'aks',
      location: deferred('location'),
      workspaces: [
        {
          workspaceId: 'fraud',
          location: 'east-us!',
          containerRegistries: ['contoso.azurecr.io'],
          storageAccounts: ['Contoso'],
        },
      ],
      packageIndexHosts: ['https://packages.contoso.com'],
    };

    expect(errorMessage(() => outboundHosts(wrong))).toBe(
      [
        'outbound hosts has 6 errors:',
        '  - location: the value must be known when the program runs (received "<location>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
        '  - workspaces[0].workspaceId: the text is not the id of a workspace (received "fraud", expected a GUID); give the GUID that the workspace has among its properties, not its name or resource id [components/workspace-id]',
        '  - workspaces[0].location: the text is not the name of a region (received "east-us!", expected the name of a region such as eastus or East US); give a name such as eastus or East US [components/region]',
        '  - workspaces[0].containerRegistries[0]: the text is not the name of a container registry (received "contoso.azurecr.io", expected 5 to 50 letters and digits); use 5 to 50 letters and digits, without .azurecr.io [components/registry-name]',
        '  - workspaces[0].storageAccounts[0]: the text is not the name of a storage account (received "Contoso", expected 3 to 24 lower-case letters and digits); give the name alone, without the domain: 3 to 24 lower-case letters and digits [storage/account-name]',
        '  - packageIndexHosts[0]: the text is not a host name (received "https://packages.contoso.com", expected a lower-case DNS name with labels of at most 63 characters); give a lower-case DNS name such as ml.contoso.com, without scheme, port or path [name/host]',
      ].join('\n'),
    );
  });
});

describe('the table of outbound hosts', () => {
  test('says for each where it was read', () => {
    expect(OUTBOUND_HOSTS.filter(({ source }) => !(source in SUPPORT_SOURCES))).toStrictEqual([]);
  });
});
