/** The form for a claim of the reader's own, and its outcome. It is a native form and works without scripts. */
import type { ReactElement } from 'react';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { checkSentence } from '#app/_downloads/claims/sentence.ts';
import { claimWordsIn } from '#app/_words/claims.ts';
import { checkWordsIn } from '#app/_words/check.ts';
import type { CheckedClaim } from '#stats/claims/claim.ts';
import { formatCheck } from '#stats/claims/parameters.ts';
import { RELATIONS } from '#stats/claims/relation.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { CopyScope } from '../page/CopyScope.tsx';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { Sensitivity, StepTable, VerdictHead, withOtherSources } from './CheckedView.tsx';
import { SHAPES } from './check-form.ts';
import { EmbedCode } from './EmbedCode.tsx';

export interface CheckViewProps {
  readonly checked: CheckedClaim | null;
  /** The values that the form shows. */
  readonly fields: ReadonlyMap<string, string>;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

/** A claim that can be checked at once. */
const EXAMPLE = formatCheck({
  terms: {
    a: 'homicide-rate?country=SLV&source=owid-homicide-rate&time=2014',
    b: 'homicide-rate?country=MEX&source=owid-homicide-rate&time=2014',
  },
  expression: 'a / b',
  relation: 'at-least:3',
});

export function CheckView({ checked, fields, catalogue, place }: CheckViewProps): ReactElement {
  const { language } = place;
  const words = checkWordsIn(language);
  const claims = claimWordsIn(language);
  return (
    <CopyScope>
      <nav className="crumbs" aria-label={claims.crumbs}>
        <a href={pageHref(place, '/claims')}>{claims.claims}</a> / {words.title}
      </nav>
      <div className="title claim-title">
        <h1>{words.title}</h1>
        <p className="def">
          {words.lead} <a href={pageHref(place, '/claims/check', EXAMPLE)}>{words.example}</a>
        </p>
      </div>
      <form className="check" method="get" action={pageHref({ ...place, pinned: false }, '/claims/check')}>
        <input type="hidden" name="form" value="yes" />
        {place.pinned && <input type="hidden" name="release" value={place.release.version} />}
        <TermFields name="a" title={words.first} {...{ fields, catalogue, place }} />
        <TermFields name="b" title={words.second} {...{ fields, catalogue, place }} />
        <fieldset>
          <legend>{words.shape}</legend>
          <Choice
            name="shape"
            label={words.shape}
            value={fields.get('shape') ?? 'ratio'}
            options={SHAPES.map((shape) => [shape, words.shapes[shape]])}
          />
          <Choice
            name="relation"
            label={words.relation}
            value={fields.get('relation') ?? 'at-least'}
            options={RELATIONS.map((relation) => [relation, words.relations[relation]])}
          />
          <Field name="number" label={words.number} value={fields.get('number') ?? ''} />
          <button className="btn btn-main" type="submit">
            {words.submit}
          </button>
        </fieldset>
      </form>
      {checked?.check && (
        <section className="check-outcome" aria-live="polite">
          <VerdictHead checked={checked} place={place} />
          <StepTable checked={checked} place={place} />
          <Sensitivity
            own={checked}
            others={withOtherSources(checked, catalogue, language)}
            language={language}
          />
          <Sharing checked={checked} place={place} />
        </section>
      )}
    </CopyScope>
  );
}

function Sharing({
  checked,
  place,
}: Pick<CheckViewProps, 'place'> & { readonly checked: CheckedClaim }): ReactElement {
  const { language, release, origin } = place;
  const words = checkWordsIn(language);
  const search = checked.check ? formatCheck(checked.check) : '';
  const address = origin + pageHref({ ...place, pinned: true }, '/claims/check', search);
  const sentence = checkSentence(checked, release, language);
  const spoken = language === 'en' ? '' : `&lang=${language}`;
  return (
    <section className="kit">
      <h2>{words.share}</h2>
      <div>
        <p id="sentence" className="quoted">
          {sentence}
        </p>
        <p>
          <CopyButton target="sentence" language={language} />
        </p>
        <p>
          <code id="address">{address}</code>
        </p>
        <p>
          <CopyButton target="address" language={language} />{' '}
          <a href={`/data/${release.version}/check.json?${search}${spoken}`}>JSON</a>
        </p>
        <EmbedCode
          path={`/embed/${release.version}/check?${search}${spoken}`}
          title={sentence}
          place={place}
        />
      </div>
    </section>
  );
}

function Field({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} defaultValue={value} autoComplete="off" />
    </label>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
}): ReactElement {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function TermFields({
  name,
  title,
  fields,
  catalogue,
  place: { language },
}: Omit<CheckViewProps, 'checked'> & { readonly name: 'a' | 'b'; readonly title: string }): ReactElement {
  const words = checkWordsIn(language);
  const value = (part: string): string => fields.get(`${part}.${name}`) ?? '';
  const indicators = catalogue.indicators
    .map(({ id, title: of }): readonly [string, string] => [id, of[language]])
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  const own = catalogue.indicators.find(({ id }) => id === value('indicator'))?.sources ?? [];
  const sources = catalogue.sources
    .filter(({ id }) => own.length === 0 || own.includes(id))
    .map(({ id, shortTitle }): readonly [string, string] => [id, shortTitle[language]]);
  return (
    <fieldset>
      <legend>{title}</legend>
      <Choice
        name={`indicator.${name}`}
        label={words.indicator}
        value={value('indicator')}
        options={[['', words.none], ...indicators]}
      />
      <Field name={`area.${name}`} label={words.area} value={value('area')} />
      <Field name={`time.${name}`} label={words.time} value={value('time')} />
      <Choice
        name={`source.${name}`}
        label={words.source}
        value={value('source')}
        options={[['', words.anySource], ...sources]}
      />
      <Field name={`more.${name}`} label={words.more} value={value('more')} />
    </fieldset>
  );
}
