import { issue } from './issues';
import { assertValid } from './validation-error';

/**
 * Refuses to load a sub-path whose peers are not installed, with the command that installs them.
 * @param subPath - the sub-path as it is imported, for example `azureml-kubernetes/cdk8s`
 * @param peers - the names of the packages it builds on
 * @param resolvePeer - finds a package from the folder of the caller, and throws when it is not there
 * @throws ValidationError that names every missing package
 */
export function requirePeers(subPath: string, peers: readonly string[], resolvePeer: (name: string) => unknown): void {
  const missing = peers.filter((name) => !canResolve(name, resolvePeer));
  const fix = `npm install ${missing.join(' ')}`;
  assertValid(
    subPath,
    missing.map((name) => issue('package/missing-peer', [name], { fix })),
  );
}

function canResolve(name: string, resolvePeer: (name: string) => unknown): boolean {
  try {
    resolvePeer(name);
    return true;
  } catch {
    return false;
  }
}
