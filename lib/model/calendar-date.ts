import { textFormat } from './text-format';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A day as ISO 8601 writes it, in UTC. */
export const calendarDate = textFormat<'CalendarDate'>({
  noun: 'date',
  code: 'support/date',
  expected: 'YYYY-MM-DD',
  accepts: DATE,
});
