/** The questions of a draft that have few answers, besides that of its periods. */
import { SUBNATIONAL_KINDS } from '#stats/model/catalogue.ts';
import type { DraftChoice } from './choice.ts';
import { slugOf } from '../indicator.ts';
import type { Look } from '../look.ts';
import { areUsual, type NumberLook } from '../numbers.ts';
import type { Parts } from '../parts.ts';

const named = (text: string): string => JSON.stringify(text);

function ofNumbers({ marks, other }: NumberLook): DraftChoice | null {
  if (!other) return null;
  const way = (its: NumberLook['marks']): unknown => (areUsual(its) ? undefined : its);
  const set = (its: NumberLook['marks']) => [{ path: ['numbers'], value: way(its) }];
  return {
    flag: 'number',
    text: `No cell tells how numbers are written. Which number is ${named(other.text)}`,
    answers: [
      { answer: String(other.here), set: set(marks) },
      { answer: String(other.there), set: set(other.marks) },
    ],
  };
}

function ofHidden({ file }: Look): DraftChoice | null {
  if (file.hidden.length === 0) return null;
  const some = file.hidden.slice(0, 8).join(', ');
  return {
    flag: 'hidden',
    text: `The workbook hides ${some}. Does it count`,
    answers: [
      { answer: 'leave-out', means: 'no', set: [] },
      { answer: 'read', means: 'yes', set: [{ path: ['format', 'hidden'], value: 'read' }] },
    ],
  };
}

function ofCounterpart({ counterpart }: Parts): DraftChoice | null {
  if (!counterpart) return null;
  const { name } = counterpart;
  return {
    flag: 'counterpart',
    text: `Is ${named(name)} a second area, such as where people come from or who gives`,
    answers: [
      { answer: 'yes', set: [] },
      {
        answer: 'no',
        means: 'it is a part of each figure',
        set: [
          { path: ['counterpart'], value: undefined },
          { path: ['breakdown', slugOf(name)], value: { column: name } },
        ],
      },
    ],
  };
}

const ofKind = ({ area, within, isKindKnown }: Parts): DraftChoice | null =>
  area === null || within === null || isKindKnown
    ? null
    : {
        flag: 'kind',
        text: `What are the places of ${named(area.name)}`,
        answers: [within, ...SUBNATIONAL_KINDS.filter((kind) => kind !== within)].map((kind) => ({
          answer: kind,
          set: [{ path: ['area', 'kind'], value: kind }],
        })),
      };

/** @param addsUp whether its figures may be added up */
function ofGroup({ spread }: Look, parts: Parts, addsUp: boolean): DraftChoice | null {
  const { clashes, area, parent, counterpart, year, month, quarter, half, end, which, breakdowns } = parts;
  if (clashes === 0) return null;
  const keys = [area, parent?.place, counterpart, year, month, quarter, half, end, ...(which?.columns ?? [])];
  const by = [...keys, ...breakdowns].flatMap((column) => (column && column.at >= 0 ? column.name : []));
  const added = {
    answer: 'yes',
    means: 'each is a part, such as one event',
    set: [{ path: ['group'], value: true }],
  };
  return {
    flag: 'group',
    text: `${clashes} rows are named like another. Are rows of one name added up`,
    answers: [
      { answer: 'no', means: 'they are refused', set: [] },
      ...(addsUp ? [added] : []),
      {
        answer: 'last',
        means: 'only the last of them counts',
        set: [{ path: ['latest'], value: { by: [...by, ...(spread?.names ?? [])] } }],
      },
    ],
  };
}

export const draftChoices = (look: Look, parts: Parts, addsUp: boolean): DraftChoice[] =>
  [
    ofHidden(look),
    ofNumbers(look.numbers),
    ofKind(parts),
    ofCounterpart(parts),
    ofGroup(look, parts, addsUp),
  ].filter((choice) => choice !== null);
