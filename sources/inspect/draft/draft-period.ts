/** The part of a draft about periods: how they are written, and what only a person can say of them. */
import type { DraftChoice, ChoiceAnswer } from './choice.ts';
import type { ColumnLook } from '../column.ts';
import { flow, question } from './draft-layout.ts';
import type { Look } from '../look.ts';
import type { Parts } from '../parts.ts';
import type { SpreadColumns } from '../spread-columns.ts';

export interface PeriodDraft {
  readonly line: string;
  readonly choice: DraftChoice | null;
}

const FLAG = 'period-as';

const answerOf = (answer: string, role: unknown, means?: string): ChoiceAnswer => ({
  answer,
  ...(means !== undefined && { means }),
  set: [{ path: ['period'], value: role }],
});

const certain = (line: string): PeriodDraft => ({ line, choice: null });

/** Years of two numbers: those of the US government, those that begin in a month, or from the first to the last. */
const splitYears = (column: string, format: unknown): ChoiceAnswer[] => [
  answerOf('us-fiscal-year', { column, format, basis: 'us-fiscal-year' }, 'US fiscal years'),
  ...Array.from({ length: 12 }, (_, i) =>
    answerOf(
      String(i + 1),
      { column, format, yearStarts: i + 1 },
      i === 0 ? 'the number of the month in which its years begin' : '',
    ),
  ),
  answerOf('interval', { column, format, basis: 'interval' }, 'from the first year to the last'),
];

/** A period by its format; what the cells leave open is a question. */
function byFormat({ name, twoWays, formats }: Pick<ColumnLook, 'name' | 'twoWays' | 'formats'>): PeriodDraft {
  const text = `How are the periods of ${JSON.stringify(name)} to be read`;
  if (twoWays) {
    const role = { column: name, format: 'yyyy-yy', basis: 'us-fiscal-year' };
    return {
      line: `period: ${flow(role)} # edit: taken for US fiscal years; other years of two numbers have yearStarts (their first month), and months have format: yyyy-MM`,
      choice: {
        flag: FLAG,
        text,
        answers: [...splitYears(name, 'yyyy-yy'), answerOf('months', { column: name, format: 'yyyy-MM' })],
      },
    };
  }
  const [first, ...others] = formats;
  const role = { column: name, format: first?.format ?? '', ...(first?.basis && { basis: first.basis }) };
  const doubts = [
    ...(others.length > 0
      ? [`its texts may also be ${others.map(({ format }) => String(format)).join(', ')}`]
      : []),
    ...(first?.basis ? ['taken for US fiscal years; other years have yearStarts (their first month)'] : []),
  ];
  if (doubts.length === 0) return certain(`period: ${flow(role)}`);
  const answers = formats.flatMap(({ format, basis }) =>
    basis ? splitYears(name, format) : [answerOf(String(format), { column: name, format })],
  );
  return {
    line: `period: ${flow(role)} # edit: ${doubts.join('; ')}`,
    choice: { flag: FLAG, text, answers },
  };
}

/** Whether a title, a heading or a text that is repeated in a column says fiscal year. */
function speaksOfFiscalYears({ table, columns, notes }: Look): boolean {
  const texts = columns.flatMap((c) => [c.name, ...c.texts.slice(0, 3).map(([text]) => text)]);
  return [...table.titles, ...table.below, ...texts, ...notes.map(({ text }) => text)].some((text) =>
    /fiscal year|año fiscal|(?<![A-Za-z])FY\s?\d/i.test(text),
  );
}

const IS_FISCAL = question(
  'taken for calendar years, but the file speaks of fiscal years; those have period: { year: ..., basis: us-fiscal-year }',
);

type YearRole = Readonly<Record<string, unknown>> & { readonly year: string };

