import { parsePeriod } from '#stats/time/period.ts';
import { UserError } from '../terminal/user-error.ts';

/** A day from the command line; today, in UTC, if none is given. @throws Complaint */
export function dayOf(option: string, text: string | undefined): string {
  const day = text ?? new Date().toISOString().slice(0, 10);
  if (parsePeriod(day)?.basis === 'day') return day;
  throw new UserError(`${option} ${day} is not a day: write YYYY-MM-DD.`);
}
