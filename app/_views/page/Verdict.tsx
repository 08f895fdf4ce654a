/**
 * The result of a comparison, shown by the two bars: joined for "holds", shifted apart for "fails", the
 * second dotted for "cannot be checked", a point between them for "comparable with notes".
 */
import type { ReactElement } from 'react';

export type VerdictKind = 'holds' | 'fails' | 'open' | 'notes';

const BAR = { y: 1, width: 3, height: 16, fill: 'currentColor' } as const;

function bars(kind: VerdictKind): ReactElement {
  switch (kind) {
    case 'holds':
      return (
        <>
          <rect x="3" {...BAR} />
          <rect x="14" {...BAR} />
          <rect x="6" y="8" width="8" height="2.4" fill="currentColor" />
        </>
      );
    case 'fails':
      return (
        <>
          <rect x="3" {...BAR} y="0" height={11} />
          <rect x="14" {...BAR} y="7" height={11} />
        </>
      );
    case 'open':
      return (
        <>
          <rect x="3" {...BAR} />
          {[1, 5.4, 9.8, 14.2].map((y) => (
            <rect key={y} x="14" {...BAR} y={y} height={3} />
          ))}
        </>
      );
    case 'notes':
      return (
        <>
          <rect x="3" {...BAR} />
          <rect x="14" {...BAR} />
          <circle cx="10" cy="9" r="2" fill="currentColor" />
        </>
      );
  }
}

export const VerdictGlyph = ({ kind }: { readonly kind: VerdictKind }): ReactElement => (
  <svg viewBox="0 0 20 18" aria-hidden="true">
    {bars(kind)}
  </svg>
);

/** Glyph and words; without other content, a badge with a light background. */
export const VerdictLine = ({
  kind,
  words,
  badge = false,
}: {
  readonly kind: VerdictKind;
  readonly words: string;
  readonly badge?: boolean;
}): ReactElement => (
  <span className={`verdict v-${kind}${badge ? ' badge' : ''}`}>
    <VerdictGlyph kind={kind} />
    {words}
  </span>
);
