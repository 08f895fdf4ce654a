/**
 * The topics: the questions of the founding documents, each with what was said. The texts state no result: the chart
 * beside them does, from the release of the page.
 */
import type { Text } from '#stats/language.ts';

export interface TopicText {
  readonly title: Text;
  readonly lead: Text;
  readonly parts: readonly {
    readonly question: Text;
    /** What a document says, with its source. */
    readonly said: Text;
    readonly text: Text;
  }[];
}

export const TOPICS_WORDS = {
  en: {
    title: 'Topics',
    lead: 'Questions of the documents that Cotejo began with, each beside the figures on file.',
    open: 'Open these figures',
    others: 'Other topics',
    claim: 'What was said',
  },
  es: {
    title: 'Temas',
    lead: 'Preguntas de los documentos con que empezó Cotejo, cada una junto a las cifras registradas.',
    open: 'Abrir estas cifras',
    others: 'Otros temas',
    claim: 'Lo que se dijo',
  },
} as const;

export const TOPIC_TEXTS = {
  violence: {
    title: { en: 'Violence in the Northern Triangle', es: 'La violencia en el Triángulo Norte' },
    lead: {
      en: 'People said that they left because of violence. How high was it, and what became of it?',
      es: 'La gente decía que se iba por la violencia. ¿Cuánta había y qué fue de ella?',
    },
    parts: [
      {
        question: { en: 'Did homicide rise or fall?', es: '¿Subieron o bajaron los homicidios?' },
        said: {
          en: 'Honduras fell from 92 in 2012 to 68 in 2014, and El Salvador was well on the way to double in 2015 (report of November 2015, paragraph 9).',
          es: 'Honduras bajó de 92 en 2012 a 68 en 2014, y El Salvador iba camino de duplicarse en 2015 (informe de noviembre de 2015, párrafo 9).',
        },
        text: {
          en: 'The lines are one source’s series, so that years can be compared. The report’s own figures are on the page of the indicator.',
          es: 'Las líneas son la serie de una sola fuente, para que los años se puedan comparar. Las cifras del informe están en la página del indicador.',
        },
      },
      {
        question: {
          en: 'Was it at least three times the rate of Mexico?',
          es: '¿Era al menos el triple que en México?',
        },
        said: {
          en: 'El Salvador’s and Honduras’s murder rates are at least three times Mexico’s, 21.5 (paragraph 10).',
          es: 'Las tasas de El Salvador y Honduras son al menos el triple que la de México, 21,5 (párrafo 10).',
        },
        text: {
          en: 'Several sources have a figure of Mexico for 2014, and they differ by more than rounding.',
          es: 'Varias fuentes tienen una cifra de México para 2014, y difieren en más que el redondeo.',
        },
      },
    ],
  },
  'children-2014': {
    title: { en: 'Children and families at the border', es: 'Niños y familias en la frontera' },
    lead: {
      en: 'In 2014 more children than ever came alone to the south-west border of the United States.',
      es: 'En 2014 llegaron solos a la frontera suroeste de Estados Unidos más niños que nunca.',
    },
    parts: [
      {
        question: { en: 'How many children came alone?', es: '¿Cuántos niños llegaron solos?' },
        said: {
          en: '68,541 in fiscal year 2014, 77 percent more than the year before (report of November 2015, paragraph 5).',
          es: '68 541 en el año fiscal 2014, un 77 % más que el año anterior (informe de noviembre de 2015, párrafo 5).',
        },
        text: {
          en: 'The agency counts again from the records of today, rounded to 10 each month; its figures differ a little from what was printed then.',
          es: 'La agencia vuelve a contar con los registros de hoy, redondeados a la decena cada mes; sus cifras difieren un poco de lo que se imprimió entonces.',
        },
      },
      {
        question: { en: 'And in families?', es: '¿Y en familia?' },
        said: {
          en: '68,445 people in families in fiscal year 2014, 361 percent more (paragraph 5).',
          es: '68 445 personas en familia en el año fiscal 2014, un 361 % más (párrafo 5).',
        },
        text: {
          en: 'The agency calls them family units, but counts the people in them.',
          es: 'La agencia las llama unidades familiares, pero cuenta a sus integrantes.',
        },
      },
    ],
  },
  'southern-border': {
    title: { en: 'Mexico’s southern border', es: 'La frontera sur de México' },
    lead: {
      en: 'From July 2014 Mexico stopped more people on their way north. Did fewer reach the United States?',
      es: 'Desde julio de 2014 México detuvo a más gente camino del norte. ¿Llegaron menos a Estados Unidos?',
    },
    parts: [
      {
        question: {
          en: 'How many did the US Border Patrol apprehend?',
          es: '¿A cuántos aprehendió la Patrulla Fronteriza?',
        },
        said: {
          en: 'Fewer reached the border after the plan (report of November 2015, paragraph 28); record numbers in October 2018 (article of 20 October 2018, paragraph 11).',
          es: 'Menos llegaron a la frontera tras el plan (informe de noviembre de 2015, párrafo 28); cifras récord en octubre de 2018 (artículo del 20 de octubre de 2018, párrafo 11).',
        },
        text: {
          en: 'A fall after a measure does not show that the measure caused it.',
          es: 'Que algo baje después de una medida no demuestra que la medida lo causara.',
        },
      },
      {
        question: { en: 'How many did Mexico apprehend?', es: '¿A cuántos detuvo México?' },
        said: {
          en: 'More than 90,000 Central Americans from October 2014 to April 2015, against just over 70,000 other than Mexicans by the United States (paragraph 29).',
          es: 'Más de 90 000 centroamericanos de octubre de 2014 a abril de 2015, frente a poco más de 70 000 no mexicanos por parte de Estados Unidos (párrafo 29).',
        },
        text: {
          en: 'The figure of Mexico is open above, and the two are not counts of the same people.',
          es: 'La cifra de México no tiene límite superior, y las dos no cuentan a las mismas personas.',
        },
      },
    ],
  },
  asylum: {
    title: { en: 'Asylum in US courts', es: 'El asilo en los tribunales de EE. UU.' },
    lead: {
      en: 'The same grants are a small share of all petitions, and a larger one of those decided.',
      es: 'Las mismas concesiones son una parte pequeña de las solicitudes y otra mayor de las resueltas.',
    },
    parts: [
      {
        question: { en: 'What share is granted?', es: '¿Qué parte se concede?' },
        said: {
          en: '3.6 percent of petitions from the Northern Triangle in fiscal year 2014 (report of November 2015, paragraph 35).',
          es: 'El 3,6 % de las solicitudes del Triángulo Norte en el año fiscal 2014 (informe de noviembre de 2015, párrafo 35).',
        },
        text: {
          en: 'Here the whole is the cases that courts decided on the merits. A share of another whole is another figure.',
          es: 'Aquí el total son los casos que los tribunales resolvieron en cuanto al fondo. Una parte de otro total es otra cifra.',
        },
      },
      {
        question: { en: 'How many apply?', es: '¿Cuántas personas lo solicitan?' },
        said: {
          en: 'Claims by Central Americans rose dramatically from 2008 (paragraph 6).',
          es: 'Las solicitudes de centroamericanos aumentaron mucho desde 2008 (párrafo 6).',
        },
        text: {
          en: 'First applications in the immigration courts, in persons. Cases and persons are never added.',
          es: 'Primeras solicitudes ante los tribunales de inmigración, en personas. Los casos y las personas nunca se suman.',
        },
      },
    ],
  },
  caravan: {
    title: { en: 'The caravan of 2018', es: 'La caravana de 2018' },
    lead: {
      en: 'Nobody registered the people who walked north in October 2018. Each figure is somebody’s estimate.',
      es: 'Nadie registró a quienes caminaban hacia el norte en octubre de 2018. Cada cifra es la estimación de alguien.',
    },
    parts: [
      {
        question: { en: 'How large was it?', es: '¿De qué tamaño era?' },
        said: {
          en: '7,000 and 14,000 in one article; 4,000 to 5,000 two weeks later (articles of 26 October and 9 November 2018).',
          es: '7000 y 14 000 en un mismo artículo; de 4000 a 5000 dos semanas después (artículos del 26 de octubre y del 9 de noviembre de 2018).',
        },
        text: {
          en: 'Some figures are of the first caravan and some of everyone on the road, so they do not all contradict each other.',
          es: 'Unas cifras son de la primera caravana y otras de todos los que iban en camino, así que no todas se contradicen.',
        },
      },
      {
        question: {
          en: 'How many soldiers were sent to meet it?',
          es: '¿Cuántos militares se enviaron a su encuentro?',
        },
        said: {
          en: '800 to 1,000 were planned in October, and 5,600 were deployed in November 2018.',
          es: 'En octubre se preveían de 800 a 1000, y en noviembre de 2018 se desplegaron 5600.',
        },
        text: {
          en: 'A plan, a deployment and the National Guard are three things.',
          es: 'Un plan, un despliegue y la Guardia Nacional son tres cosas distintas.',
        },
      },
    ],
  },
  dangers: {
    title: { en: 'Dangers on the way', es: 'Los peligros del camino' },
    lead: {
      en: 'Those who die or are kidnapped on the way are counted only where somebody finds or asks them.',
      es: 'A quienes mueren o son secuestrados en el camino solo se les cuenta donde alguien los encuentra o pregunta por ellos.',
    },
    parts: [
      {
        question: { en: 'How many die at the border?', es: '¿Cuántas personas mueren en la frontera?' },
        said: {
          en: '307 in fiscal year 2014 (report of November 2015, paragraph 14).',
          es: '307 en el año fiscal 2014 (informe de noviembre de 2015, párrafo 14).',
        },
        text: {
          en: 'Only those whom the Border Patrol found and recorded: every figure is a minimum.',
          es: 'Solo quienes la Patrulla Fronteriza halló y registró: cada cifra es un mínimo.',
        },
      },
      {
        question: {
          en: 'How many are kidnapped in Mexico?',
          es: '¿A cuántas personas se secuestra en México?',
        },
        said: {
          en: 'More than 20,000 migrants a year (report of November 2015, paragraph 13).',
          es: 'A más de 20 000 migrantes al año (informe de noviembre de 2015, párrafo 13).',
        },
        text: {
          en: 'It is a level that was said once. No yearly count is on file to check it.',
          es: 'Es un nivel que se dijo una vez. No hay ningún recuento anual con que comprobarlo.',
        },
      },
    ],
  },
} as const satisfies Readonly<Record<string, TopicText>>;

export type TopicId = keyof typeof TOPIC_TEXTS;
