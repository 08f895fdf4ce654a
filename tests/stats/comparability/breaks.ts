/** Breaks as a catalogue could have them; these are examples for tests. */
import type { Break } from '#stats/model/break.ts';

export const BREAKS: readonly Break[] = [
  {
    id: 'title-42-begins',
    indicator: 'uac-apprehensions',
    kind: 'definition',
    at: '2020-03-21',
    name: { en: 'a break', es: 'una ruptura' },
    text: {
      en: 'From 21 March 2020 expulsions under Title 42 are counted with apprehensions under Title 8.',
      es: 'Desde el 21 de marzo de 2020 se cuentan las expulsiones del Título 42 con las aprehensiones del Título 8.',
    },
    cited: { text: { en: 'A test', es: 'Una prueba' } },
  },
  {
    id: 'honduras-homicide-classes',
    indicator: 'homicide-rate',
    area: 'HND',
    kind: 'doubt',
    at: '2013-01-01',
    until: '2013-12-31',
    name: { en: 'a break', es: 'una ruptura' },
    text: {
      en: 'The way of classing murders may have changed between 2012 and 2014.',
      es: 'La clasificación de los asesinatos pudo cambiar entre 2012 y 2014.',
    },
    cited: { text: { en: 'A test', es: 'Una prueba' } },
  },
];
