/**
 * Every kind of chart as it was, and a page with all of them at both widths, in both themes and languages:
 * `test-results/charts.html` after this test.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chartModel } from '#app/_charts/chart.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { GALLERY } from './gallery.ts';

const ENTRIES = Object.entries(GALLERY);

function drawn(
  name: keyof typeof GALLERY,
  width: number,
  language: 'en' | 'es',
  palette: 'light' | 'dark',
): string {
  const { comparison, kind } = GALLERY[name];
  const model = chartModel(comparison, { width, language, kind });
  expect(model.kind).toBe(kind);
  return renderToStaticMarkup(
    <StaticChart model={model} palette={palette} titled idPrefix={`${name}-${width}-${language}`} />,
  );
}

describe.each(ENTRIES.map(([name]) => name as keyof typeof GALLERY))('the drawing of %s', (name) => {
  it('is as it was', () => {
    const now = `${drawn(name, 568, 'en', 'light').replace(/></g, '>\n<')}\n`;
    const file = new URL(`golden/kind-${name}.svg`, import.meta.url);
    const changed = new URL(`golden/kind-${name}-changed.svg`, import.meta.url);
    if (existsSync(file) && readFileSync(file, 'utf8') === now) return rmSync(changed, { force: true });
    writeFileSync(changed, now);
    expect.fail(
      `kind-${name}.svg has changed: look at kind-${name}-changed.svg, and rename it if it is right`,
    );
  });
});

it('the gallery has every kind at both widths, in both themes and languages', () => {
  const names = ENTRIES.map(([name]) => name as keyof typeof GALLERY);
  const figures = names.flatMap((name) =>
    (
      [
        [800, 'en', 'light'],
        [343, 'es', 'light'],
        [568, 'es', 'dark'],
      ] as const
    ).map(
      ([width, language, palette]) =>
        `<figure><figcaption>${name}, ${width} px, ${language}, ${palette}</figcaption>${drawn(name, width, language, palette)}</figure>`,
    ),
  );
  const page = `<!doctype html><meta charset="utf-8"><title>Charts</title><style>body{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start;background:#ccc;font:12px sans-serif}figure{margin:0}</style>${figures.join('\n')}`;
  expect(page).not.toMatch(/NaN|Infinity|undefined/);
  expect(figures).toHaveLength(3 * names.length);
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/charts.html', page);
});
