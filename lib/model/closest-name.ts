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
    .filter((name) => Math.abs(fold(name).length - folded.length) <= limit)
    .map((name) => ({ name, distance: editDistance(folded, fold(name)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance);
  return ranked[0]?.name;
}

function fold(name: string): string {
  return lowerCase(name).replaceAll(/[-_. ]/g, '');
}

/** Edit distance: insertions, deletions and replacements of one character, and swaps of two neighbours. */
function editDistance(one: string, other: string): number {
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
  }
  return distanceAt(rows, one.length, other.length);
}

function distanceAt(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Infinity;
}
