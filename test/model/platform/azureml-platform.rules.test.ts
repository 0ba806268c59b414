import { azureMLPlatformIssues } from '../../../lib/model/platform/azureml-platform.rules';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { AzureMLPlatformSpec } from '../../../lib/model/platform/azureml-platform';
import { SecretValue } from '../../../lib/model/secret';
import { AKS, ARC } from '../../support/extensions';
import { FULL_PLATFORM, platformWith } from '../../support/platform';

function messages(spec: unknown): string[] {
  const { ofParts, ofWhole } = azureMLPlatformIssues(spec as AzureMLPlatformSpec);
  return [...ofWhole, ...ofParts].map(formatIssue);
}

function codes(spec: unknown): string[] {
  const { ofParts, ofWhole } = azureMLPlatformIssues(spec as AzureMLPlatformSpec);
  return [...ofWhole, ...ofParts].map(({ code }) => code);
}

const SMALLEST: AzureMLPlatformSpec = {
  extension: { name: 'azureml', enableTraining: true },
  computes: [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' } }],
};

describe('azureMLPlatformIssues', () => {
  test('finds nothing wrong with the smallest description, nor with every part used', () => {
    expect(messages(SMALLEST)).toStrictEqual([]);
    expect(messages(FULL_PLATFORM)).toStrictEqual([]);
  });

  test('fails on a missing part and on a misspelt one, with the name that was meant', () => {
    expect(messages({ computes: SMALLEST.computes, instancetypes: {} })).toStrictEqual([
      'extension: a required property is missing; set the property [spec/required]',
      expect.stringMatching(/^instancetypes: the property is not known here .*; did you mean "instanceTypes"\?/),
    ]);
    expect(codes({ ...SMALLEST, computes: [] })).toStrictEqual(['spec/empty-list']);
    expect(codes({ ...SMALLEST, computes: [null] })).toStrictEqual(['spec/type']);
    expect(codes({ ...SMALLEST, instanceTypes: { gpu: 'large' } })).toStrictEqual(['spec/type']);
    expect(codes(undefined)).toStrictEqual(['spec/type']);
  });

  test('fails on what follows from the rest of the description', () => {
    const volume = { ...FULL_PLATFORM.computes[0]?.volumes?.['images'], namespace: 'other' };
    const computes = [{ ...SMALLEST.computes[0], volumes: { images: volume } }];

    expect(messages({ ...SMALLEST, computes })).toStrictEqual([
      'computes[0].volumes.images.namespace: the key is written by the library (expected nothing: it follows from the rest of the description); remove it [spec/owned-key]',
    ]);
  });

  test('fails on the errors of every part at its place, all at once', () => {
    const spec = platformWith({
      instanceTypes: {
        gpu: { resources: { requests: { cpu: '0', memory: '1Gi' }, limits: { cpu: '2', memory: '4Gi' } } },
      },
      devicePlugin: { image: '' },
      ingresses: {
        'azureml-fe': { controller: 'nginx', https: { host: 'ML.contoso.com', secretName: 'scoring-tls' } },
      },
      openShift: { binding: 'Role' },
    });

    expect(messages(spec).map((message) => message.replace(/: .*/, ''))).toStrictEqual(
      expect.arrayContaining([
        'devicePlugin.image',
        'instanceTypes.gpu.resources.requests.cpu',
        'ingresses["azureml-fe"].https.host',
        'openShift.binding',
      ]),
    );
  });

  test('says where cert-manager is asked by an ingress for what an ingressTls makes', () => {
    const issuer = { kind: 'ClusterIssuer', name: 'letsencrypt' };
    const https = { host: 'ml.contoso.com', secretName: 'scoring-tls', certManager: { issuer } };
    const ingresses = { 'azureml-fe': { controller: 'applicationGateway', https } };
    const store = { kind: 'ClusterSecretStore', name: 'vault' };
    const external = { kind: 'externalSecret', store, bundle: { key: 'scoring', format: 'pkcs12' } };

    expect(messages(platformWith({ ingresses, ingressTls: { 'scoring-tls': { source: external } } }))).toStrictEqual([
      'ingresses["azureml-fe"].https.certManager: the ingress has cert-manager write a certificate into the Secret that an IngressTlsSecret makes (received "scoring-tls"); leave https.certManager out and the IngressTlsSecret in, or the other way round [platform/secret-made-twice]',
    ]);
    expect(messages(platformWith({ ingresses }))).toStrictEqual([
      'ingresses["azureml-fe"].https.certManager: the ingress and an IngressTlsSecret have cert-manager make the same certificate (received "scoring-tls"); leave https.certManager out and the IngressTlsSecret in, or the other way round [platform/certificate-requested-twice]',
    ]);
  });

  test('fails when the pods of the extension find no pool', () => {
    const nodePools = {
      jobs: { isolation: { kind: 'workload' } },
      system: { mode: 'system', taints: ['CriticalAddonsOnly=true:NoSchedule'] },
    };

    expect(messages({ ...SMALLEST, nodePools })).toStrictEqual([
      'nodePools: no node pool admits these pods, which stay pending (received "pods of the extension: kept from jobs by ml.azure.com/amlarc-workload=true:NoSchedule; from system by CriticalAddonsOnly=true:NoSchedule"); add a pool without taints that they do not tolerate, or widen the isolation of one [platform/pods-without-pool]',
    ]);
  });

  test('fails when the workloads of a compute find no pool', () => {
    const nodePools = {
      system: { isolation: { kind: 'system' } },
      other: { isolation: { kind: 'workspace', resourceGroup: 'ml', workspace: 'fraud' } },
    };

    expect(messages({ ...SMALLEST, nodePools })).toStrictEqual([
      expect.stringMatching(
        /^computes\[0\]: no node pool admits these pods, which stay pending \(received "workloads of jobs: kept from system by .*amlarc-system.*; from other by ml\.azure\.com\/workspace=fraud:NoSchedule"/,
      ),
    ]);
  });

  test('does not judge pools whose names are known only at deployment', () => {
    const isolation = { kind: 'workspace', resourceGroup: 'ml', workspace: deferred('workspace') };

    expect(codes({ ...SMALLEST, nodePools: { jobs: { isolation }, system: {} } })).toStrictEqual([]);
  });

  test('fails when three replicas of the router find fewer nodes, and not when there is one replica', () => {
    const nodePools = { system: { maxCount: 2 }, jobs: { isolation: { kind: 'workload' }, maxCount: 9 } };
    const inference = { inferenceRouterServiceType: 'NodePort', allowInsecureConnections: true };
    const extension = { name: 'azureml', enableInference: inference };
    const single = { name: 'azureml', enableInference: { ...inference, inferenceRouterHA: false } };

    expect(messages({ ...SMALLEST, extension, nodePools })).toStrictEqual([
      'extension.enableInference.inferenceRouterHA: the three replicas of azureml-fe do not find three nodes (received 2, expected at least 3 nodes); give the pools that admit the pods of the extension three nodes together, or set inferenceRouterHA to false [platform/router-needs-three-nodes]',
    ]);
    expect(codes({ ...SMALLEST, extension: single, nodePools })).toStrictEqual([]);
    expect(codes({ ...SMALLEST, nodePools })).toStrictEqual([]);
    expect(codes({ ...SMALLEST, extension, nodePools: { system: { maxCount: 3 } } })).toStrictEqual([]);
  });

  test('fails when the extension is too old for the taints of the nodes', () => {
    const nodePools = { jobs: { isolation: { kind: 'overall' } } };

    expect(
      codes({
        ...SMALLEST,
        extension: { ...SMALLEST.extension, upgrades: { kind: 'pinned', version: '1.1.10' } },
        nodePools,
      }),
    ).toStrictEqual(['scheduling/extension-too-old']);
    expect(
      codes({
        ...SMALLEST,
        extension: { ...SMALLEST.extension, upgrades: { kind: 'pinned', version: '1.1.16' } },
        nodePools,
      }),
    ).toStrictEqual([]);
  });

  test('fails on names of pools that AKS refuses, on AKS alone', () => {
    const nodePools = { 'gpu-nodes': {} };

    expect(codes({ ...SMALLEST, cluster: AKS, nodePools })).toStrictEqual(['scheduling/aks-pool-name']);
    expect(codes({ ...SMALLEST, cluster: ARC, nodePools })).toStrictEqual([]);
    expect(codes({ ...SMALLEST, nodePools })).toStrictEqual([]);
  });

  test('fails on permissions of OpenShift on AKS, and takes them for any other cluster', () => {
    const openShift = {};

    expect(messages({ ...SMALLEST, cluster: AKS, openShift })).toContain(
      'openShift: AKS is not OpenShift, and knows no security context constraints; leave openShift out, or give cluster.kind arc: OpenShift clusters are connected through Azure Arc [platform/openshift-on-aks]',
    );
    expect(codes({ ...SMALLEST, cluster: ARC, openShift })).toStrictEqual(['openshift/compute-namespace-default']);
    expect(codes({ ...SMALLEST, openShift: { arcConnected: true } })).toContain('spec/owned-key');
  });

  test('fails on two device plugins: its own and the one of the extension', () => {
    const extension = { ...SMALLEST.extension, installNvidiaDevicePlugin: true };

    expect(codes({ ...SMALLEST, extension, devicePlugin: {} })).toStrictEqual(['scheduling/device-plugin-twice']);
    expect(codes({ ...SMALLEST, extension })).toStrictEqual([]);
  });

  test('warns about GPU nodes that no device plugin may enter', () => {
    expect(messages(platformWith({ devicePlugin: {} }))).toStrictEqual([
      expect.stringMatching(/^nodePools\.gpu: .*\[scheduling\/gpu-not-advertised\]$/),
    ]);
  });

  test('fails on a secret anywhere in the description, and does not show it', () => {
    const source = { kind: 'inline', certificate: 'x', privateKey: SecretValue.of('top secret') };
    const found = messages({ ...SMALLEST, routerTls: { name: 'tls', source } });

    expect(found).toContain(
      'routerTls.source.privateKey: the description holds a secret, which is never written down; refer to a secret store, a secret provider class or an existing Secret instead [platform/secret-in-description]',
    );
    expect(found.join('\n')).not.toContain('top secret');
  });
});
