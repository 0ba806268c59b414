import type { AzureMLPlatformSpec, PlatformComputeSpec, PlatformVolumeSpec } from 'azureml-kubernetes';
import { SecretValue } from 'azureml-kubernetes';

const workspace = { resourceGroup: 'rg-ml', name: 'vision' };
const smallest = {
  extension: { name: 'azureml', enableTraining: true } as const,
  computes: [{ name: 'jobs', workspace }],
};
const source = { kind: 'nfs', server: '10.0.0.4', path: '/share' } as const;

// @ts-expect-error -- a platform without a compute serves nobody
export const withoutComputes: AzureMLPlatformSpec = { extension: { name: 'azureml', enableTraining: true } as const };

// @ts-expect-error -- a compute belongs to a workspace
export const computeOfNobody: PlatformComputeSpec = { name: 'jobs' };

export const placedVolume: PlatformVolumeSpec = {
  source,
  capacity: '1Ti',
  mountPath: '/mnt/images',
  // @ts-expect-error -- the namespace of a volume is that of its compute
  namespace: 'ml-jobs',
};

// @ts-expect-error -- a share is never deleted with its claim
export const deletedShare: PlatformVolumeSpec = {
  source,
  capacity: '1Ti',
  mountPath: '/mnt/images',
  reclaimPolicy: 'Delete',
};

export const namedTwice: AzureMLPlatformSpec = {
  ...smallest,
  // @ts-expect-error -- the name of a pool is its key
  nodePools: { gpu: { name: 'gpu' } },
};

export const grantedByHand: AzureMLPlatformSpec = {
  ...smallest,
  // @ts-expect-error -- namespaces, extension and connection follow from the rest
  openShift: { computeNamespaces: ['ml-jobs'] },
};

export const keyInDescription: AzureMLPlatformSpec = {
  ...smallest,
  // @ts-expect-error -- a description refers to secrets and does not hold them
  routerTls: { name: 'tls', source: { kind: 'inline', certificate: 'x', privateKey: SecretValue.of('y') } },
};

export const routerFromCertManager: AzureMLPlatformSpec = {
  ...smallest,
  routerTls: {
    name: 'tls',
    // @ts-expect-error -- azureml-fe cannot read what cert-manager writes
    source: { kind: 'certManager', issuer: { kind: 'Issuer', name: 'ca' }, dnsNames: ['ml.contoso.com'] },
  },
};

export const bothSchemes: AzureMLPlatformSpec = {
  ...smallest,
  // @ts-expect-error -- an ingress speaks HTTP or HTTPS
  ingresses: { scoring: { controller: 'nginx', http: {}, https: { host: 'ml.contoso.com', secretName: 'tls' } } },
};

export const heldCertificate: AzureMLPlatformSpec = {
  ...smallest,
  extension: {
    name: 'azureml',
    enableInference: {
      inferenceRouterServiceType: 'NodePort',
      // @ts-expect-error -- a platform refers to its secrets
      https: { sslCname: 'ml.contoso.com', certificate: 'pem', key: SecretValue.of('pem') },
    },
  },
};

export const heldSetting: AzureMLPlatformSpec = {
  ...smallest,
  // @ts-expect-error -- protected settings stay out of the description
  extension: { name: 'azureml', enableTraining: true, extraSettings: { protected: { own: SecretValue.of('x') } } },
};
