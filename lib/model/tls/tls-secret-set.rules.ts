import { issue, type Issue } from '../issues';
import type { ResolvedIngressTlsSecret } from './ingress-tls-secret';
import type { ResolvedRouterTlsSecret } from './router-tls-secret';

/** A checked TLS secret: of an ingress or of azureml-fe. */
export type ResolvedTlsSecret = ResolvedIngressTlsSecret | ResolvedRouterTlsSecret;

const USERS = { ingress: 'an ingress', 'azureml-fe': 'azureml-fe' } as const;

/**
 * The rules between the TLS secrets of one cluster.
 * @param secrets - all of them
 * @returns issues whose path starts with the position of the secret
 */
export function tlsSecretSetIssues(secrets: readonly ResolvedTlsSecret[]): Issue[] {
  return secrets.flatMap(({ secretName }, index) => {
    const first = secrets.findIndex((other) => other.secretName === secretName);
    const other = secrets[first];
    if (first === index || other === undefined) return [];
    const message = `the name is already that of the TLS secret of ${USERS[other.usedBy]}`;
    return [issue('tls/secret-name-taken', [index, 'name'], { received: secretName, message })];
  });
}
