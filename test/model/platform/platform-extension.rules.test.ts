import type { ClusterSpec } from '../../../lib/model/azure/cluster';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { azureMLPlatformIssues } from '../../../lib/model/platform/azureml-platform.rules';
import type { AzureMLPlatformSpec } from '../../../lib/model/platform/azureml-platform';
import type { PlatformExtensionSpec } from '../../../lib/model/platform/platform-extension';
import { resolveAzureMLPlatform } from '../../../lib/model/platform/resolve-azureml-platform';
import { SecretValue } from '../../../lib/model/secret';
import { AKS, ARC } from '../../support/extensions';
import { FULL_PLATFORM } from '../../support/platform';

const BEHIND_INGRESS = { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true } as const;
const SECURE = { inferenceRouterServiceType: 'LoadBalancer', https: { sslCname: 'ml.contoso.com' } } as const;
const NGINX = { controller: 'nginx', https: { host: 'ml.contoso.com', secretName: 'scoring-tls' } } as const;

/** A platform with one compute and little else. */
function platform(changes: object): AzureMLPlatformSpec {
  return {
    extension: { name: 'azureml', enableTraining: true },
    computes: [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: 'jobs' }],
    ...changes,
  };
}

function extension(changes: object): PlatformExtensionSpec {
  return { name: 'azureml', enableTraining: true, ...changes };
}

function messages(changes: object): string[] {
  const { ofParts, ofWhole } = azureMLPlatformIssues(platform(changes));
  return [...ofWhole, ...ofParts].map(formatIssue);
}

/** Without what is said about every ingress of nginx. */
function codes(changes: object): string[] {
  const { ofParts, ofWhole } = azureMLPlatformIssues(platform(changes));
  return [...ofWhole, ...ofParts].map(({ code }) => code).filter((code) => code !== 'ingress/nginx-retired');
}

describe('the extension of a platform', () => {
  test('fails by its own rules and by those on its cluster, at their places', () => {
    expect(messages({ extension: { name: 'azureml' } })).toStrictEqual([
      'extension: neither training nor online endpoints are enabled, so that the extension would do nothing; set enableTraining to true, or describe enableInference, or both [extension/nothing-enabled]',
    ]);
    expect(messages({ extension: extension({ enableInference: true }) })).toStrictEqual([
      expect.stringMatching(/^extension\.enableInference: .*\[extension\/inference-choices\]$/),
    ]);
    expect(messages({ extension: extension({ relay: { kind: 'create' } }), cluster: AKS })).toStrictEqual([
      expect.stringMatching(/^extension\.relay\.kind: .*\[extension\/relay-on-aks\]$/),
    ]);
    expect(messages({ cluster: { ...AKS, location: 'East US' } })).toStrictEqual([
      expect.stringMatching(/^cluster\.location: .*\[azure\/location\]$/),
    ]);
    expect(codes({ extension: 'azureml' })).toStrictEqual(['spec/type']);
  });

  test('fails on a secret', () => {
    const relay = {
      kind: 'existing',
      hybridConnectionResourceId: deferred('relay'),
      connectionString: SecretValue.of('top secret'),
    };
    const found = messages({ extension: extension({ relay }) });
    expect(found).toStrictEqual([
      'extension.relay.connectionString: the description holds a secret, which is never written down; refer to a secret store, a secret provider class or an existing Secret instead [platform/secret-in-description]',
    ]);
    expect(codes({ extension: extension({ relay: { ...relay, connectionString: undefined } }) })).toStrictEqual([]);
  });

  test('takes the name of the Secret from the description of it', () => {
    const { routerTls } = FULL_PLATFORM;
    const spec = platform({ extension: extension({ enableInference: SECURE }), routerTls });
    expect(resolveAzureMLPlatform(spec).extension).toMatchObject({
      enableInference: { https: { sslCname: 'ml.contoso.com', sslSecret: 'router-tls-2026-11' } },
    });
    const other = { ...SECURE, https: { ...SECURE.https, sslSecret: 'router-tls' } };
    expect(messages({ extension: extension({ enableInference: other }), routerTls })).toStrictEqual([
      'extension.enableInference.https.sslSecret: HTTPS of azureml-fe names another Secret than the one that routerTls describes (received "router-tls", expected router-tls-2026-11); leave sslSecret out: it follows from routerTls [platform/router-secret-differs]',
    ]);
    expect(codes({ extension: extension({ enableInference: other }) })).toStrictEqual([]);
    expect(codes({ extension: extension({ enableInference: SECURE }) })).toStrictEqual(['extension/https-source']);
  });
});

