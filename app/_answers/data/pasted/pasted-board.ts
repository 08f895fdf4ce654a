/**
 * The questions of a board as somebody puts them together: each as the board has it (`indicator?query`), or as the
 * pasted address of a page or an embed of ours.
 */
import { parseParameters } from '#stats/query-string.ts';
import {
  CODE_PARAMETERS,
  EMBED_PARAMETERS,
  EMBED_THEME,
  LANG,
  PANEL_NAMES,
} from '../../http/format-parameters.ts';
import type { AnswerContext } from '../context.ts';
import { refusePanel } from '../board-question.ts';
import { formatParameters, nameTarget, openedParameters, ownAddress } from './pasted-address.ts';
import { readOwn } from '../read-query.ts';

const CHOICES = [LANG, EMBED_THEME, ...CODE_PARAMETERS];
/** What a pasted address says of its look, except for the kind of chart: a board has one look. */
const OF_ONE_EMBED = EMBED_PARAMETERS.flatMap(({ name }) => (name === 'tab' ? [] : [name]));

const isAddress = (text: string): boolean => /^(?:https?:\/\/|\/)/.test(text);

async function questionOf(
  name: string,
  text: string,
  origin: string,
  context: Pick<AnswerContext, 'data'>,
): Promise<string> {
  if (!isAddress(text)) return text;
  try {
    const named = await nameTarget(ownAddress(text, origin), context);
    const parameters = new Map(await openedParameters(named, context));
    for (const own of OF_ONE_EMBED) parameters.delete(own);
    const search = formatParameters(parameters);
    return search === '' ? named.subject : `${named.subject}?${search}`;
  } catch (error) {
    return refusePanel(name, error);
  }
}

export interface PastedBoard {
  /** The parameters of the board. */
  readonly board: ReadonlyMap<string, string>;
  /** The choices of its code. */
  readonly extras: ReadonlyMap<string, string>;
}

/** @throws BadQuery for an unknown parameter, NotFound for an address that is not ours */
export async function readPastedBoard(
  search: string,
  origin: string,
  context: Pick<AnswerContext, 'data'>,
): Promise<PastedBoard> {
  const given = parseParameters(search);
  const extras = readOwn(given, CHOICES, [...PANEL_NAMES, ...CHOICES.map(({ name }) => name)]);
  const questions = await Promise.all(
    PANEL_NAMES.map(
      async (name) =>
        [name, await questionOf(name, (given.get(name) ?? '').trim(), origin, context)] as const,
    ),
  );
  const look = [LANG, EMBED_THEME].map(({ name }) => [name, extras.get(name) ?? ''] as const);
  return { board: new Map([...questions, ...look]), extras };
}
