import { calendarDate } from '../calendar-date';
import { issue, type Issue, type Path } from '../issues';
import { parseLiteral, textFormat } from '../text-format';
import { assertValid } from '../validation-error';
import { AKS_KUBERNETES_CALENDAR, type KubernetesCalendarRow, type KubernetesMinor } from './kubernetes-calendar';

const VERSION = /^v?1\.(0|[1-9]\d*)(\.\d+)?([-+][0-9A-Za-z.+-]+)?$/;

/** How many minors are supported: the newest and two before it. */
const WINDOW_SIZE = 3;

/** A version of Kubernetes as clusters print it: `1.36`, `v1.36.3`, `1.33.5-gke.1080000`. */
export const kubernetesVersion = textFormat<'KubernetesVersion'>({
  noun: 'Kubernetes version',
  code: 'support/kubernetes-version',
  expected: 'a minor such as 1.36, or a version such as 1.36.3',
  accepts: VERSION,
});

/** The newest generally available minor of AKS is known. */
export interface NewestMinorBasis {
  readonly kind: 'newestMinor';
  /** The newest generally available minor of AKS, for example `1.37`. */
  readonly minor: string;
}

/** The newest generally available minor of AKS on a date; a minor counts from the first day of its month. */
export interface DateBasis {
  readonly kind: 'date';
  /** `YYYY-MM-DD`; the library has no clock. */
  readonly date: string;
  /**
   * The release calendar of AKS.
   * @default - {@link AKS_KUBERNETES_CALENDAR}
   */
  readonly calendar?: readonly KubernetesCalendarRow[];
}

/** What the support window follows from. */
export type KubernetesWindowBasis = NewestMinorBasis | DateBasis;

/**
 * The minors of Kubernetes that the extension supports with all their patches, newest first: N, N-1 and N-2, where N is
 * the newest generally available minor of AKS.
 * @param basis - the newest minor, or a date
 * @throws ValidationError when the basis cannot be read
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * kubernetesWindow({ kind: 'newestMinor', minor: '1.20' }); // ['1.20', '1.19', '1.18']
 */
export function kubernetesWindow(basis: KubernetesWindowBasis): KubernetesMinor[] {
  return windowOf(newestMinor(basis));
}

/**
 * Whether the extension supports a version of Kubernetes. Nothing is refused for it: such clusters exist and run, only
 * without support.
 * @param version - the version of the cluster
 * @param basis - what the support window follows from
 * @param path - where the version is in the description
 * @throws ValidationError when the basis cannot be read
 */
export function kubernetesVersionIssues(version: unknown, basis: KubernetesWindowBasis, path: Path = []): Issue[] {
  const shape = kubernetesVersion.issues(version, path);
  const minor = typeof version === 'string' ? minorNumber(version) : undefined;
  if (shape.length > 0 || minor === undefined) return shape;
  const newest = newestMinor(basis);
  const window = windowOf(newest);
  if (window.includes(`1.${String(minor)}`)) return [];
  const facts = { received: version, expected: `one of ${window.join(', ')}` };
  if (minor > newest) return [issue('support/kubernetes-too-new', path, facts)];
  const code = hasLongTermSupport(minor, basis) ? 'support/kubernetes-long-term' : 'support/kubernetes-outside-window';
  return [issue(code, path, facts)];
}

function windowOf(newest: number): KubernetesMinor[] {
  const size = Math.min(WINDOW_SIZE, newest + 1);
  return Array.from({ length: size }, (_, age): KubernetesMinor => `1.${String(newest - age)}`);
}

function newestMinor(basis: KubernetesWindowBasis): number {
  if (basis.kind === 'newestMinor') {
    return minorNumber(parseLiteral(kubernetesVersion, basis.minor, ['minor'])) ?? 0;
  }
  const month = monthOf(basis.date);
  const available = calendarOf(basis).flatMap(({ minor, generallyAvailable }) =>
    generallyAvailable <= month ? (minorNumber(minor) ?? []) : [],
  );
  if (available.length === 0) {
    assertValid('support window', [issue('support/calendar-too-young', ['date'], { received: basis.date })]);
  }
  return Math.max(...available);
}

function hasLongTermSupport(minor: number, basis: KubernetesWindowBasis): boolean {
  if (basis.kind === 'newestMinor') return false;
  const row = calendarOf(basis).find((one) => minorNumber(one.minor) === minor);
  return row !== undefined && row.longTermSupportEnds >= monthOf(basis.date);
}

function calendarOf({ calendar }: DateBasis): readonly KubernetesCalendarRow[] {
  return calendar ?? AKS_KUBERNETES_CALENDAR;
}

function monthOf(date: string): string {
  return parseLiteral(calendarDate, date, ['date']).slice(0, 7);
}

/** The number of the minor; `undefined` when the text is no version, for example because it is not known yet. */
export function minorNumber(version: string): number | undefined {
  const match = VERSION.exec(version);
  return match === null ? undefined : Number(match[1]);
}
