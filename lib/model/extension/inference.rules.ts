import {
  fieldIssues,
  flag,
  isWellShaped,
  object,
  oneOf,
  optional,
  required,
  secret,
  text,
  type FieldTable,
} from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { dnsSubdomain, hostName, plainText } from '../names';
import { certificatePairIssues } from '../tls/certificate.rules';
import { pemCertificates } from '../tls/pem.rules';
import {
  ROUTER_SERVICE_TYPES,
  type HttpsByCertificate,
  type HttpsSpec,
  type InferenceSpec,
  type RouterExposure,
  type RouterServiceType,
} from './inference';

const HTTPS = {
  sslCname: required(text(hostName)),
  sslSecret: optional(text(dnsSubdomain)),
  certificate: optional(text(pemCertificates)),
  key: optional(secret()),
} satisfies FieldTable<HttpsSpec>;

const INFERENCE = {
  inferenceRouterServiceType: required(oneOf(ROUTER_SERVICE_TYPES)),
  internalLoadBalancerProvider: optional(oneOf(['azure'])),
  allowInsecureConnections: optional(flag()),
  https: optional(httpsIssues),
  inferenceRouterHA: optional(flag()),
  nginxIngressController: optional(text(plainText)),
} satisfies FieldTable<InferenceSpec>;

/**
 * What is wrong with the description of online endpoints by itself; `false` means none.
 * @param value - what was given
 * @param path - where it is
 */
export function inferenceIssues(value: unknown, path: Path): Issue[] {
  if (value === false) return [];
  if (value === true) return [issue('extension/inference-choices', path, { received: value })];
  const shape = object(INFERENCE)(value, path);
  if (!isWellShaped(shape)) return shape;
  const spec = value as InferenceSpec;
  return [...shape, ...securityIssues(spec, path), ...balancerIssues(spec, path)];
}

function securityIssues(spec: InferenceSpec, path: Path): Issue[] {
  const { https, allowInsecureConnections = false } = spec;
  return (https === undefined) === allowInsecureConnections ? [] : [issue('extension/https-or-insecure', path)];
}

/** Types say that a NodePort has none; descriptions that come as plain data may not keep to it. */
function balancerIssues(
  { inferenceRouterServiceType, internalLoadBalancerProvider: received }: RouterExposure,
  path: Path,
): Issue[] {
  const place = [...path, 'internalLoadBalancerProvider'];
  if (received === undefined) return [];
  switch (inferenceRouterServiceType as RouterServiceType) {
    case 'LoadBalancer':
      return [];
    case 'NodePort':
      return [issue('extension/internal-load-balancer', place, { received })];
    case 'ClusterIP':
      return [issue('extension/internal-load-balancer-unused', place, { received })];
  }
}

function httpsIssues(value: unknown, path: Path): Issue[] {
  const shape = fieldIssues(value, HTTPS, path);
  if (!isWellShaped(shape)) return shape;
  const https = value as HttpsSpec;
  const { sslSecret, certificate, key } = https;
  const pair = [certificate, key].filter((part) => part !== undefined).length;
  const complete = sslSecret === undefined ? pair === 2 : pair === 0;
  if (!complete) return [...shape, issue('extension/https-source', path)];
  return https.sslSecret === undefined ? [...shape, ...pairIssues(https, path)] : shape;
}

/** A host that is no host is not compared with the certificate. */
function pairIssues({ certificate, key, sslCname }: HttpsByCertificate, path: Path): Issue[] {
  const cname = [...path, 'sslCname'];
  const known = hostName.issues(sslCname, cname).length === 0 ? { cname: sslCname } : {};
  return certificatePairIssues(
    { certificate, key, ...known },
    { certificate: [...path, 'certificate'], key: [...path, 'key'], cname },
  );
}
