/** Texts of what changed between two releases. */
import type { Language } from '#stats/language.ts';
import type { RevisionReason } from '#stats/evidence/revision.ts';
import type { DeclaredRevision } from '#stats/model/catalogue.ts';
import type { Filled } from './filled.ts';

const REASONS_EN: Readonly<Record<RevisionReason | DeclaredRevision, string>> = {
  'new-edition': 'a newer file of the source',
  hedge: 'hedge or interval only',
  period: 'days of the period',
  gap: 'figure for a gap, or a gap for a figure',
  correction: 'put right in the same file',
  planned: 'planned revision, as the publisher says',
  method: 'new method, as the publisher says',
  'population-base': 'new population base, as the publisher says',
};
const REASONS_ES: typeof REASONS_EN = {
  'new-edition': 'un archivo más reciente de la fuente',
  hedge: 'solo el matiz o el intervalo',
  period: 'los días del periodo',
  gap: 'una cifra por un hueco, o al revés',
  correction: 'corregida en el mismo archivo',
  planned: 'revisión programada, según quien la publica',
  method: 'método nuevo, según quien la publica',
  'population-base': 'nueva base de población, según quien la publica',
};

const en = {
  title: ({ from, to }: Filled<'from' | 'to'>) => `From release ${from} to ${to}`,
  lead: 'What was added, removed and revised, with the old and the new figure. A row is confirmed if a newer file repeats the figure.',
  crumbs: 'You are here',
  releases: 'Releases',
  counts: {
    added: ({ n }: Filled<'n'>) => `${n} added`,
    removed: ({ n }: Filled<'n'>) => `${n} removed`,
    revised: ({ n }: Filled<'n'>) => `${n} revised`,
    confirmed: ({ n }: Filled<'n'>) => `${n} confirmed`,
  },
  kinds: { added: 'Added', removed: 'Removed', revised: 'Revised', confirmed: 'Confirmed' },
  nothing: 'Nothing changed between these releases with these filters.',
  byIndicator: 'By indicator',
  indicator: 'Indicator',
  all: 'all',
  area: 'Area or origin, as a code',
  filter: 'Filter',
  rows: 'Figure by figure',
  rowsLead: ({ shown, all }: Filled<'shown' | 'all'>) =>
    `${shown} of ${all} rows: first those revised and removed. The CSV has all of them.`,
  choose: 'Choose an indicator to see its figures one by one.',
  figure: 'Figure',
  period: 'Period',
  was: 'Before',
  is: 'After',
  size: 'Change',
  kind: 'Kind',
  source: 'Source',
  reasons: REASONS_EN,
  data: 'As data',
  claims: 'Verdicts on claims',
  claimsNone: 'No verdict on a claim changed.',
  claimChanged: ({ id, was, is }: Filled<'id' | 'was' | 'is'>) => `${id}: ${was} before, ${is} now.`,
  link: ({ from }: Filled<'from'>) => `Everything that changed since ${from}`,
};

const es: typeof en = {
  title: ({ from, to }) => `De la edición ${from} a la ${to}`,
  lead: 'Lo que se añadió, se retiró y se revisó, con la cifra anterior y la nueva. Una fila está confirmada si un archivo más reciente repite la cifra.',
  crumbs: 'Está en',
  releases: 'Ediciones',
  counts: {
    added: ({ n }) => `${n} nuevas`,
    removed: ({ n }) => `${n} retiradas`,
    revised: ({ n }) => `${n} revisadas`,
    confirmed: ({ n }) => `${n} confirmadas`,
  },
  kinds: { added: 'Nueva', removed: 'Retirada', revised: 'Revisada', confirmed: 'Confirmada' },
  nothing: 'Nada cambió entre estas ediciones con estos filtros.',
  byIndicator: 'Por indicador',
  indicator: 'Indicador',
  all: 'todos',
  area: 'Zona u origen, con su código',
  filter: 'Filtrar',
  rows: 'Cifra por cifra',
  rowsLead: ({ shown, all }) =>
    `${shown} de ${all} filas: primero las revisadas y las retiradas. El CSV las tiene todas.`,
  choose: 'Elija un indicador para ver sus cifras una a una.',
  figure: 'Cifra',
  period: 'Periodo',
  was: 'Antes',
  is: 'Después',
  size: 'Cambio',
  kind: 'Tipo',
  source: 'Fuente',
  reasons: REASONS_ES,
  data: 'Como datos',
  claims: 'Veredictos sobre afirmaciones',
  claimsNone: 'No cambió ningún veredicto.',
  claimChanged: ({ id, was, is }) => `${id}: antes, ${was}; ahora, ${is}.`,
  link: ({ from }) => `Todo lo que cambió desde la ${from}`,
};

export const DIFF_WORDS = { en, es };

export const diffWordsIn = (language: Language): typeof en => DIFF_WORDS[language];
