import { extensionNameCheck } from '../extension/extension-name';
import { isDeferred } from '../deferred';
import { fieldIssues, isWellShaped, required, variant, type FieldTable } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { certificateHash } from './certificate-hash';
import type { RouterTlsSecretSpec } from './router-tls-secret';
import { TLS_SECRET_FIELDS, tlsSecretNameIssues } from './tls-secret.rules';
import type { TlsSource } from './tls-source';
import { TLS_SOURCES } from './tls-source.rules';

const ROUTER_TLS_SECRET = {
  ...TLS_SECRET_FIELDS,
  extensionName: required(extensionNameCheck()),
  source: required(routerSourceIssues),
} satisfies FieldTable<RouterTlsSecretSpec>;

/**
 * Everything that is wrong or unwise with the TLS secret of azureml-fe.
 * @param spec - the secret as given
 */
export function routerTlsSecretIssues(spec: RouterTlsSecretSpec): Issue[] {
  const shape = fieldIssues(spec, ROUTER_TLS_SECRET, []);
  if (!isWellShaped(shape)) return shape;
  return [...shape, ...tlsSecretNameIssues(spec.name, routerRevision(spec.source), shape)];
}

/**
 * What the name of azureml-fe's Secret ends in: the revision given, otherwise the hash of a certificate that is known.
 * @param source - where certificate and key come from
 */
export function routerRevision(source: TlsSource): string | undefined {
  if (source.revision !== undefined || source.kind !== 'inline') return source.revision;
  return isDeferred(source.certificate) ? undefined : certificateHash(source.certificate);
}

function routerSourceIssues(value: unknown, path: Path): Issue[] {
  if (isCertManager(value)) return [issue('tls/router-cert-manager', [...path, 'kind'])];
  const issues = variant('kind', TLS_SOURCES)(value, path);
  if (!isWellShaped(issues)) return issues;
  const source = value as TlsSource;
  const isSplitByDriver = source.kind === 'secretProviderClass' && source.bundle !== undefined;
  return [
    ...issues,
    ...(isSplitByDriver ? [issue('tls/router-bundle', [...path, 'bundle'])] : []),
    ...(routerRevision(source) === undefined ? [issue('tls/revision-required', [...path, 'revision'])] : []),
  ];
}

function isCertManager(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'certManager';
}