/** Years of the calendar, where the file speaks of fiscal ones too. */
function calendarYears(role: string | YearRole, isInDoubt: boolean): PeriodDraft {
  const line = `period: ${flow(role)}`;
  if (!isInDoubt) return certain(line);
  const fiscal = { ...(typeof role === 'string' ? { year: role } : role), basis: 'us-fiscal-year' };
  return {
    line: `${line} ${IS_FISCAL}`,
    choice: {
      flag: FLAG,
      text: 'The file speaks of fiscal years. Which years are these',
      answers: [answerOf('calendar-year', role), answerOf('us-fiscal-year', fiscal)],
    },
  };
}

/** The period of columns across the top. */
function acrossPeriod(look: Look, { formats, isFiscal, part }: SpreadColumns, name: string): PeriodDraft {
  const isInDoubt = name === 'year' && !isFiscal && speaksOfFiscalYears(look);
  if (part !== null)
    return calendarYears(
      { year: name, [part]: part, ...(isFiscal && { basis: 'us-fiscal-year' }) },
      isInDoubt,
    );
  if (formats.length > 0) return byFormat({ name, twoWays: false, formats });
  return calendarYears(name, isInDoubt);
}

/** Days that are all the first of their month. */
const firstDays = (column: string): PeriodDraft => ({
  line: `period: ${flow({ column, format: 'yyyy-MM-dd', basis: 'month' })} ${question('taken for months, because every day is the first of its month; days have no basis')}`,
  choice: {
    flag: FLAG,
    text: `Every day of ${JSON.stringify(column)} is the first of its month. What are they`,
    answers: [
      answerOf('months', { column, format: 'yyyy-MM-dd', basis: 'month' }),
      answerOf('days', { column, format: 'yyyy-MM-dd' }),
    ],
  },
});

/** A column of years, perhaps with one of months, quarters or half years beside it. */
function yearAndPart(look: Look, { month, quarter, half }: Parts, year: ColumnLook): PeriodDraft {
  const part = month ?? quarter ?? half;
  const isFiscal = /fiscal|^fy/i.test(year.name);
  const isInDoubt = !isFiscal && speaksOfFiscalYears(look);
  if (part === null && !isFiscal) return calendarYears(year.name, isInDoubt);
  const whole = (part?.texts ?? [])
    .map(([text]) => text)
    .filter((text) => /total|year|annual|todo/i.test(text));
  const marker = year.texts.map(([text]) => /\(.*\)/.exec(text)?.[0]).find((text) => text !== undefined);
  const role = {
    year: year.name,
    ...(month ? { month: month.name } : {}),
    ...(quarter ? { quarter: quarter.name } : {}),
    ...(half ? { half: half.name } : {}),
    ...(isFiscal ? { basis: 'us-fiscal-year' } : {}),
    ...(whole.length > 0 ? { wholeYear: whole } : {}),
    ...(marker === undefined ? {} : { partial: { marker, through: '2099-12' } }),
  };
  if (marker !== undefined)
    return certain(`period: ${flow(role)} # edit: through, the last month that is in it`);
  return calendarYears(role, isInDoubt);
}

/** When: the column of the period, or what a person must say of it. */
export function draftPeriod(look: Look, parts: Parts): PeriodDraft {
  const { year, month, quarter, half, end, months } = parts;
  if (look.spread?.period != null) return acrossPeriod(look, look.spread, look.spread.period);
  if (year === null && months)
    return certain(
      `period: ${flow({ yearIs: 'YEAR', month: months.name })} ${question('which year? 2014 or FY2014; no column of years was found')}`,
    );
  if (year === null)
    return certain(
      `period: { constant: PERIOD } # edit: 2014, FY2014 or 2014-10; no column of years was found`,
    );
  if (end !== null) return certain(`period: ${flow({ start: year.name, end: end.name })}`);
  const isAlone = month === null && quarter === null && half === null;
  if (isAlone && (year.twoWays || year.formats.length > 0)) return byFormat(year);
  if (isAlone && year.firstDays) return firstDays(year.name);
  return yearAndPart(look, parts, year);
}
