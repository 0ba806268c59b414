import { resolveComputeNamespace } from '../../../lib/model/compute/resolve-compute-namespace';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { resolveOpenShiftSccGrant } from '../../../lib/model/openshift/resolve-scc-grant';
import {
  extensionNameIssues,
  grantedNamespaceIssues,
  grantNamespaceIssues,
  missingGrantIssues,
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

describe('grantNamespaceIssues', () => {
  const grant = resolveOpenShiftSccGrant({ extensionName: 'azureml', computeNamespaces: ['ml', 'default', 'other'] });

  test('warns about a grant for a namespace that no compute uses', () => {
    expect(grantNamespaceIssues([grant], [resolveComputeNamespace({ name: 'ml' })]).map(formatIssue)).toStrictEqual([
      '[0].computeNamespaces[2]: no compute of this cluster is known to use the namespace of the grant (received "other", expected one of default, ml); name the namespace of a compute, or describe it with a ComputeNamespace [platform/grant-outside-computes]',
    ]);
  });

  test('allows anything when nothing is known, or not yet', () => {
    expect(grantNamespaceIssues([grant], [])).toStrictEqual([]);
    expect(grantNamespaceIssues([grant], [resolveComputeNamespace({ name: deferred('namespace') })])).toStrictEqual([]);
  });
});

describe('missingGrantIssues', () => {
  const other = resolveComputeNamespace({ name: 'other' });

  test('warns about a namespace without a grant on OpenShift', () => {
    expect(
      missingGrantIssues([resolveComputeNamespace({ name: 'ml' }), other], [GRANT]).map(formatIssue),
    ).toStrictEqual([
      '[1].name: OpenShift refuses the workloads in the namespace, for which the cluster has no grant (received "other"); add the namespace to computeNamespaces of the OpenShiftSccGrant [platform/compute-without-grant]',
    ]);
  });

  test('does not judge a cluster without any grant, nor a name that is not known yet', () => {
    expect(missingGrantIssues([other], [])).toStrictEqual([]);
    expect(missingGrantIssues([resolveComputeNamespace({ name: deferred('namespace') })], [GRANT])).toStrictEqual([]);
  });
});

function routerTlsOf(extensionName: string): ReturnType<typeof resolveRouterTlsSecret> {
  return resolveRouterTlsSecret({
    name: 'router',
    extensionName,
    source: {
      kind: 'externalSecret',
      store: { kind: 'ClusterSecretStore', name: 'vault' },
      certificate: { key: 'certificate' },
      privateKey: { key: 'key' },
      revision: '1',
    },
  });
}

describe('extensionNameIssues', () => {
  const namespace = { kind: 'computeNamespace', spec: resolveComputeNamespace({ name: 'ml' }) } as const;
  const grant = { kind: 'openShiftSccGrant', spec: GRANT } as const;

  test('fails on parts of any kind that name another extension than the first one', () => {
    const parts = ['amlext', 'azureml'].map((name) => ({ kind: 'tlsSecret', spec: routerTlsOf(name) }) as const);

    expect(extensionNameIssues([namespace, grant, ...parts]).map(formatIssue)).toStrictEqual([
      '[2].extensionName: two parts of the cluster name different extensions (received "amlext", expected "azureml", as elsewhere in the cluster); give the same extensionName everywhere; a cluster has one Azure ML extension [platform/extension-name-differs]',
    ]);
  });

  test('allows one name, no name, and names that are known only at deployment', () => {
    const unknown = { kind: 'tlsSecret', spec: routerTlsOf(deferred('extension')) } as const;

    expect(extensionNameIssues([namespace])).toStrictEqual([]);
    expect(extensionNameIssues([grant, unknown, namespace])).toStrictEqual([]);
    expect(extensionNameIssues([unknown, grant])).toStrictEqual([]);
  });
});
