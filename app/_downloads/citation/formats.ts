/** The styles of a citation, by the ending of their file. */
import { formatApa } from './apa.ts';
import { formatBibtex } from './bibtex.ts';
import { formatCff } from './cff.ts';
import type { Citation } from './cited-work.ts';
import { formatCsl } from './csl.ts';
import { formatRis } from './ris.ts';

export const CITATION_FORMATS = {
  'apa.txt': formatApa,
  bib: formatBibtex,
  ris: formatRis,
  'csl.json': formatCsl,
  cff: formatCff,
} as const satisfies Readonly<Record<string, (citation: Citation) => string>>;
