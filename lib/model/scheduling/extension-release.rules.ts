import { issue, type Issue, type Path } from '../issues';
import { EXTENSION_FEATURES, extensionVersion, releaseHas } from '../support/extension-features';
import { amlarcTaintName } from './amlarc-taints';
import type { Taint } from './taint';

/** The first release of the extension whose pods tolerate amlarc taints (2022-11-29). */
export const FIRST_RELEASE_WITH_TAINTS = EXTENSION_FEATURES.taints.since;

/**
 * Whether a release of the extension tolerates the taints of the nodes.
 * @param taints - the taints of all nodes
 * @param release - the version of the extension, for example `1.1.88`; anything else is not judged
 * @param path - where the version is in the description
 */
export function extensionReleaseIssues(taints: readonly Taint[], release: string, path: Path): Issue[] {
  const uses = taints.some(({ key }) => amlarcTaintName(key) !== undefined);
  if (!uses || !isWithoutTaints(release)) return [];
  const expected = `${FIRST_RELEASE_WITH_TAINTS} or newer`;
  return [issue('scheduling/extension-too-old', path, { received: release, expected })];
}

/** A text that is no version is not judged, nor one that is not known yet. */
function isWithoutTaints(release: string): boolean {
  return extensionVersion.literalIssues(release, []).length === 0 && releaseHas(release, 'taints') === false;
}
