import * as fc from 'fast-check';

import { CLUSTER_KINDS } from '../../../lib/model/azure/cluster';
import { resolveCluster } from '../../../lib/model/azure/resolve-cluster';
import { base64, deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { deriveExtensionCreate } from '../../../lib/model/extension/cli-create';
import type { CliCreateResult } from '../../../lib/model/extension/cli-outcome';
import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import { parseExtension } from '../../../lib/model/extension/parse-extension';
import { resolveExtension } from '../../../lib/model/extension/resolve-extension';
import { typedSettings } from '../../../lib/model/extension/typed-settings';
import { cliCreateInput, wireSettings } from '../../../lib/model/extension/wire-settings';
import { revealSecret, SecretValue } from '../../../lib/model/secret';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { deployments, revealed, revealedWithout } from '../../support/extension-arbitraries';
import { AKS, ARC, INFERENCE, SUBSCRIPTION, TRAINING } from '../../support/extensions';

const RUNS = 1000;
const DERIVED = [
  'enableTraining',
  'enableInference',
  'cluster_name',
  'clusterId',
  'prometheus.prometheusSpec.externalLabels.cluster_name',
  'domain',
  'location',
  'jobSchedulerLocation',
  'cluster_name_friendly',
  'servicebus.enabled',
  'relayserver.enabled',
  'nginxIngress.enabled',
];

describe('wireSettings', () => {
  test('adds what the Azure CLI adds on a small cluster of AKS', () => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-ml/providers/Microsoft.ContainerService/managedClusters/ml`;
    const spec: ExtensionSpec = {
      name: 'azureml',
      enableTraining: true,
      enableInference: { inferenceRouterServiceType: 'LoadBalancer', allowInsecureConnections: true },
    };
    expect(wireSettings(spec, { ...AKS, location: 'WestEurope', nodeCount: 1 })).toStrictEqual({
      name: 'azureml',
      extensionType: 'microsoft.azureml.kubernetes',
      releaseNamespace: 'azureml',
      settings: {
        enableTraining: 'True',
        enableInference: 'True',
        inferenceRouterServiceType: 'LoadBalancer',
        allowInsecureConnections: 'True',
        clusterPurpose: 'DevTest',
        inferenceRouterHA: 'false',
        cluster_name: id,
        clusterId: id,
        'prometheus.prometheusSpec.externalLabels.cluster_name': id,
        domain: 'westeurope.cloudapp.azure.com',
        location: 'westeurope',
        jobSchedulerLocation: 'westeurope',
        cluster_name_friendly: 'ml',
        'servicebus.enabled': 'false',
        'relayserver.enabled': 'false',
        'nginxIngress.enabled': 'true',
      },
      protected: {},
      autoUpgradeMinorVersion: true,
      releaseTrain: 'stable',
      createsInAzure: [],
      warnings: [],
    });
  });

  test('asks for an identity and a relay behind Azure Arc', () => {
    const wire = wireSettings(TRAINING, ARC);
    const secret = deferred('relay-connection-string', { secret: true, known: 'deployment-run' });
    expect(wire).toMatchObject({
      identity: 'SystemAssigned',
      settings: { 'relayserver.enabled': 'true', 'relayserver.hybridConnectionName': 'plant' },
    });
    expect(revealed(wire.protected)).toStrictEqual({
      relayServerConnectionString: { secret },
      'relayserver.relayConnectionString': { secret },
    });
    expect(wire.createsInAzure.map(({ kind }) => kind)).toStrictEqual([
      'relayNamespace',
      'hybridConnection',
      'hybridConnectionAuthorizationRule',
    ]);
    const azure = { relay: 'present', relayConnectionString: SecretValue.of('Endpoint=sb://x') } as const;
    expect(wireSettings(TRAINING, ARC, { azure }).createsInAzure).toStrictEqual([]);
  });

  test('sends the content of certificate and key, and no names of files', () => {
    const https = { sslCname: 'ml.contoso.com', certificate: CERTIFICATE, key: SecretValue.of(PRIVATE_KEY) };
    const spec: ExtensionSpec = {
      ...INFERENCE,
      enableInference: { inferenceRouterServiceType: 'NodePort', https },
      upgrades: { kind: 'pinned', version: '1.1.88' },
    };
    const wire = wireSettings(spec, AKS);
    expect(revealed(wire.protected)).toStrictEqual({
      'scoringFe.sslCert': { secret: base64(CERTIFICATE) },
      'scoringFe.sslKey': { secret: base64(PRIVATE_KEY) },
    });
    expect(wire).toMatchObject({
      version: '1.1.88',
      autoUpgradeMinorVersion: false,
      settings: { sslCname: 'ml.contoso.com', 'scoringFe.serviceType.nodePort': 'True' },
    });
    expect(wire).not.toHaveProperty('releaseTrain');
    expect(JSON.stringify(wire)).not.toContain(base64(PRIVATE_KEY).slice(40, 80));
  });

  test('sends a domain of your own, which the Azure CLI overwrites', () => {
    const wire = wireSettings(
      { ...TRAINING, extraSettings: { plain: { domain: 'westeurope.cloudapp.azure.us' } } },
      AKS,
    );
    expect(wire.settings).toMatchObject({ domain: 'westeurope.cloudapp.azure.us' });
    expect(wire.warnings).toStrictEqual([]);
  });

  test('fails with the issues of the descriptions, and on a relay whose name cannot be made', () => {
    expect(() => wireSettings({ ...TRAINING, relay: { kind: 'create' } }, AKS)).toThrow(
      /^AzureMLExtension has 1 error:\n {2}- relay\.kind: AKS is reached without a relay/,
    );
    const unknown = { kind: 'arc', resourceId: deferred('id'), location: 'eastus' } as const;
    expect(() => wireSettings(TRAINING, unknown, { subject: 'AzureMLExtension ml' })).toThrow(
      /^AzureMLExtension ml has 1 error:\n {2}- cluster\.name: the value must be known when the program runs/,
    );
  });

  test('is what the derivation makes of the typed settings, complete, all text, and is read back with defaults filled', () => {
    fc.assert(
      fc.property(deployments, ({ spec, cluster }) => {
        const wire = wireSettings(spec, cluster);
        const input = cliCreateInput(typedSettings(spec), resolveCluster(cluster));
        const derived = deriveExtensionCreate(input) as CliCreateResult;
        expect(derived.ok).toBe(true);
        expect(wire.settings).toStrictEqual(derived.settings);
        expect(revealed(wire.protected)).toStrictEqual(
          revealedWithout(derived.protected, 'sslCertPemFile', 'sslKeyPemFile'),
        );
        expect(DERIVED.filter((key) => wire.settings[key] === undefined)).toStrictEqual([]);
        expect(Object.values(wire.settings).filter((value) => typeof value !== 'string')).toStrictEqual([]);
        expect(
          Object.values(wire.protected)
            .map(revealSecret)
            .filter((value) => typeof value !== 'string'),
        ).toStrictEqual([]);
        expect(revealed(parseExtension(wire, cluster))).toStrictEqual(
          revealedWithout(resolveExtension(spec, cluster), 'warnings'),
        );
        expect(wire.identity ?? 'none').toBe(CLUSTER_KINDS[cluster.kind].extensionIdentity);
      }),
      { numRuns: RUNS },
    );
  });

  test('gives the same before and after deferred values are known', () => {
    const values: Readonly<Record<string, string>> = {
      location: 'WestEurope',
      host: 'ml.contoso.com',
      certificate: CERTIFICATE,
      key: PRIVATE_KEY,
      secret: 'router-tls',
      label: 'x',
      own: 'own',
      version: '1.1.88',
      relay: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Relay/namespaces/own`,
      cluster: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Kubernetes/connectedClusters/c`,
    };
    const aks = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/c`;
    fc.assert(
      fc.property(
        deployments.filter(({ cluster }) => cluster.kind !== 'provisioned'),
        ({ spec, cluster }) => {
          const known = new Map(Object.entries({ ...values, ...(cluster.kind === 'aks' ? { cluster: aks } : {}) }));
          const put = <T>(value: T): T => substituteDeferredIn(value, ({ name }) => known.get(name));
          const later = put(wireSettings(spec, cluster));
          const first = wireSettings(put(spec), put(cluster));
          expect(revealedWithout(later, 'warnings')).toStrictEqual(revealedWithout(first, 'warnings'));
        },
      ),
      { numRuns: RUNS / 4 },
    );
  });
});
