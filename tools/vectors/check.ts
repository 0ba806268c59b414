import { isDeepStrictEqual } from 'node:util';
import { caseOf, derive, expectedOf, type Actual } from './cases';
import { deviate } from './deviations';
import { CREATE_RULES, UPDATE_RULES } from './rules';
import { without, type Vector, type VectorFile, type VectorOutcome } from './vector';

/** A vector that our derivation does not reproduce, and that no deviation explains. */
export interface Mismatch {
  readonly vector: Vector;
  /** The outcome of the Azure CLI after the deviations that apply. */
  readonly expected: VectorOutcome;
  readonly actual: Actual | { readonly thrown: string };
  /** The fields that differ. */
  readonly fields: readonly string[];
}

/** What a file of vectors showed. */
export interface Report {
  readonly total: number;
  readonly equal: number;
  /** Vectors that are equal after a deviation, by its name. */
  readonly deviations: Readonly<Record<string, number>>;
  readonly mismatches: readonly Mismatch[];
}

/** Derives every vector of a file and compares the outcome, exactly, with that of the Azure CLI. */
export function checkVectors({ vectors }: VectorFile): Report {
  const results = vectors.map(checkVector);
  const names = results.flatMap((result) => result.names);
  return {
    total: vectors.length,
    equal: results.filter(({ mismatch, names: applied }) => mismatch === undefined && applied.length === 0).length,
    deviations: Object.fromEntries(
      [...new Set(names)].sort().map((name) => [name, names.filter((one) => one === name).length]),
    ),
    mismatches: results.flatMap(({ mismatch }) => (mismatch === undefined ? [] : [mismatch])),
  };
}

/** The report as lines to print. */
export function formatReport({ total, equal, deviations, mismatches }: Report): string {
  const explained = total - equal - mismatches.length;
  return [
    `${String(total)} vectors: ${String(equal)} equal, ${String(explained)} equal after a deviation, ${String(mismatches.length)} mismatches`,
    ...Object.entries(deviations).map(([name, count]) => `  deviation ${name}: ${String(count)}`),
    ...mismatches.map(formatMismatch),
  ].join('\n');
}

function checkVector(vector: Vector): { readonly names: readonly string[]; readonly mismatch?: Mismatch } {
  const one = caseOf(vector);
  const { outcome: expected, names } = deviate(expectedOf(vector), one);
  const actual = attempt(() => derive(one));
  const fields = 'thrown' in actual ? ['thrown'] : differences(vector.op, expected, actual);
  return fields.length === 0 ? { names } : { names: [], mismatch: { vector, expected, actual, fields } };
}

function attempt(action: () => Actual): Actual | { readonly thrown: string } {
  try {
    return action();
  } catch (error) {
    return { thrown: String(error) };
  }
}

/** The fields in which two outcomes differ. A list that is absent is empty. */
function differences(op: Vector['op'], expected: VectorOutcome, actual: Actual): readonly string[] {
  if (expected.ok !== actual.ok) return ['ok'];
  const [one, other] = [comparable(op, expected), comparable(op, actual)];
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].filter((field) => !isDeepStrictEqual(one[field], other[field])).sort();
}

function comparable(op: Vector['op'], outcome: VectorOutcome | Actual): Readonly<Record<string, unknown>> {
  if (outcome.ok) return { warnings: [], createsInAzure: [], ...outcome };
  if ('codes' in outcome) return { ...outcome, codes: outcome.codes };
  const { rule, errorType, ...rest } = outcome;
  const row = (op === 'create' ? CREATE_RULES : UPDATE_RULES).find((known) => known.rule === rule);
  if (row === undefined) return { ...rest, codes: [`unknown rule ${rule}`] };
  return { ...rest, codes: row.errorType === errorType ? [row.code] : [`${rule} with ${errorType}`] };
}

function formatMismatch({ vector, expected, actual, fields }: Mismatch): string {
  return [
    '',
    `mismatch ${vector.id}: ${fields.join(', ')}`,
    `  input    ${JSON.stringify(without(vector, 'outcome'))}`,
    `  expected ${JSON.stringify(expected)}`,
    `  actual   ${JSON.stringify(actual)}`,
  ].join('\n');
}
