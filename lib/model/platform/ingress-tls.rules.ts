import { equalText } from '../deferred';
import { coversHost } from '../host-match';
import type { ResolvedCertificate, ResolvedScoringIngress } from '../ingress/scoring-ingress';
import { hostnameExtension } from '../ingress/served-hosts';
import { issue, printText, type Issue, type Path } from '../issues';
import { certificateHostIssues } from '../tls/certificate.rules';
import type { ResolvedIngressTlsSecret } from '../tls/ingress-tls-secret';
import type { ResolvedTlsSecret } from '../tls/tls-secret-set.rules';

/**
 * Whether an ingress refers to the secret of azureml-fe, which controllers cannot read.
 * @returns issues whose path starts with the position of the ingress
 */
export function ingressSecretIssues(
  ingresses: readonly ResolvedScoringIngress[],
  secrets: readonly ResolvedTlsSecret[],
): Issue[] {
  const routerSecrets = secrets.filter(({ usedBy }) => usedBy === 'azureml-fe').map(({ secretName }) => secretName);
  return ingresses.flatMap(({ certificate }, index) => {
    if (certificate?.kind !== 'secret') return [];
    const { secretName } = certificate;
    if (!routerSecrets.some((name) => equalText(name, secretName) === true)) return [];
    return [issue('platform/ingress-with-router-secret', [index, 'https', 'secretName'], { received: secretName })];
  });
}

/**
 * Whether cert-manager is asked by an ingress for a certificate in a Secret that is made by other means too.
 * @returns issues whose path starts with the position of the ingress
 */
export function secretMakerIssues(
  ingresses: readonly ResolvedScoringIngress[],
  secrets: readonly ResolvedTlsSecret[],
): Issue[] {
  return ingresses.flatMap(({ certificate }, index) => {
    const secret = certificate?.kind === 'secret' && certificate.issuer ? secretOf(certificate, secrets) : undefined;
    if (secret === undefined) return [];
    const isRequested = secret.source.kind === 'certManager';
    const code = isRequested ? 'platform/certificate-requested-twice' : 'platform/secret-made-twice';
    return [issue(code, [index, 'https', 'certManager'], { received: secret.secretName })];
  });
}

/**
 * Whether the certificate in a Secret, where it is known or requested here, covers the hosts of the ingress that refers
 * to it.
 * @returns issues whose path starts with the position of the ingress
 */
export function ingressCertificateIssues(
  ingresses: readonly ResolvedScoringIngress[],
  secrets: readonly ResolvedTlsSecret[],
): Issue[] {
  return ingresses.flatMap((ingress, index) => {
    const secret = secretOf(ingress.certificate, secrets);
    return secret === undefined
      ? []
      : placedHosts(ingress).flatMap(({ host, path }) => hostIssues(secret, host, [index, ...path]));
  });
}

/** The secret that an ingress refers to, when it is described for one. */
function secretOf(
  certificate: ResolvedCertificate | undefined,
  secrets: readonly ResolvedTlsSecret[],
): ResolvedIngressTlsSecret | undefined {
  if (certificate?.kind !== 'secret') return undefined;
  return secrets
    .filter((one) => one.usedBy === 'ingress')
    .find(({ secretName }) => equalText(secretName, certificate.secretName) === true);
}

/** The host names of an ingress, and where its description has them. */
function placedHosts(ingress: ResolvedScoringIngress): { readonly host: string; readonly path: Path }[] {
  return [
    ...ingress.hosts.map((host) => ({ host, path: ['https'] })),
    ...hostnameExtension(ingress).map((host, position) => ({ host, path: ['hostnameExtension', position] })),
  ];
}

function hostIssues({ name, source }: ResolvedIngressTlsSecret, host: string, path: Path): Issue[] {
  switch (source.kind) {
    case 'inline':
      return certificateHostIssues(source.certificate, host, path);
    case 'certManager': {
      const { dnsNames } = source;
      if (dnsNames.some((requested) => coversHost(requested, host))) return [];
      const expected = `one that matches ${dnsNames.join(', ')}`;
      const fix = `request the certificate for it too: add it to source.dnsNames of the IngressTlsSecret ${JSON.stringify(printText(name))}`;
      return [issue('tls/host-not-covered', path, { received: host, expected, fix })];
    }
    case 'externalSecret':
    case 'secretProviderClass':
      return [];
  }
}
