import { lowerCase } from './deferred';

const MAX_DISTANCE = 3;

/**
 * The name that was probably meant: equal but for letter case, or a few typing errors away.
 * @param received - the name as written
 * @param names - the names that exist
 * @returns `undefined` when none is near
 */
export function closestName(received: string, names: readonly string[]): string | undefined {
  const folded = fold(received);
  const limit = Math.min(MAX_DISTANCE, Math.floor(folded.length / 2));
  const ranked = names
    .map((name) => ({ name, distance: editDistance(folded, fold(name)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance);
  return ranked[0]?.name;
}

function fold(name: string): string {
  return lowerCase(name).replaceAll(/[-_. ]/g, '');
}

/** Levenshtein distance: insertions, deletions and replacements of one character. */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
