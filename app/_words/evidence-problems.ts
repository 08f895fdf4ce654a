/** What may be wrong with the address of a figure's evidence. */
import type { Text } from '#stats/language.ts';

export const EVIDENCE_PROBLEMS = {
  noCell: {
    en: 'cell= names the figure of this answer whose evidence is wanted. Follow the link of a figure in a table.',
    es: 'cell= nombra la cifra de esta respuesta cuya procedencia se pide. Siga el enlace de una cifra en una tabla.',
  },
  unknownCell: {
    en: 'The answer to this question has no figure with this id. Follow the link of a figure in its table.',
    es: 'La respuesta a esta consulta no tiene ninguna cifra con este identificador. Siga el enlace de una cifra en su tabla.',
  },
} as const satisfies Readonly<Record<string, Text>>;
