/** How each format is written: of one question, and of several indicators side by side. */
import { ERROR_WORDS } from '#app/_words/errors.ts';
import type { AnswerPlan } from '#app/_data/answer-plan.ts';
import { formatCompareCsv, formatCompareJson } from '#app/_downloads/compare.ts';
import { formatCsv } from '#app/_downloads/csv.ts';
import { formatMoreCsv } from '#app/_downloads/more-csv.ts';
import { formatWideCsv } from '#app/_downloads/wide.ts';
import { formatExcelCsv } from '#app/_downloads/excel-csv/excel-csv.ts';
import { formatJson } from '#app/_downloads/json.ts';
import { citeAnswers, pageAddress } from '#app/_downloads/citation/cited-work.ts';
import { CITATION_FORMATS } from '#app/_downloads/citation/formats.ts';
import { formatColumns } from '#app/_downloads/columnar/columnar.ts';
import { formatJsonStat } from '#app/_downloads/jsonstat/jsonstat.ts';
import { formatCompareColumns, formatCompareJsonStat } from '#app/_downloads/several.ts';
import { formatParquet } from '#app/_downloads/parquet/parquet.ts';
import { formatDataPackage } from '#app/_downloads/data-package/data-package.ts';
import { formatSdmxCsv } from '#app/_downloads/sdmx-csv/sdmx-csv.ts';
import { formatXlsx } from '#app/_downloads/xlsx/xlsx.ts';
import { formatCompareMarkdown } from '#app/_downloads/markdown/compare.ts';
import { formatMarkdown } from '#app/_downloads/markdown/markdown.ts';
import type { CellParts } from '#stats/evidence/evidence.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { pairIndicators } from '#stats/pairing/pair-indicators.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { chartKindIn } from '../chart/chart-of-kind.ts';
import { pairPictured } from '../chart/pair-picture.ts';
import { drawPdf } from '../chart/pdf.ts';
import { drawPicture, pictured, pictureLookIn, type Pictured } from '../chart/picture.tsx';
import { rasterize } from '../chart/png.ts';
import { PICTURE_SCALE } from '../http/format-parameters.ts';
import type { AnswerFormat, CitationName } from '../http/formats.ts';
import { csvPieces } from './bulk/csv-pieces.ts';
import { comparePage } from './pictures/compare-page.ts';
import { documentZip } from './pictures/document-zip.ts';
import { SVG_POLICY } from '../http/headers.ts';
import { vintagesIn } from './vintages.ts';
import type { Answer } from '../http/request.ts';

type Body = Answer['body'];
type Extras = ReadonlyMap<string, string>;

interface FormatWriter {
  /** Headers of this format, in addition to those of every pinned answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the file has the address of the site in it, because it is used far from the site. */
  readonly usesOrigin?: true;
  /** Whether a file with parts says what the other sources publish. */
  readonly isJudged?: true;
  /** Whether a long answer is sent in pieces, which needs little memory. */
  readonly isStreamed?: (plan: AnswerPlan, extras: Extras) => boolean;
  /** Writes the answer to a question; `address` is its canonical address, `parts` those of computed figures. */
  readonly write: (
    plan: AnswerPlan,
    address: string,
    extras: Extras,
    origin: string,
    parts: readonly CellParts[] | null,
  ) => Promise<Body>;
  /** Writes several indicators side by side. */
  readonly writeSides: (
    halves: readonly PairHalf[],
    address: string,
    extras: Extras,
    origin: string,
  ) => Body | Promise<Body>;
}

/**
 * An answer with more cells than this is streamed. Measured: making an answer whole takes a millisecond for
 * 80 rows and blocks all other requests. At this size that is 60 ms and a megabyte, which can be cached.
 */
const LONG = 5_000;

/**
 * A chart with two axes needs two indicators; more indicators are drawn in panels, for which only a page has
 * room.
 */
export const twoOnly = (text: string): BadQuery =>
  new BadQuery(
    malformed('indicators', text, ['indicators=homicide-rate~gini-index'], ERROR_WORDS.twoIndicators),
  );

/** The picture of two indicators. Throws BadQuery for any other number. */
function picturedSides(halves: readonly PairHalf[], address: string): Pictured {
  const [first, second] = halves;
  const paired = pairIndicators(halves);
  if (!first || !second || !paired) throw twoOnly(address);
  return pairPictured([first, second], paired);
}

/** How a picture of one answer is made, and of two. It names its address, because it is used far from the site. */
const pictureWriter = (
  draw: (picture: Pictured, address: string, extras: Extras, date: string) => Promise<Body>,
): Pick<FormatWriter, 'usesOrigin' | 'write' | 'writeSides'> => ({
  usesOrigin: true,
  write: async (plan, address, extras, origin) => {
    const comparison = await plan.judgedComparison();
    return draw(pictured(comparison, chartKindIn(extras)), origin + address, extras, comparison.release.date);
  },
  writeSides: (halves, address, extras, origin) =>
    draw(picturedSides(halves, address), origin + address, extras, halves[0]?.comparison.release.date ?? ''),
});

/** PostgreSQL writes the lines of published rows itself, but not those of another form of the file. */
const isStreamedCsv = (plan: AnswerPlan, extras: Extras): boolean =>
  plan.isPublished &&
  extras.get('shape') !== 'wide' &&
  !['excel', 'parts', 'doubts'].some((name) => extras.get(name) === 'yes') &&
  vintagesIn(extras) === null;

