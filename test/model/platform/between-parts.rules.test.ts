import { resolveComputeNamespace } from '../../../lib/model/compute/resolve-compute-namespace';
import { deferred } from '../../../lib/model/deferred';
import { resolveScoringIngress } from '../../../lib/model/ingress/resolve-scoring-ingress';
import { formatIssue } from '../../../lib/model/issues';
import { resolveOpenShiftSccGrant } from '../../../lib/model/openshift/resolve-scc-grant';
import {
  grantedNamespaceIssues,
  ingressSecretIssues,
  volumeNamespaceIssues,
} from '../../../lib/model/platform/between-parts.rules';
import { resolveJobDataVolume } from '../../../lib/model/storage/resolve-job-data-volume';
import { resolveRouterTlsSecret } from '../../../lib/model/tls/resolve-router-tls-secret';

const GRANT = resolveOpenShiftSccGrant({ extensionName: 'azureml', computeNamespaces: ['ml'] });

function volumeIn(namespace: string): ReturnType<typeof resolveJobDataVolume> {
  const source = { kind: 'nfs', server: '10.0.0.4', path: '/share' } as const;
  return resolveJobDataVolume({ name: 'images', namespace, source, capacity: '1Ti', mountPath: '/mnt/images' });
}

describe('grantedNamespaceIssues', () => {
  test('fails on an enforced level where OpenShift lets privileged pods run', () => {
    const namespace = resolveComputeNamespace({ name: 'ml', podSecurity: { enforce: 'baseline' } });

    expect(grantedNamespaceIssues([namespace], [GRANT]).map(formatIssue)).toStrictEqual([
      '[0].podSecurity.enforce: the namespace enforces a pod security level that the privileged workloads of OpenShift break (received "baseline"); enforce nothing in the namespace, or privileged [platform/pod-security-against-grant]',
    ]);
  });

  test('allows it elsewhere, without a grant, and at the level privileged', () => {
    const elsewhere = resolveComputeNamespace({ name: 'other', podSecurity: { enforce: 'baseline' } });
    const privileged = resolveComputeNamespace({
      name: 'ml',
      podSecurity: { enforce: 'privileged', warn: 'privileged' },
    });

    expect(grantedNamespaceIssues([elsewhere, privileged], [GRANT])).toStrictEqual([]);
    expect(grantedNamespaceIssues([elsewhere], [])).toStrictEqual([]);
  });
});

describe('volumeNamespaceIssues', () => {
  test('warns about a volume in a namespace that no compute uses', () => {
    const namespaces = [resolveComputeNamespace({ name: 'ml' })];

    expect(volumeNamespaceIssues([volumeIn('ml'), volumeIn('other')], namespaces).map(formatIssue)).toStrictEqual([
      '[1].namespace: no compute of this cluster is known to use the namespace of the volume (received "other", expected one of default, ml); put the volume into the namespace of a compute [platform/volume-outside-computes]',
    ]);
  });

  test('allows the namespace default, a name that is not known yet, and anything when nothing is known', () => {
    const namespaces = [resolveComputeNamespace({ name: 'ml' })];

    expect(volumeNamespaceIssues([volumeIn('default'), volumeIn(deferred('namespace'))], namespaces)).toStrictEqual([]);
    expect(volumeNamespaceIssues([volumeIn('other')], [])).toStrictEqual([]);
  });
});

describe('ingressSecretIssues', () => {
  const routerTls = resolveRouterTlsSecret({
    name: 'router',
    extensionName: 'azureml',
    source: {
      kind: 'externalSecret',
      store: { kind: 'ClusterSecretStore', name: 'vault' },
      certificate: { key: 'certificate' },
      privateKey: { key: 'key' },
      revision: '1',
    },
  });

  function ingressWith(secretName: string): ReturnType<typeof resolveScoringIngress> {
    return resolveScoringIngress({ controller: 'applicationGateway', https: { host: 'ml.contoso.com', secretName } });
  }

  test('fails on an ingress that refers to the secret of azureml-fe', () => {
    expect(ingressSecretIssues([ingressWith('router-1')], [routerTls]).map(formatIssue)).toStrictEqual([
      '[0].https.secretName: the ingress refers to the TLS secret of azureml-fe, whose type and keys it cannot read (received "router-1"); make an IngressTlsSecret for it: type kubernetes.io/tls, keys tls.crt and tls.key [platform/ingress-with-router-secret]',
    ]);
  });

  test('allows any other secret, and HTTP', () => {
    const http = resolveScoringIngress({ controller: 'applicationGateway', http: {} });

    expect(ingressSecretIssues([ingressWith('scoring-tls'), http], [routerTls])).toStrictEqual([]);
  });
});
