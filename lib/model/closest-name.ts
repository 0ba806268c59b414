import { lowerCase } from './deferred';

const MAX_DISTANCE = 3;
const LETTERS_PER_ERROR = 2;

/**
 * The name that was probably meant: equal but for letter case, or a few typing errors away.
 * @param received - the name as written
 * @param names - the names that exist
 * @param lettersPerError - how many letters there have to be for each error; few where anything else is wrong
 * @returns `undefined` when none is near
 */
export function closestName(
  received: string,
  names: readonly string[],
  lettersPerError = LETTERS_PER_ERROR,
): string | undefined {
  const folded = fold(received);
  const limit = Math.min(MAX_DISTANCE, Math.floor(folded.length / lettersPerError));
  const ranked = names
    .map((name) => ({ name, other: fold(name) }))
    .filter(({ other }) => Math.abs(other.length - folded.length) <= limit)
    .map(({ name, other }) => ({ name, distance: editDistance(folded, other, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance);
  const nearest = ranked.filter(({ distance }) => distance === ranked[0]?.distance);
  return nearest.length < 2 ? nearest[0]?.name : closestInPunctuation(received, nearest);
}

/** Of names that are as near as each other, the one whose separators are nearer too. */
function closestInPunctuation(received: string, names: readonly { readonly name: string }[]): string | undefined {
  const ranked = names
    .map(({ name }) => ({ name, distance: editDistance(lowerCase(received), lowerCase(name), Infinity) }))
    .sort((one, other) => one.distance - other.distance);
  return ranked[0]?.name;
}

function fold(name: string): string {
  return lowerCase(name).replaceAll(/[-_. ]/g, '');
}

/**
 * Edit distance: insertions, deletions and replacements of one character, and swaps of two neighbours. Beyond the limit
 * it is infinite: two neighbouring rows beyond it never lead back.
 */
function editDistance(one: string, other: string, limit: number): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        distanceAt(rows, row - 1, column) + 1,
        (current[column - 1] ?? 0) + 1,
        distanceAt(rows, row - 1, column - 1) + (same ? 0 : 1),
        swapped ? distanceAt(rows, row - 2, column - 2) + 1 : Infinity,
      );
    }
    rows.push(current);
    if (Math.min(...current) > limit && Math.min(...(rows[row - 1] ?? [])) > limit) return Infinity;
  }
  return distanceAt(rows, one.length, other.length);
}

function distanceAt(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Infinity;
}
