/** `/data/{release}/compare.{ending}`: several indicators in one answer, pinned as every other. */
import { loadSides } from '#app/_data/sides.ts';
import { formatCompareCsv, formatCompareJson, togetherOf } from '#app/_downloads/compare.ts';
import type { Half } from '#stats/compare/pairs.ts';
import { formatSides, parseSides } from '#stats/compare/sides.ts';
import { LIMITS } from '#stats/limits.ts';
import { parseParameters } from '#stats/parameters.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import type { Address, Ending } from './address.ts';
import { drawScatter } from './compare-picture.tsx';
import { countSidesDocument, refuseTooMuch } from './count.ts';
import { FACES, JSON_TYPE } from './faces.ts';
import { attachment, etagOf, OPEN, PINNED } from './headers.ts';
import type { AnswerRequest, WholeAnswer } from './message.ts';
import {
  canonicalSearch,
  COUNT,
  findCatalogue,
  join,
  LANG,
  PICTURE_THEME,
  readExtras,
  type Extra,
} from './question.ts';

const EXTRAS: Readonly<Record<Ending, readonly Extra[]>> = {
  csv: [LANG, COUNT],
  json: [LANG, COUNT],
  svg: [LANG, PICTURE_THEME, COUNT],
};

/** A picture is of two: more stand in panels, which a page has room for. */
export const twoOnly = (text: string): BadQuery =>
  new BadQuery(
    malformed('indicators', text, ['indicators=homicide-rate~gini-index'], {
      en: 'A picture is of two indicators. The page and the other endings take more.',
      es: 'Una imagen es de dos indicadores. La página y las demás terminaciones admiten más.',
    }),
  );

function write(
  ending: Ending,
  halves: readonly Half[],
  address: string,
  extras: ReadonlyMap<string, string>,
): string | Promise<string> {
  if (ending === 'csv') return formatCompareCsv(halves);
  if (ending === 'json') return formatCompareJson(halves, address);
  const [first, second] = halves;
  const together = togetherOf(halves);
  if (!first || !second || !together) throw twoOnly(address);
  return drawScatter([first, second], together, address, extras.get('theme') === 'dark' ? 'dark' : 'light');
}

/** Answers an address of several indicators. Throws BadQuery or NotFound for one that cannot be answered. */
export async function answerCompare(
  { release, ending }: Extract<Address, { kind: 'compare' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  const known = EXTRAS[ending];
  const parameters = parseParameters(request.search);
  const catalogue = await findCatalogue(release);
  const extras = readExtras(parameters, known);
  const sides = parseSides(
    parameters,
    catalogue,
    known.map((extra) => extra.name),
  );
  if (ending === 'svg' && sides.length > 2) throw twoOnly(parameters.get('indicators') ?? '');
  const limit = ending === 'svg' ? LIMITS.drawnCells : LIMITS.jsonCells;
  const most = Math.floor(limit / sides.length);
  const counted = extras.get('count') === 'yes';
  if (!counted)
    for (const { query } of sides) await refuseTooMuch({ version: release, query }, `.${ending}`, most);
  const language = extras.get('lang') === 'es' ? 'es' : 'en';
  const addressed = (by: readonly Extra[]): string =>
    join(`/data/${release}/compare.${ending}`, canonicalSearch(formatSides(sides, catalogue), extras, by));
  const canonical = addressed(known);
  const text = counted
    ? await countSidesDocument(
        release,
        sides.map(({ query }) => query),
        addressed(known.filter((one) => one !== COUNT)),
        limit,
      )
    : await write(ending, await loadSides({ version: release, language, sides }), canonical, extras);
  const body = Buffer.from(text);
  const asked = join(request.path, request.search);
  const name = `compare-${release}${language === 'en' ? '' : `-${language}`}.csv`;
  return {
    status: 200,
    headers: {
      ...OPEN,
      'content-type': counted ? JSON_TYPE : FACES[ending].type,
      ...(ending === 'csv' && !counted && { 'content-disposition': attachment(name) }),
      ...(ending === 'svg' &&
        !counted && {
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        }),
      'cache-control': PINNED,
      etag: etagOf(body),
      'content-language': language,
      'x-data-version': release,
      ...(asked !== canonical && { link: `<${canonical}>; rel="canonical"` }),
    },
    body,
    keep: Infinity,
  };
}
