/**
 * The choices that the controls of an indicator offer, in the reader's language: only codes that are on file.
 */
import { breakdownName } from '#app/_charts/wording/code-name.ts';
import type { Area, Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { collate } from '#stats/collate.ts';
import type { Language } from '#stats/language.ts';
import { ALL, NONE } from '#stats/model/observation.ts';
import { formatPeriod, parsePeriod, YEAR_BASES, type Basis } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { askableBases } from '#stats/query/time-bases.ts';
import { defaultBases } from '#stats/query/query.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';

export interface Choice {
  readonly code: string;
  readonly name: string;
}

/** The codes on file for an indicator: the part of its dimensions that controls need. */
export interface OnFile {
  readonly areas: readonly string[];
  readonly origins: readonly string[];
  readonly breakdowns: readonly string[];
  readonly definitions: readonly string[];
  readonly sources: readonly string[];
  readonly bases: readonly Basis[];
  /** Period texts, in order of time. */
  readonly periods: readonly string[];
}

export interface Choices {
  readonly countries: readonly Choice[];
  readonly cities: readonly Choice[];
  readonly groups: readonly Choice[];
  readonly origins: readonly Choice[];
  readonly breakdowns: readonly Choice[];
  readonly definitions: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly bases: readonly Choice[];
  /** The possible ends of a span of time: years, or months if there are no years. */
  readonly ends: readonly Choice[];
}

/** The areas of a list: those with the codes, and every group with a member on file. */
function withGroups(catalogue: Catalogue, codes: readonly string[]): readonly Area[] {
  const own = new Set(codes);
  return catalogue.areas.filter(
    (area) =>
      own.has(area.code) ||
      (area.kind === 'group' && (area.members ?? []).filter((member) => own.has(member.area)).length > 1),
  );
}

/**
 * The usual bases, each alone, and all of them together, as a question may ask for them. Months can be
 * combined into years.
 */
function basesOf(indicator: Indicator, onFile: readonly Basis[]): readonly (readonly Basis[])[] {
  const all = indicator.bases.filter((basis) => onFile.includes(basis));
  const made = onFile.includes('month')
    ? askableBases(indicator).filter((basis) => YEAR_BASES.includes(basis) && !all.includes(basis))
    : [];
  const usual = defaultBases(indicator);
  const sets = [
    usual.filter((basis) => all.includes(basis)),
    ...[...all, ...made].map((basis) => [basis]),
    all,
  ];
  const byText = new Map(sets.filter((set) => set.length > 0).map((set) => [set.join('~'), set]));
  return [...byText.values()];
}

/** @example choicesOf(catalogue, indicator, onFile, 'es').countries[0] -> { code: 'SLV', name: 'El Salvador' } */
export function choicesOf(
  catalogue: Catalogue,
  indicator: Indicator,
  onFile: OnFile,
  language: Language,
): Choices {
  const areas = withGroups(catalogue, onFile.areas);
  const listed = (chosen: readonly Area[]): Choice[] =>
    chosen
      .map((area) => ({ code: area.code, name: area.name[language] }))
      .sort((a, b) => collate(a.name, b.name));
  const ofKind = (...kinds: readonly string[]): Choice[] =>
    listed(areas.filter((area) => kinds.includes(area.kind)));
  const periods = onFile.periods.flatMap((text) => parsePeriod(text) ?? []);
  const years = periods.filter(({ basis }) => YEAR_BASES.includes(basis));
  return {
    countries: ofKind('country'),
    cities: ofKind('city'),
    groups: ofKind('group'),
    origins: listed(
      withGroups(
        catalogue,
        onFile.origins.filter((code) => code !== NONE),
      ),
    ),
    breakdowns: onFile.breakdowns
      .filter((tuple) => tuple !== ALL)
      .map((code) => ({ code, name: breakdownName(catalogue.dimensions, code, language) })),
    definitions: indicator.definitions
      .filter(({ code }) => onFile.definitions.includes(code))
      .map(({ code, name }) => ({ code, name: name[language] })),
    sources: indicator.sources.flatMap((id) => {
      const source = catalogue.sources.find((candidate) => candidate.id === id);
      return source && onFile.sources.includes(id) ? [{ code: id, name: source.shortTitle[language] }] : [];
    }),
    bases: basesOf(indicator, onFile.bases).map((bases) => ({
      code: bases.join('~'),
      name: bases.map((basis) => BASIS_WORDS[basis][language]).join(' + '),
    })),
    ends: (years.length > 0 ? years : periods.filter(({ basis }) => basis === 'month')).map((period) => {
      const code = formatPeriod(period);
      return { code, name: period.basis === 'month' ? formatPeriodWords(period, 'stated', language) : code };
    }),
  };
}