describe('an ingress of a platform', () => {
  test('fails without online endpoints', () => {
    expect(messages({ ingresses: { scoring: { controller: 'applicationGateway', http: {} } } })).toContain(
      'ingresses.scoring: the ingress leads to azureml-fe, which the extension does not install; describe enableInference with the service type ClusterIP and allowInsecureConnections: true, or leave the ingress out [platform/ingress-without-inference]',
    );
  });

  test('fails in front of a router that has its own address and TLS', () => {
    const https = { ...SECURE.https, sslSecret: 'router-tls' };
    const ingresses = { scoring: { controller: 'applicationGateway', http: { host: 'ml.contoso.com' } } };
    const fix =
      'give enableInference inferenceRouterServiceType ClusterIP and allowInsecureConnections: true, or leave the ingress out [platform/ingress-router]';
    const found = messages({ extension: extension({ enableInference: { ...SECURE, https } }), ingresses });
    expect(found.filter((one) => one.endsWith('[platform/ingress-router]'))).toStrictEqual([
      `extension.enableInference.inferenceRouterServiceType: azureml-fe is not as the ingress in front of it needs it (received "LoadBalancer", expected ClusterIP for scoring: the ingress is the way in, so azureml-fe needs no address of its own); ${fix}`,
      `extension.enableInference.allowInsecureConnections: azureml-fe is not as the ingress in front of it needs it (received false, expected true for scoring: TLS ends at the ingress controller, which speaks HTTP to port 80 of azureml-fe); ${fix}`,
    ]);
    expect(codes({ extension: extension({ enableInference: BEHIND_INGRESS }), ingresses })).not.toContain(
      'platform/ingress-router',
    );
  });

  test('knows from cluster and extension how the bundled nginx stays apart', () => {
    const shared = extension({ enableInference: BEHIND_INGRESS });
    const own = extension({
      enableInference: { ...BEHIND_INGRESS, nginxIngressController: 'k8s.io/amlarc-ingress-nginx' },
    });
    const warned = ['ingress/bundled-nginx'];
    const ingresses = { scoring: NGINX };
    expect(codes({ extension: shared, ingresses })).toStrictEqual(warned);
    expect(codes({ extension: shared, ingresses, cluster: AKS })).toStrictEqual(warned);
    expect(codes({ extension: shared, ingresses, cluster: ARC })).toStrictEqual([]);
    expect(codes({ extension: own, ingresses, cluster: AKS })).toStrictEqual([]);
    expect(codes({ extension: own, ingresses })).toStrictEqual([]);
  });

  test.each(['absent', 'ownClass'])(
    'fails when it says %s of a bundled nginx that shares its class',
    (bundledNginx) => {
      const ingresses = { scoring: { ...NGINX, bundledNginx } };
      const shared = extension({ enableInference: BEHIND_INGRESS });
      expect(messages({ extension: shared, ingresses, cluster: AKS })[0]).toBe(
        `ingresses.scoring.bundledNginx: the extension brings an nginx along that has the class of the ingress, other than the ingress says (received "${bundledNginx}"); set enableInference.nginxIngressController to 'k8s.io/amlarc-ingress-nginx', and leave bundledNginx out: it follows [platform/bundled-nginx]`,
      );
      expect(codes({ extension: shared, ingresses, cluster: AKS })).toStrictEqual(['platform/bundled-nginx']);
      expect(codes({ extension: shared, ingresses, cluster: ARC })).toStrictEqual([]);
      expect(codes({ extension: shared, ingresses })).toStrictEqual([]);
    },
  );
});

describe('a platform on OpenShift', () => {
  const openshift: ClusterSpec = { ...ARC, distribution: 'openshift' };

  test('warns when the extension is granted nothing', () => {
    expect(messages({ cluster: openshift })).toStrictEqual([
      'cluster.distribution: the cluster is OpenShift, and its description grants the extension nothing there (received "openshift"); describe openShift, unless the grants are made elsewhere [platform/openshift-without-grants]',
    ]);
    expect(codes({ cluster: openshift, openShift: {} })).toStrictEqual([]);
    expect(codes({ cluster: ARC, openShift: {} })).toStrictEqual([]);
  });

  test('warns of grants on another distribution', () => {
    expect(messages({ cluster: { ...ARC, distribution: 'k3s' }, openShift: {} })).toStrictEqual([
      'cluster.distribution: permissions of OpenShift are described for a cluster of another distribution (received "k3s"); leave openShift out, or correct cluster.distribution [platform/openshift-elsewhere]',
    ]);
    expect(codes({ cluster: { ...ARC, distribution: 'k3s' } })).toStrictEqual([]);
  });
});
