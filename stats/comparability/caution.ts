/** What an expert says before figures are compared: how far a city reaches, how few people, what is really counted. */
import { isOfFewCases } from './few-cases.ts';
import { unique } from '../text.ts';
import type { Text } from '../language.ts';
import type { Reason } from './reasons.ts';
import { reason } from './reasons.ts';
import type { Subject, SubjectArea } from './subject.ts';

const nameOf = ({ code, name }: SubjectArea): Text => name ?? { en: code, es: code };

const distinct = (areas: readonly SubjectArea[]): readonly SubjectArea[] => [
  ...new Map(areas.map((area) => [area.code, area])).values(),
];

/** Cities are compared as far as they reach alike: within the same stated limits, or as one source has one city. */
function cityLimits(subjects: readonly Subject[]): Reason[] {
  const cities = subjects.filter(({ area }) => area.kind === 'city');
  const series = unique(cities.map(({ area, source }) => `${area.code} ${source.id}`));
  const limits = unique(cities.map(({ area }) => area.limits ?? ''));
  if (series.length < 2 || (limits.length === 1 && limits[0] !== '')) return [];
  const areas = distinct(cities.map(({ area }) => area));
  return [
    reason(
      'city-limits',
      areas.map(({ code }) => code),
      areas.map(nameOf),
    ),
  ];
}

/** Rates of so few people that one case more or less moves them much. */
function smallPopulations(subjects: readonly Subject[]): Reason[] {
  const rates = subjects.flatMap(({ indicator, cells, area, counterpart }) => {
    const perCapita = cells.some(({ transform }) => transform === 'per-capita');
    if (indicator.measure !== 'rate' && !perCapita) return [];
    return [area, counterpart].filter(({ smallPopulation }) => smallPopulation === true);
  });
  const areas = distinct(rates);
  if (areas.length === 0) return [];
  return [
    reason(
      'small-population',
      areas.map(({ code }) => code),
      areas.map(nameOf),
    ),
  ];
}

/** Figures of two areas under one definition that may measure two things, as the catalogue says. */
function measuredDifferently(subjects: readonly Subject[]): Reason[] {
  const indicators = new Map(subjects.map(({ indicator }) => [indicator.id, indicator]));
  const found = [...indicators.values()].flatMap(({ id, differs }) => {
    const areas = unique(
      subjects.filter(({ indicator }) => indicator.id === id).map(({ area }) => area.code),
    );
    return differs && areas.length > 1 ? [{ id, differs }] : [];
  });
  if (found.length === 0) return [];
  return [
    reason(
      'measured-differently',
      found.map(({ id }) => id),
      found.map(({ differs }) => differs),
    ),
  ];
}

/** Minimums differ by how much was found as well as by how much there was. */
function minimums(subjects: readonly Subject[]): Reason[] {
  const indicators = new Map(subjects.map(({ indicator }) => [indicator.id, indicator]));
  const found = [...indicators.values()].filter(({ minimum }) => minimum === true);
  if (found.length === 0) return [];
  return [
    reason(
      'minimum',
      found.map(({ id }) => id),
      found.map(({ title }) => title),
    ),
  ];
}

/** Shares and rates of so few cases that one more or less changes them much. */
function fewCases(subjects: readonly Subject[]): Reason[] {
  const few = subjects.filter(({ indicator, cells }) => cells.some((cell) => isOfFewCases(cell, indicator)));
  if (few.length === 0) return [];
  const areas = distinct(few.map(({ area, counterpart }) => (anybody(counterpart) ? area : counterpart)));
  return [
    reason(
      'few-cases',
      areas.map(({ code }) => code),
      areas.map(nameOf),
    ),
  ];
}

const anybody = ({ kind }: SubjectArea): boolean => kind === 'all' || kind === 'none';

export const cautionReasons = (subjects: readonly Subject[]): Reason[] => [
  ...cityLimits(subjects),
  ...smallPopulations(subjects),
  ...measuredDifferently(subjects),
  ...minimums(subjects),
  ...fewCases(subjects),
];
