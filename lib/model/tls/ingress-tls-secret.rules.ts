import { fieldIssues, isWellShaped, required, variant, type FieldTable } from '../fields';
import type { Issue } from '../issues';
import type { IngressTlsSecretSpec, IngressTlsSource } from './ingress-tls-secret';
import { TLS_SECRET_FIELDS, tlsSecretNameIssues } from './tls-secret.rules';
import { CERT_MANAGER_SOURCE, TLS_SOURCES } from './tls-source.rules';

const INGRESS_TLS_SECRET = {
  ...TLS_SECRET_FIELDS,
  source: required(variant('kind', { ...TLS_SOURCES, ...CERT_MANAGER_SOURCE })),
} satisfies FieldTable<IngressTlsSecretSpec>;

/**
 * Everything that is wrong or unwise with the TLS secret of an ingress.
 * @param spec - the secret as given
 */
export function ingressTlsSecretIssues(spec: IngressTlsSecretSpec): Issue[] {
  const shape = fieldIssues(spec, INGRESS_TLS_SECRET, []);
  if (!isWellShaped(shape)) return shape;
  return [...shape, ...tlsSecretNameIssues(spec.name, ingressRevision(spec.source), shape)];
}

/**
 * What the name of an ingress's Secret ends in, when there is such. Controllers notice new content under an old name.
 * @param source - where certificate and key come from
 */
export function ingressRevision(source: IngressTlsSource): string | undefined {
  return source.kind === 'certManager' ? undefined : source.revision;
}
