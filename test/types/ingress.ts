import type { ScoringIngressSpec } from 'azureml-kubernetes';

const https = { host: 'ml.contoso.com', secretName: 'scoring-tls' };

export const plain: ScoringIngressSpec = { controller: 'nginx', http: {} };
export const secure: ScoringIngressSpec = { controller: 'nginx', https };
export const older: ScoringIngressSpec = { controller: 'applicationGateway', classSelection: 'annotation', https };
export const byGateway: ScoringIngressSpec = { controller: 'applicationGateway', https: { gatewayCertificate: 'c' } };
export const other: ScoringIngressSpec = {
  controller: 'other',
  ingressClassName: 'traefik',
  http: { hosts: ['a.com'] },
};

// @ts-expect-error -- whether requests travel in clear is never a default
export const neither: ScoringIngressSpec = { controller: 'nginx' };

// @ts-expect-error -- one ingress is for HTTP or for HTTPS
export const both: ScoringIngressSpec = { controller: 'nginx', http: {}, https };

// @ts-expect-error -- a certificate in a Secret is for hosts
export const withoutHost: ScoringIngressSpec = { controller: 'nginx', https: { secretName: 'tls' } };

// @ts-expect-error -- HTTPS needs a certificate
export const withoutCertificate: ScoringIngressSpec = { controller: 'nginx', https: { host: 'a.com' } };

// @ts-expect-error -- one of the two says which hosts there are
export const hostTwice: ScoringIngressSpec = { controller: 'nginx', http: { host: 'a.com', hosts: ['b.com'] } };

// @ts-expect-error -- only Application Gateway holds certificates itself
export const elsewhere: ScoringIngressSpec = { controller: 'nginx', https: { host: 'a.com', gatewayCertificate: 'c' } };

export const certificateTwice: ScoringIngressSpec = {
  controller: 'applicationGateway',
  // @ts-expect-error -- the certificate comes from one place
  https: { ...https, gatewayCertificate: 'c' },
};

export const requestedForGateway: ScoringIngressSpec = {
  controller: 'applicationGateway',
  // @ts-expect-error -- cert-manager writes Secrets, not certificates of the gateway
  https: { gatewayCertificate: 'c', certManager: { issuer: { kind: 'Issuer', name: 'ca' } } },
};

export const foreignIssuer: ScoringIngressSpec = {
  controller: 'nginx',
  // @ts-expect-error -- a kind that cert-manager does not have needs its group
  https: { ...https, certManager: { issuer: { kind: 'StepIssuer', name: 'step' } } },
};

// @ts-expect-error -- Kubernetes refuses the class in both forms
export const classTwice: ScoringIngressSpec = {
  controller: 'applicationGateway',
  classSelection: 'annotation',
  ingressClassName: 'agic',
  http: {},
};

// @ts-expect-error -- nobody knows the class of another controller
export const withoutClass: ScoringIngressSpec = { controller: 'other', http: {} };

// @ts-expect-error -- nginx takes seconds without a unit
export const unit: ScoringIngressSpec = { controller: 'nginx', http: {}, readTimeoutSeconds: '300s' };

// @ts-expect-error -- nginx has no such unit
export const size: ScoringIngressSpec = { controller: 'nginx', http: {}, bodySize: '64Mi' };

// @ts-expect-error -- buffers are not counted in g
export const bufferSize: ScoringIngressSpec = { controller: 'nginx', http: {}, clientBodyBufferSize: '1g' };

// @ts-expect-error -- "yes" is no boolean for the controllers
export const redirect: ScoringIngressSpec = { controller: 'nginx', https, sslRedirect: 'yes' };

// @ts-expect-error -- an option of Application Gateway
export const gatewayOption: ScoringIngressSpec = { controller: 'nginx', http: {}, usePrivateIp: true };

// @ts-expect-error -- an option of ingress-nginx
export const nginxOption: ScoringIngressSpec = { controller: 'applicationGateway', http: {}, bodySize: '50m' };

export const draining: ScoringIngressSpec = {
  controller: 'applicationGateway',
  http: {},
  // @ts-expect-error -- the switch is given by the property itself
  connectionDraining: { timeoutSeconds: 60, enabled: false },
};

// @ts-expect-error -- nginx has no such condition
export const condition: ScoringIngressSpec = { controller: 'nginx', http: {}, nextUpstream: ['http_501'] };
