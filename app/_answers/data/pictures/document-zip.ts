/** The picture of an answer as an archive for a report, as large as the text of a page is wide. */
import type { Citation } from '#app/_downloads/citation/cited-work.ts';
import { formatDocument } from '#app/_downloads/document/document.ts';
import type { Release } from '#stats/model/catalogue.ts';
import { drawPdf } from '../../chart/pdf.ts';
import { drawPicture, type Pictured, type PictureLook } from '../../chart/picture.tsx';
import { rasterize } from '../../chart/png.ts';
import { withResolution } from '../../chart/resolution.ts';

/** With the margins 640 units, of which a hundred are an inch: 6.4 inches. */
const WIDTH = 608;
const UNITS_PER_INCH = 100;
const DOTS_PER_INCH = 300;

export async function documentZip(
  pictured: Pictured,
  given: PictureLook,
  {
    release,
    citation,
    link,
  }: { release: Pick<Release, 'version' | 'date'>; citation: Citation; link: string },
): Promise<Buffer> {
  const look: PictureLook = { ...given, width: WIDTH };
  const model = pictured.chart(WIDTH);
  const { heading, notices, ours, notes, sources, alternative } = model;
  const dense = await rasterize(await drawPicture(pictured, look, true), DOTS_PER_INCH / UNITS_PER_INCH);
  return formatDocument({
    language: pictured.language,
    release,
    title: heading.title,
    subtitle: heading.subtitle,
    notes: [...(look.hasNotes ? [...notices, ...ours] : []), ...notes],
    sources,
    alternative,
    link,
    citation,
    png: withResolution(dense, DOTS_PER_INCH),
    svg: await drawPicture(pictured, look),
    pdf: await drawPdf(pictured, look, release.date),
  });
}
