import { calendarDate } from '../calendar-date';
import { listOf, literal, object, oneOf, optional, required, variant, type FieldTable } from '../fields';
import { plainText } from '../names';
import type { KubernetesCalendarRow } from './kubernetes-calendar';
import { kubernetesVersion, type DateBasis, type NewestMinorBasis } from './kubernetes-window';

const CALENDAR_ROW = {
  minor: required(literal(kubernetesVersion)),
  generallyAvailable: required(literal(plainText)),
  endOfLife: required(literal(plainText)),
  longTermSupportEnds: required(literal(plainText)),
} satisfies FieldTable<KubernetesCalendarRow>;

/** What the support window follows from, in a description. */
export const kubernetesWindowBasis = variant('kind', {
  newestMinor: object({
    kind: required(oneOf(['newestMinor'])),
    minor: required(literal(kubernetesVersion)),
  } satisfies FieldTable<NewestMinorBasis>),
  date: object({
    kind: required(oneOf(['date'])),
    date: required(literal(calendarDate)),
    calendar: optional(listOf(object(CALENDAR_ROW))),
  } satisfies FieldTable<DateBasis>),
});
