/** Texts of the form that checks a claim of the reader's own. */
import type { Language } from '#stats/language.ts';

const en = {
  title: 'Check a claim of your own',
  lead: 'Say what is claimed with one or two figures. The address that comes out can be shared; it names everything that was asked.',
  shape: 'The claim is that',
  shapes: {
    ratio: 'the first is so many times the second',
    change: 'the first is so many percent more than the second',
    share: 'the first is so many percent of the second',
    difference: 'the first is so much more than the second',
    sum: 'both together are',
    value: 'the first figure is',
    highest: 'the first is higher than the second',
    lowest: 'the first is lower than the second',
  },
  first: 'First figure',
  second: 'Second figure (empty if there is none)',
  indicator: 'Indicator',
  none: 'none',
  area: 'Area, by name or code',
  time: 'Period',
  source: 'Source',
  anySource: 'the only one, or the one named in “more”',
  more: 'More, as in an address (origin=HND, breakdown=..., definition=...)',
  relation: 'Relation',
  number: 'Number',
  relations: {
    'at-least': 'at least',
    'more-than': 'more than',
    equals: 'exactly, as rounded',
    about: 'about',
    nearly: 'nearly',
    'at-most': 'at most',
    'less-than': 'less than',
  },
  submit: 'Check',
  badNumber: 'Write the number as printed: 3.6, 20,000 or 77.',
  example: 'An example',
  share: 'Share this check',
  embed: 'As one sentence',
};

const es: typeof en = {
  title: 'Comprobar una afirmación propia',
  lead: 'Diga qué se afirma con una o dos cifras. La dirección que resulta se puede compartir; nombra todo lo que se preguntó.',
  shape: 'Se afirma que',
  shapes: {
    ratio: 'la primera es tantas veces la segunda',
    change: 'la primera es tanto por ciento mayor que la segunda',
    share: 'la primera es tanto por ciento de la segunda',
    difference: 'la primera supera a la segunda en tanto',
    sum: 'las dos juntas son',
    value: 'la primera cifra es',
    highest: 'la primera es más alta que la segunda',
    lowest: 'la primera es más baja que la segunda',
  },
  first: 'Primera cifra',
  second: 'Segunda cifra (vacía si no la hay)',
  indicator: 'Indicador',
  none: 'ninguno',
  area: 'Zona, por nombre o código',
  time: 'Periodo',
  source: 'Fuente',
  anySource: 'la única, o la que se nombre en «más»',
  more: 'Más, como en una dirección (origin=HND, breakdown=..., definition=...)',
  relation: 'Relación',
  number: 'Número',
  relations: {
    'at-least': 'al menos',
    'more-than': 'más de',
    equals: 'exactamente, tal como se redondeó',
    about: 'unos',
    nearly: 'casi',
    'at-most': 'como máximo',
    'less-than': 'menos de',
  },
  submit: 'Comprobar',
  badNumber: 'Escriba el número tal como se publicó: 3,6; 20 000 o 77.',
  example: 'Un ejemplo',
  share: 'Compartir esta comprobación',
  embed: 'En una frase',
};

/** @public The test of all texts reads it. */
export const CHECK_WORDS = { en, es };

export const checkWordsIn = (language: Language): typeof en => CHECK_WORDS[language];
