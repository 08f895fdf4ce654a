/**
 * A picture as a page of PDF: lines as lines and words as words, with the fonts in it. The page is as large as the
 * picture and is tagged as a figure with its text alternative, so that a document can take it over.
 */
import { join } from 'node:path';
import type * as Kit from 'pdfkit';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { Shape, TextRun, TextShape } from '#app/_charts/model/shape.ts';
import { paintOf } from '#app/_charts/scales/palette.ts';
import { pictureLayout, type PictureLayout } from '#app/_charts/svg/picture-layout.ts';
import { TEXT_COLOURS } from '#app/_charts/svg/text-look.ts';
import { TEXT_STYLES } from '#app/_charts/text/metrics.ts';
import { FONT_FILES } from './font-files.ts';
import { pictureWords, type Pictured, type PictureLook } from './picture.tsx';

type Document = InstanceType<typeof Kit.default>;
type Theme = PictureLook['theme'];

/** Loaded lazily, because Next also bundles this file and the package reads files of its own. */
let loaded: Promise<typeof Kit> | undefined;

/** Points for each unit of a drawing: a hundred units are an inch, so labels are set in 9 points. */
const POINTS = 0.72;

const SETTING = {
  features: ['lnum', 'tnum', 'kern'],
  lineBreak: false,
  baseline: 'alphabetic',
} satisfies PDFKit.Mixins.TextOptions;

/** The font of a part of a text. */
function fontOf(style: TextShape['style'], run: TextRun): keyof typeof FONT_FILES {
  if (style === 'title') return 'serif';
  if (run.italic) return 'italic';
  return (run.weight ?? TEXT_STYLES[style].weight) === 600 ? 'semibold' : 'regular';
}

/** Words on a line; a halo is drawn below them as a wide stroke of paper. */
function drawText(document: Document, shape: TextShape, theme: Theme): void {
  const { style } = shape;
  const size = shape.size ?? TEXT_STYLES[style].size;
  const set = (run: TextRun): Document => document.font(fontOf(style, run)).fontSize(run.size ?? size);
  const widths = shape.runs.map((run) => set(run).widthOfString(run.text, SETTING));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const start = shape.anchor === 'start' ? shape.x : shape.x - (shape.anchor === 'end' ? whole : whole / 2);
  const write = (more: object): void => {
    let x = start;
    shape.runs.forEach((run, i) => {
      set(run).text(run.text, x, shape.y, { ...SETTING, ...more });
      x += widths[i] ?? 0;
    });
  };
  if (shape.halo) {
    document.lineWidth(4).lineJoin('round').strokeColor(paintOf('paper', theme));
    write({ stroke: true, fill: false });
  }
  let x = start;
  shape.runs.forEach((run, i) => {
    set(run).fillColor(paintOf(run.colour ?? shape.colour ?? TEXT_COLOURS[style], theme));
    document.text(run.text, x, shape.y, SETTING);
    x += widths[i] ?? 0;
  });
}

/** The outline of a shape as the current path. */
function trace(document: Document, shape: Exclude<Shape, TextShape>): void {
  if (shape.as === 'path') document.path(shape.d);
  else if (shape.as === 'rect') document.rect(shape.x, shape.y, shape.w, shape.h);
  else document.circle(shape.x, shape.y, shape.r);
}

/** The hatch of gaps: slanting lines within the outline, as in the SVG. */
function hatch(document: Document, shape: Exclude<Shape, TextShape>, theme: Theme): void {
  if (shape.as !== 'rect') return;
  const { x, y, w, h } = shape;
  document.save();
  document.rect(x, y, w, h).clip();
  document.lineWidth(1.2).undash().strokeColor(paintOf('rule-2', theme));
  const step = 5 * Math.SQRT2;
  for (let at = x - h; at < x + w; at += step)
    document
      .moveTo(at, y + h)
      .lineTo(at + h, y)
      .stroke();
  document.restore();
}

function drawShape(document: Document, shape: Shape, theme: Theme): void {
  if (shape.as === 'text') return drawText(document, shape, theme);
  if (shape.fill === 'hatch') hatch(document, shape, theme);
  const fill = shape.fill && shape.fill !== 'none' && shape.fill !== 'hatch' ? shape.fill : null;
  if (!fill && !shape.stroke) return;
  document.save();
  document.opacity(shape.opacity ?? 1);
  if (shape.stroke) {
    document.lineWidth(shape.width ?? 1);
    document.lineCap(shape.round ? 'round' : 'butt').lineJoin(shape.round ? 'round' : 'miter');
    const [dash = 0, space = dash] = (shape.dash ?? '').split(/[ ,]+/).map(Number);
    if (dash > 0) document.dash(dash, { space });
  }
  trace(document, shape);
  const [inside, outline] = [fill && paintOf(fill, theme), shape.stroke && paintOf(shape.stroke, theme)];
  if (inside && outline) document.fillAndStroke(inside, outline);
  else if (inside) document.fill(inside);
  else if (outline) document.stroke(outline);
  document.restore();
}

/** Draws shapes with the origin at a point. */
function drawAt(document: Document, x: number, y: number, shapes: readonly Shape[], theme: Theme): void {
  document.save();
  document.translate(x, y);
  for (const shape of shapes) drawShape(document, shape, theme);
  document.restore();
}

function drawPage(document: Document, model: ChartModel, layout: PictureLayout, theme: Theme): void {
  const { width, height, margin, chartTop, title, samples, below } = layout;
  document.save();
  document.scale(POINTS);
  document.rect(0, 0, width, height).fill(paintOf('paper', theme));
  drawAt(document, margin, margin, title, theme);
  const chart = [...model.ground, ...model.marks.flatMap(({ shapes }) => shapes), ...model.labels];
  drawAt(document, margin, margin + chartTop, chart, theme);
  for (const { x, y, sample } of samples) drawAt(document, margin + x, margin + y, sample, theme);
  drawAt(document, margin, margin, below, theme);
  document.restore();
}

/** The bytes of a document when it has ended. */
function bytesOf(document: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

/** The page. It has the day of its release, so the same picture always has the same bytes. */
export async function drawPdf(pictured: Pictured, look: PictureLook, date: string): Promise<Buffer> {
  const { default: PDFDocument } = await (loaded ??= import('pdfkit'));
  const model = pictured.chart(look.width);
  const layout = pictureLayout(model, pictureWords(pictured, look));
  const day = new Date(`${date}T00:00:00Z`);
  const { title } = model.heading;
  const document = new PDFDocument({
    size: [layout.width * POINTS, layout.height * POINTS],
    margin: 0,
    pdfVersion: '1.7',
    lang: pictured.language,
    tagged: true,
    displayTitle: true,
    font: null as never,
    info: { Title: title, Author: 'Cotejo', Subject: look.address, CreationDate: day, ModDate: day },
  });
  const bytes = bytesOf(document);
  for (const [name, file] of Object.entries(FONT_FILES)) {
    document.registerFont(name, join(process.cwd(), 'node_modules/@expo-google-fonts', file));
  }
  const figure = document.struct('Figure', { alt: model.alternative, title }, () =>
    drawPage(document, model, layout, look.theme),
  );
  document.addStructure(figure);
  figure.end();
  document.end();
  return bytes;
}
