/** Pages that say what is wrong with a request. */
import type { Filled } from './filled.ts';

const en = {
  wrong: {
    title: 'This request needs a correction',
    parameter: 'Parameter',
    value: 'You sent',
    accepted: 'Accepted values',
    nothing: 'We did not guess what you meant.',
    without: 'Remove it',
    /** What accepts at most so many cells. */
    aPage: 'A page',
    use: ({ value }: Filled<'value'>) => `Use ${value}`,
    didYouMean: ({ value, name }: Filled<'value' | 'name'>) =>
      `We do not know “${value}”. Did you mean ${name}?`,
    notFoundTitle: 'Page not found',
    notFoundLead: 'No indicator, release or page has this name. You can go to:',
    home: 'All indicators',
  },
};

const es: typeof en = {
  wrong: {
    title: 'Hay que corregir esta consulta',
    parameter: 'Parámetro',
    value: 'Valor recibido',
    accepted: 'Valores admitidos',
    nothing: 'No intentamos adivinar qué quería decir.',
    without: 'Quitarlo',
    aPage: 'Una página',
    use: ({ value }: Filled<'value'>) => `Usar ${value}`,
    didYouMean: ({ value, name }: Filled<'value' | 'name'>) =>
      `No conocemos «${value}». ¿Quería decir ${name}?`,
    notFoundTitle: 'Página no encontrada',
    notFoundLead: 'Ningún indicador, edición ni página lleva este nombre. Puede ir a:',
    home: 'Todos los indicadores',
  },
};

export const PROBLEM_WORDS = { en, es };
