// What only a person knows of a file: what its numbers are, who published them, and what the draft of a recipe guessed.

import { isMap, isScalar, parseDocument, type Document } from 'yaml';
import { parsePeriod } from '#stats/time/period.ts';
import { STORED_GAPS } from '#stats/model/gap.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { AreaTable } from '#sources/aliases/areas.ts';
import type { RecipeDraft } from '#sources/inspect/draft/draft.ts';
import { slugOf } from '#sources/inspect/indicator.ts';
import { confirm, oneOf, type Asker } from './ask.ts';
import { askChoices } from './choices.ts';
import { askDimensions } from './dimensions.ts';
import { askFigures, askWhich } from './figure-questions.ts';
import { askNames, askSums } from './unknown-names.ts';

/** The country of places; if they are none, their column is a part of each figure. */
async function askWithin(asker: Asker, document: Document, table: AreaTable): Promise<void> {
  if (document.getIn(['area', 'within']) !== 'PLACE') return;
  const column = String(document.getIn(['area', 'column']));
  const country = await asker.ask({
    flag: 'within',
    text: `In which country are the places of "${column}" (its code, such as HND; none if they are no places)?`,
    check: (given) =>
      given === 'none' || table.knows(given, 'alpha-3')
        ? null
        : 'write a code of three letters, such as HND, or none',
  });
  if (country !== 'none') {
    if (country !== '') document.setIn(['area', 'within'], country);
    return;
  }
  const parent: unknown = document.getIn(['area', 'parent', 'column']);
  document.set('area', document.createNode({ constant: '_U' }));
  for (const name of [column, ...(typeof parent === 'string' ? [parent] : [])])
    document.setIn(['breakdown', slugOf(name)], document.createNode({ column: name }));
}

/** The area and the period of a file that has no column of them. */
async function askConstants(asker: Asker, document: Document, table: AreaTable): Promise<void> {
  await askWithin(asker, document, table);
  if (document.getIn(['area', 'constant']) === '_U') {
    const area = await asker.ask({
      flag: 'area',
      text: 'No column of areas was found. Which area is it (its code, such as HND; _U if it is not known)?',
      check: (given) =>
        given === '_U' || table.knows(given, 'alpha-3') ? null : 'write a code of three letters, such as HND',
    });
    if (area !== '') document.setIn(['area', 'constant'], area);
  }
  if (document.getIn(['period', 'yearIs']) === 'YEAR') {
    const year = await asker.ask({
      flag: 'period',
      text: 'A column has months, and no column has their year. Which year is it (2014, FY2014)?',
      check: (given) => (/^(FY)?\d{4}$/.test(given) ? null : 'write a year as 2014 or FY2014'),
    });
    if (year !== '') document.setIn(['period', 'yearIs'], year);
  }
  if (document.getIn(['period', 'constant']) === 'PERIOD') {
    const period = await asker.ask({
      flag: 'period',
      text: 'No column of years was found. Which period is it (2014, FY2014, 2014-10)?',
      check: (given) => (parsePeriod(given) ? null : 'write a period as 2014, FY2014 or 2014-10'),
    });
    if (period !== '') document.setIn(['period', 'constant'], period);
  }
}

const MEANINGS = [...STORED_GAPS, 'none', 'absent'];

/** What each text in place of a number means; a mark that a note of the file explains is not asked for. */
async function askMissing(asker: Asker, document: Document): Promise<void> {
  const missing = document.get('missing');
  if (!isMap(missing)) return;
  for (const { key, value } of missing.items) {
    if (!isScalar(key) || !isScalar(value)) continue;
    const text = String(key.value);
    value.value = await asker.ask({
      flag: 'missing',
      of: text,
      text: `What does ${text === '' ? 'an empty cell' : `"${text}"`} in place of a number mean? not-published, suppressed, not-applicable, none (a true zero) or absent (not stated)`,
      check: oneOf(MEANINGS),
    });
  }
}

/** Guesses that other questions settle. */
const ASKED =
  /^(the indicators|what it is|what it means here|what an empty cell means|its cells do not fit|per how many|points, degrees|no areas of these names|the code of the area|the code of their country|which year|2014, FY2014|left out as sums|each figure is taken for a part|it names \d+ figures|taken for US fiscal years|its texts may also be|taken for calendar years, but|taken for months, because|the workbook hides|taken for the second area|\d+ rows are named like another|the year is that of the name|\S+ is read as \S+; it may be)/;

/** Asks of every other guess of the draft whether it is right. @returns the guesses that are not */
async function askGuesses(asker: Asker, text: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const [, before = '', guess] = /^(.*?)#\s*edit:\s*(.*)$/.exec(line) ?? [];
    if (guess === undefined || ASKED.test(guess)) continue;
    const right = await confirm(asker, {
      flag: 'accept',
      text: `A guess of the draft: ${before.trim() === '#' ? '' : before.trim()}\n  ${guess}\n  Is it right? yes or no`,
    });
    if (!right) wrong.push(`line ${i + 1}: ${line.trim()}`);
  }
  return wrong;
}

export interface FileAnswers {
  /** The text of the recipe, with the answers. */
  readonly recipe: string;
  /** Guesses that the person says are wrong. */
  readonly wrong: readonly string[];
  readonly publisher: string;
  readonly licence: string;
  readonly published: string | undefined;
}

/** What places are is asked once they are places. */
const KIND = 'kind';

/** A draft, as it was made and with the ids of own data, and the names that it does not know. */
interface DraftedFile extends Pick<RecipeDraft, 'text' | 'unknown' | 'sums' | 'dimensions' | 'choices'> {
  readonly own: string;
  /** Whether every guess is right that no other flag answers. */
  readonly accepted: boolean;
}

/** Asks everything that the file does not say; `own` is the draft with ids of own data. @throws UserError if nobody is there to answer */
export async function askAll(
  asker: Asker,
  { text: draft, own, unknown, sums, dimensions, choices, accepted }: DraftedFile,
  catalogue: Catalogue,
  table: AreaTable,
): Promise<FileAnswers> {
  const document = parseDocument(own);
  await askChoices(
    asker,
    document,
    choices.filter(({ flag }) => flag !== KIND),
    accepted,
  );
  await askDimensions(asker, document, dimensions, accepted);
  await askWhich(asker, document);
  await askFigures(asker, document, catalogue);
  await askConstants(asker, document, table);
  if (document.hasIn(['area', 'within']))
    await askChoices(
      asker,
      document,
      choices.filter(({ flag }) => flag === KIND),
      accepted,
    );
  await askMissing(asker, document);
  const kept = await askSums(asker, document, sums, accepted);
  await askNames(asker, document, [...unknown, ...kept], { table, areas: catalogue.areas });
  const wrong = await askGuesses(asker, draft);
  const publisher = await asker.ask({ flag: 'publisher', text: 'Who published the file?' });
  const licence = await asker.ask({
    flag: 'licence',
    text: 'Under which licence?',
    usual: 'not stated',
  });
  const published = await asker.ask({
    flag: 'edition',
    text: 'When was it published (YYYY-MM-DD; Enter: not known)?',
    usual: 'not known',
    check: (answer) =>
      answer === 'not known' || parsePeriod(answer)?.basis === 'day' ? null : 'write a day as 2026-11-30',
  });
  asker.finish();
  return {
    recipe: document.toString({ lineWidth: 0 }),
    wrong,
    publisher,
    licence,
    published: published === 'not known' ? undefined : published,
  };
}
