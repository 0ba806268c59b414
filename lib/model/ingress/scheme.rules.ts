import { listOf, object, optional, required, text, type Check, type FieldTable } from '../fields';
import type { IssueCode } from '../issue-codes';
import { issue, type Issue, type Path } from '../issues';
import { dnsSubdomain, wildcardHostName } from '../names';
import type { CertManagerIssuer } from '../tls/cert-manager-issuer';
import { certManagerIssuer } from '../tls/cert-manager-issuer.rules';
import { INGRESS_FORMATS } from './ingress-formats';
import type { GatewayCertificate, SecretCertificate } from './scoring-ingress';

/** That cert-manager is asked for the certificate. */
interface CertManagerRequest {
  readonly issuer: CertManagerIssuer;
}

/** What http or https may hold when nobody checked its types. */
interface LooseScheme {
  readonly host?: string;
  readonly hosts?: readonly string[];
  readonly secretName?: string;
  readonly certManager?: CertManagerRequest;
  readonly gatewayCertificate?: string;
}

/** The part of an ingress that says how it is reached, when nobody checked its types. */
export interface LooseSchemes {
  readonly http?: LooseScheme;
  readonly https?: LooseScheme;
}

const HOSTS = {
  host: optional(text(wildcardHostName)),
  hosts: optional(listOf(text(wildcardHostName))),
} satisfies FieldTable<Pick<LooseScheme, 'host' | 'hosts'>>;

const SECRET_CERTIFICATE = {
  secretName: optional(text(dnsSubdomain)),
  certManager: optional(object<CertManagerRequest>({ issuer: required(certManagerIssuer()) })),
  gatewayCertificate: optional(refused('ingress/gateway-certificate-elsewhere')),
} satisfies FieldTable<SecretCertificate>;

const ANY_CERTIFICATE = {
  ...SECRET_CERTIFICATE,
  gatewayCertificate: optional(text(INGRESS_FORMATS.gatewayItem)),
} satisfies FieldTable<GatewayCertificate>;

/** The properties http and https, with certificates in a Secret only. */
export const SCHEME_FIELDS = {
  http: optional(object(HOSTS)),
  https: optional(object({ ...HOSTS, ...SECRET_CERTIFICATE })),
};

/** The properties http and https, with certificates in a Secret or in the gateway. */
export const GATEWAY_SCHEME_FIELDS = {
  http: optional(object(HOSTS)),
  https: optional(object({ ...HOSTS, ...ANY_CERTIFICATE })),
};

/**
 * The rules between the properties of http and https.
 * @param spec - an ingress whose shape is right
 */
export function schemeIssues(spec: LooseSchemes): Issue[] {
  const { http, https } = spec;
  if ((http === undefined) === (https === undefined)) return [issue('ingress/http-or-https', [])];
  if (https === undefined) return http === undefined ? [] : hostChoiceIssues(http, ['http']);
  return [...hostChoiceIssues(https, ['https']), ...certificateIssues(https)];
}

/** The hosts of an ingress whose shape is right. */
export function hostsOf({ http, https }: LooseSchemes): readonly string[] {
  const scheme = https ?? http ?? {};
  return scheme.hosts ?? (scheme.host === undefined ? [] : [scheme.host]);
}

function hostChoiceIssues(scheme: LooseScheme, path: Path): Issue[] {
  return scheme.host !== undefined && scheme.hosts !== undefined ? [issue('ingress/host-or-hosts', path)] : [];
}

function certificateIssues(https: LooseScheme): Issue[] {
  const bySecret = https.secretName !== undefined;
  const byGateway = https.gatewayCertificate !== undefined;
  const isMixed = bySecret === byGateway || (byGateway && https.certManager !== undefined);
  if (isMixed) return [issue('ingress/certificate', ['https'])];
  if (https.host !== undefined || https.hosts !== undefined) return [];
  return [issue(byGateway ? 'ingress/tls-without-host' : 'ingress/host-missing', ['https'])];
}

/** A property that exists elsewhere, and here for its reason only. */
function refused(code: IssueCode): Check {
  return (_value, path) => [issue(code, path)];
}
