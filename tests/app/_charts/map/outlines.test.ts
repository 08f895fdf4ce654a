/** The outlines of the maps are those that Natural Earth gives. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { OUTLINES, outlinesFor } from '#app/_charts/map/outlines.ts';
import { makeOutlines } from './make-outlines.ts';

interface ListedArea {
  readonly code: string;
  readonly kind: string;
  readonly members?: readonly { readonly area: string }[];
}

const areas = parse(
  readFileSync(new URL('../../../../sources/catalogue/areas.yaml', import.meta.url), 'utf8'),
) as ListedArea[];
const americas = new Set(
  areas.find(({ code }) => code === 'm49-019')?.members?.map(({ area }) => area) ?? [],
);

describe('outlines', () => {
  it('are as made from Natural Earth', () => {
    expect(JSON.parse(JSON.stringify(OUTLINES))).toEqual(makeOutlines(americas));
  });

  it('know the countries that the catalogue is about', () => {
    for (const code of ['HND', 'SLV', 'GTM', 'MEX', 'USA', 'CAN', 'TTO', 'JAM']) {
      expect(OUTLINES.americas.areas).toHaveProperty(code);
      expect(OUTLINES.world.areas).toHaveProperty(code);
    }
    expect(OUTLINES.world.areas['AUS']?.rings[0]?.length).toBeGreaterThan(40);
  });

  it('are those of the Americas where no area lies elsewhere', () => {
    expect(outlinesFor(['HND', 'ARG'])).toBe(OUTLINES.americas);
    expect(outlinesFor(['HND', 'ESP'])).toBe(OUTLINES.world);
  });
});
