import { certificate, clusterIssuer, issuer } from './cert-manager';
import { externalSecret } from './external-secrets';
import { instanceType } from './instance-type';
import type { CustomKind } from './schema';
import { securityContextConstraints } from './security-context-constraints';
import { secretProviderClass } from './secrets-store';

/** The kinds of others that our manifests use. */
export const CUSTOM_KINDS: readonly CustomKind[] = [
  certificate,
  issuer,
  clusterIssuer,
  externalSecret,
  instanceType,
  secretProviderClass,
  securityContextConstraints,
];
