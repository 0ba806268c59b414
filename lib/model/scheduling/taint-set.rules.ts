import { closestName } from '../closest-name';
import { equalText, isDeferred } from '../deferred';
import { issue, type Issue, type Path } from '../issues';
import { AMLARC_TAINTS, amlarcTaintName, type AmlarcTaintName, type ExtensionPodKind } from './amlarc-taints';
import { formatTaint, isHardTaint, type Taint } from './taint';

/** A taint and where the user wrote it. */
export interface PlacedTaint {
  readonly taint: Taint;
  readonly path: Path;
}

const AMLARC_PREFIX = 'ml.azure.com/';
const KINDS: readonly ExtensionPodKind[] = ['extensionSystem', 'workload'];

/**
 * The rules between all taints of one node: what Kubernetes refuses, and what nobody tolerates.
 * @param taints - all of them, with their places
 */
export function taintSetIssues(taints: readonly PlacedTaint[]): Issue[] {
  const own = taints.flatMap(({ taint, path }) => amlarcKeyIssues(taint, path));
  return [...duplicateIssues(taints), ...own, ...(own.length > 0 ? [] : nobodyEntersIssues(taints))];
}

/**
 * Whether the amlarc taints of a node let any pods of a kind in: foreign taints are left out, as settings of the
 * extension can add tolerations for them.
 */
export function mayEnter(kind: ExtensionPodKind, taints: readonly Taint[]): boolean {
  const hard = taints.filter((taint) => isHardTaint(taint) && amlarcTaintName(taint.key) !== undefined);
  return hard.every((taint, index) => {
    const name = amlarcTaintName(taint.key);
    if (name === undefined || !(AMLARC_TAINTS[name].toleratedBy as readonly ExtensionPodKind[]).includes(kind)) {
      return false;
    }
    return !hard.slice(0, index).some((other) => other.key === taint.key && differs(other, taint));
  });
}

function differs(one: Taint, other: Taint): boolean {
  return equalText(one.value, other.value) === false;
}

function duplicateIssues(taints: readonly PlacedTaint[]): Issue[] {
  return taints.flatMap(({ taint, path }, index) => {
    const seen = taints
      .slice(0, index)
      .some(({ taint: { key, effect } }) => key === taint.key && effect === taint.effect);
    return seen ? [issue('scheduling/taint-duplicate', path, { received: formatTaint(taint) })] : [];
  });
}

function amlarcKeyIssues(taint: Taint, path: Path): Issue[] {
  const name = amlarcTaintName(taint.key);
  if (name !== undefined) return amlarcValueIssues(name, taint, path);
  if (!taint.key.startsWith(AMLARC_PREFIX)) return [];
  const keys = Object.values(AMLARC_TAINTS).map(({ key }) => key);
  const closest = closestName(taint.key, keys);
  const fix = closest === undefined ? {} : { fix: `did you mean ${JSON.stringify(closest)}?` };
  return [issue('scheduling/unknown-amlarc-taint', path, { received: taint.key, ...fix })];
}

function amlarcValueIssues(name: AmlarcTaintName, taint: Taint, path: Path): Issue[] {
  const row = AMLARC_TAINTS[name];
  const fits = 'value' in row ? taint.value === row.value : taint.value !== '';
  if (fits || isDeferred(taint.value)) return [];
  const expected = 'value' in row ? row.value : `the name of a ${row.title.replace('amlarc ', '')}`;
  return [issue('scheduling/amlarc-taint-value', path, { received: taint.value, expected })];
}

/** Names the first taint that closes the node for the last kind of pods. */
function nobodyEntersIssues(taints: readonly PlacedTaint[]): Issue[] {
  const closing = taints.find((_, index) => {
    const together = taints.slice(0, index + 1).map(({ taint }) => taint);
    return !KINDS.some((kind) => mayEnter(kind, together));
  });
  if (closing === undefined) return [];
  return [issue('scheduling/taints-nobody-enters', closing.path, { received: formatTaint(closing.taint) })];
}
