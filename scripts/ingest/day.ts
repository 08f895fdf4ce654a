import { parsePeriod } from '#stats/time/period.ts';
import { UserError } from '../terminal/user-error.ts';

/** A day as the command line gives it; today, in UTC, where it gives none. @throws Complaint */
export function dayOf(option: string, text: string | undefined): string {
  const day = text ?? new Date().toISOString().slice(0, 10);
  if (parsePeriod(day)?.basis === 'day') return day;
  throw new UserError(`${option} ${day} is not a day: write YYYY-MM-DD.`);
}