/** A citation names the page that shows the figures. */
const citationWriter = (name: CitationName): FormatWriter => ({
  usesOrigin: true,
  write: async (plan, _address, _extras, origin) => {
    const comparison = await plan.comparison();
    return CITATION_FORMATS[name](citeAnswers([comparison], origin + pageAddress(comparison)));
  },
  writeSides: (halves, address, _extras, origin) =>
    CITATION_FORMATS[name](
      citeAnswers(
        halves.map(({ comparison }) => comparison),
        origin + address,
      ),
    ),
});

export const WRITERS: Readonly<Record<AnswerFormat, FormatWriter>> = {
  csv: {
    isStreamed: isStreamedCsv,
    write: async (plan, _address, extras, _origin, parts) => {
      if (extras.get('shape') === 'wide') return formatWideCsv(await plan.comparison());
      if (extras.get('excel') === 'yes') return formatExcelCsv(await plan.comparison());
      const withDoubts = extras.get('doubts') === 'yes';
      if (parts || withDoubts) return formatMoreCsv(await plan.comparison(), { parts, withDoubts });
      return isStreamedCsv(plan, extras) && (await plan.hasMoreThan(LONG)) && !(await plan.hasGaps())
        ? { [Symbol.asyncIterator]: () => csvPieces([plan]) }
        : formatCsv(await plan.comparison());
    },
    writeSides: (halves, _address, extras) => formatCompareCsv(halves, extras.get('shape') === 'narrow'),
  },
  json: {
    isJudged: true,
    write: async (plan, address, _extras, _origin, parts) =>
      formatJson(await plan.judgedComparison(), address, parts),
    writeSides: formatCompareJson,
  },
  svg: {
    headers: SVG_POLICY,
    ...pictureWriter((picture, address, extras) => drawPicture(picture, pictureLookIn(address, extras))),
  },
  png: pictureWriter(async (picture, address, extras) => {
    const svg = await drawPicture(picture, pictureLookIn(address, extras), true);
    return rasterize(svg, Number(extras.get(PICTURE_SCALE.name) ?? 1));
  }),
  pdf: pictureWriter((picture, address, extras, date) =>
    drawPdf(picture, pictureLookIn(address, extras), date),
  ),
  'document.zip': {
    usesOrigin: true,
    write: async (plan, address, extras, origin) => {
      const comparison = await plan.judgedComparison();
      const link = origin + pageAddress(comparison);
      const look = pictureLookIn(link, extras);
      const { release } = comparison;
      const citation = citeAnswers([comparison], link);
      return documentZip(pictured(comparison, look.kind), look, { release, citation, link });
    },
    writeSides: (halves, address, extras, origin) => {
      const comparisons = halves.map(({ comparison }) => comparison);
      const [{ release }] = comparisons as [Comparison];
      const link = origin + comparePage(address, release.version);
      const citation = citeAnswers(comparisons, link);
      return documentZip(picturedSides(halves, address), pictureLookIn(link, extras), {
        release,
        citation,
        link,
      });
    },
  },
  md: {
    write: async (plan, address) => formatMarkdown(await plan.comparison(), address),
    writeSides: formatCompareMarkdown,
  },
  xlsx: {
    usesOrigin: true,
    write: async (plan, _address, _extras, origin, parts) => {
      const comparison = await plan.comparison();
      return formatXlsx([comparison], citeAnswers([comparison], origin + pageAddress(comparison)), { parts });
    },
    writeSides: (halves, address, _extras, origin) => {
      const comparisons = halves.map(({ comparison }) => comparison);
      return formatXlsx(comparisons, citeAnswers(comparisons, origin + address));
    },
  },
  parquet: {
    usesOrigin: true,
    headers: { 'accept-ranges': 'bytes' },
    write: async (plan, _address, _extras, origin) => {
      const comparison = await plan.comparison();
      return formatParquet([comparison], citeAnswers([comparison], origin + pageAddress(comparison)));
    },
    writeSides: (halves, address, _extras, origin) => {
      const comparisons = halves.map(({ comparison }) => comparison);
      return formatParquet(comparisons, citeAnswers(comparisons, origin + address));
    },
  },
  'columns.json': {
    write: async (plan, address) => formatColumns(await plan.comparison(), address),
    writeSides: formatCompareColumns,
  },
  'jsonstat.json': {
    write: async (plan, address) => formatJsonStat(await plan.comparison(), address),
    writeSides: formatCompareJsonStat,
  },
  'sdmx.csv': {
    write: async (plan) => formatSdmxCsv([await plan.comparison()]),
    writeSides: (halves) => formatSdmxCsv(halves.map(({ comparison }) => comparison)),
  },
  zip: {
    usesOrigin: true,
    write: async (plan, address, _extras, origin) => {
      const comparison = await plan.comparison();
      const citation = citeAnswers([comparison], origin + pageAddress(comparison));
      return formatDataPackage(
        [comparison],
        citation,
        formatMarkdown(comparison, address.replace('.zip', '.md')),
      );
    },
    writeSides: (halves, address, _extras, origin) => {
      const comparisons = halves.map(({ comparison }) => comparison);
      const readme = formatCompareMarkdown(halves, address.replace('.zip', '.md'));
      return formatDataPackage(comparisons, citeAnswers(comparisons, origin + address), readme);
    },
  },
  'apa.txt': citationWriter('apa.txt'),
  bib: citationWriter('bib'),
  ris: citationWriter('ris'),
  'csl.json': citationWriter('csl.json'),
  cff: citationWriter('cff'),
};
