/** The archive for reports: what is in it, and that a document takes its picture over sharply. */
import { execFileSync } from 'node:child_process';
import { Resvg } from '@resvg/resvg-js';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { latexText } from '#app/_downloads/document/document.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { OFFICE, resave } from '../../_downloads/office.ts';
import { answerBytes, askProduct, requestFor, respondTo } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const QUESTION = 'country=HND~SLV~GTM&source=owid-homicide-rate&time=2000..2023';
async function filesOf(address: string): Promise<Record<string, Uint8Array>> {
  const answer = await respondTo(requestFor(address));
  expect([answer?.status, answer?.headers['content-type']]).toEqual([200, 'application/zip']);
  return unzipSync(await answerBytes(answer!));
}
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const english = await filesOf(`/data/1.4.0/homicide-rate.document.zip?${QUESTION}`);
const LINK = `http://cotejo.test/indicators/homicide-rate?${QUESTION}&release=1.4.0`;

describe('the archive of a question', () => {
  test('has the picture in three forms, the words, and the lines for LaTeX and Markdown', () => {
    expect(Object.keys(english)).toEqual([
      'README.txt',
      'figure.png',
      'figure.svg',
      'figure.pdf',
      'caption.txt',
      'alt-text.txt',
      'citation.txt',
      'citation.bib',
      'link.txt',
      'figure.tex',
      'figure.md',
    ]);
    for (const name of Object.keys(english).filter((file) => file !== 'README.txt'))
      expect(text(english['README.txt'])).toContain(name);
  });

  test('has a caption with finding, notes, sources, release and pinned link', () => {
    const caption = text(english['caption.txt']);
    for (const said of [
      'El Salvador went from 59.7',
      'may have changed',
      'Source: United Nations',
      'release 1.4.0',
    ])
      expect(caption).toContain(said);
    expect(caption.trimEnd().endsWith(LINK)).toBe(true);
    expect(text(english['link.txt'])).toBe(`${LINK}\n`);
    expect(text(english['alt-text.txt'])).toContain('Honduras: 48');
  });

  test('has a PNG of 300 dots per inch, as wide as the text of a page', () => {
    const png = Buffer.from(english['figure.png']!);
    expect(png.readUInt32BE(16)).toBe(1920);
    const at = png.indexOf('pHYs');
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]]).toEqual([11811, 11811, 1]);
    // A reader that checks sums takes it.
    const href = `data:image/png;base64,${png.toString('base64')}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><image width="20" height="20" href="${href}"/></svg>`;
    expect(new Resvg(svg).render().pixels.some((value) => value !== 0)).toBe(true);
  });

  test('has one citation key in BibTeX and in the lines for LaTeX', () => {
    const key = /@\w+\{([^,]+),/.exec(text(english['citation.bib']))?.[1];
    expect(text(english['figure.tex'])).toContain(`\\cite{${key}}`);
    expect(text(english['figure.tex'])).toContain('\\includegraphics[width=\\linewidth');
    expect(text(english['figure.md'])).toMatch(/^!\[El Salvador went from[^\]]*\]\(figure\.png\)/);
  });

  test('is in Spanish where the question is', async () => {
    const files = await filesOf(
      `/data/1.4.0/homicide-rate.document.zip?${QUESTION}&lang=es&notes=no&title=no`,
    );
    expect(text(files['caption.txt'])).toContain('Fuente: ');
    expect(text(files['caption.txt'])).toContain('http://cotejo.test/es/indicators/');
    expect(text(files['README.txt'])).toContain('puntos por pulgada');
  });

  test('of two indicators links to their comparison', async () => {
    const files = await filesOf(
      '/data/1.4.0/compare.document.zip?country=HND~SLV~GTM&indicators=homicide-rate~population&lang=es&time=2014',
    );
    expect(text(files['link.txt'])).toBe(
      'http://cotejo.test/es/compare?country=HND~SLV~GTM&indicators=homicide-rate~population&time=2014&release=1.4.0\n',
    );
  });

  test('of three indicators, or of too many figures, is refused', async () => {
    const three = 'country=HND&indicators=homicide-rate~population~gini-index&time=2014';
    expect((await askProduct(`/data/1.4.0/compare.document.zip?${three}`)).status).toBe(400);
    expect((await askProduct('/data/1.4.0/border-encounters.document.zip')).status).toBe(400);
  });
});

test.each([
  ['5% of A&B_c', '5\\% of A\\&B\\_c'],
  ['a~b^c#d$e{f}', 'a\\textasciitilde{}b\\textasciicircum{}c\\#d\\$e\\{f\\}'],
  ['back\\slash', 'back\\textbackslash{}slash'],
  ['20\u202f000 ≈ −5', '20\\,000 \\ensuremath{\\approx} \\ensuremath{-}5'],
])('%s is set in LaTeX as it stands', (words, latex) => {
  expect(latexText(words)).toBe(latex);
});

/** A Word document with a picture as wide as its resolution says: 6.4 inches, in Word's units of 914,400 an inch. */
function wordWith(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png);
  const [cx, cy] = [16, 20].map((at) => Math.round((bytes.readUInt32BE(at) / 300) * 914_400));
  const picture = `<w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="1" name="f"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="f"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="r1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/image" Target="media/f.png"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body><w:p><w:r>${picture}</w:r></w:p></w:body></w:document>`,
    ),
    'word/media/f.png': png,
  });
}

/** LibreOffice with its writer, and Poppler to look at what it made. */
const canConvert = (): boolean => {
  try {
    execFileSync('pdfimages', ['-v'], { stdio: 'ignore' });
    return OFFICE !== undefined && resave('a', { from: 'txt', to: 'pdf:writer_pdf_Export' }).length > 0;
  } catch {
    return false;
  }
};
const CONVERTS = canConvert();

test.runIf(CONVERTS)(
  'a picture pasted into Word is printed with all its pixels',
  { timeout: 120_000 },
  () => {
    const exact =
      'pdf:writer_pdf_Export:{"UseLosslessCompression":{"type":"boolean","value":"true"},"ReduceImageResolution":{"type":"boolean","value":"false"}}';
    const pdf = resave(wordWith(english['figure.png']!), { from: 'docx', to: exact });
    const list = execFileSync('pdfimages', ['-list', '-'], { input: pdf }).toString();
    const [, , picture = ''] = list.split('\n');
    const columns = picture.trim().split(/\s+/);
    // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
    expect(columns[3]).toBe('1920');
    expect(Number(columns[12])).toBeGreaterThanOrEqual(299);
  },
);
