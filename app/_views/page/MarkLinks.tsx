/**
 * Links over the marks of a drawing, as text, because a chart may have a thousand. They are for the pointer alone:
 * by key and for screen readers the same links are in the table below.
 */
import type { ReactElement } from 'react';
import { tenth } from '#app/_charts/marks/shapes.ts';
import type { MarkPoint } from '#app/_charts/model/chart.ts';
import { escapeXml } from '#app/_downloads/discovery/xml.ts';

export interface MarkLink {
  readonly href: string;
  readonly at: MarkPoint;
  /** How many pixels from its point a pointer meets it. */
  readonly reach: number;
}

export function MarkLinks({
  links,
  width,
  height,
}: {
  readonly links: readonly MarkLink[];
  readonly width: number;
  readonly height: number;
}): ReactElement | null {
  if (links.length === 0) return null;
  const markup = links
    .map((link) => `<a href="${escapeXml(link.href)}" tabindex="-1">${hitArea(link)}</a>`)
    .join('');
  return (
    <svg
      className="chart mark-links"
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}

const hitArea = ({ at: { x, y, box }, reach }: MarkLink): string =>
  box
    ? `<rect x="${tenth(box.x)}" y="${tenth(box.y)}" width="${tenth(box.w)}" height="${tenth(box.h)}"/>`
    : `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(reach)}"/>`;
