/** The page of one figure that Cotejo calculated: the rule, everything that went in, and the sum done again. */
import type { ReactElement } from 'react';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { periodWithBasis, figureSentence, subjectOfCell } from '#app/_downloads/sentence/sentence.ts';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import { wordsIn } from '#app/_words/words.ts';
import { MOST_INPUTS, type CellEvidence } from '#stats/evidence/evidence.ts';
import { figureOf } from '#stats/format/figure.ts';
import { QUALIFIER_WORDS } from '#stats/format/labels.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { unitShown } from '#stats/format/unit.ts';
import { formatNumber, plainNumber } from '#stats/number.ts';
import { formatQuery } from '#stats/query/query.ts';
import { arithmeticOf } from '../table/attribution.ts';
import { Gutter, TwinRule } from '../page/Brand.tsx';
import { CopyScope } from '../page/CopyScope.tsx';
import { cellSearch } from '#stats/evidence/address.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { VerdictLine } from '../page/Verdict.tsx';
import { FactList } from './Facts.tsx';
import { InputTable } from './InputTable.tsx';

interface CellViewProps {
  readonly evidence: CellEvidence;
  readonly place: PageContext;
}

/** Long because it is markup. */
export function CellView({ evidence, place }: CellViewProps): ReactElement {
  const { comparison, cell, inputs, count, again } = evidence;
  const { language, indicator } = comparison;
  const words = evidenceWordsIn(language);
  const period = formatPeriodWords(cell.period, cell.periodStatus, language);
  const who = subjectOfCell(cell, comparison, language);
  return (
    <CopyScope>
      <nav className="crumbs" aria-label={words.crumbs}>
        <a href={pageHref(place, '/')}>{wordsIn(language).site.indicators}</a> /{' '}
        <a href={indicatorHref(place, indicator.id, formatQuery(comparison.query, indicator))}>
          {indicator.title[language]}
        </a>{' '}
        / {who} / {period}
      </nav>
      <div className="title evidence-title">
        <h1>
          {who}, {period}
        </h1>
        <p className="def">{words.computedLead({ title: indicator.title[language] })}</p>
      </div>
      <section className="halves evidence-halves">
        <div>
          <CellFacts evidence={evidence} />
        </div>
        <Gutter />
        <div>
          <p className="small mute">{words.sentence}</p>
          <p id="sentence" className="quoted">
            {figureSentence(cell, comparison)}
          </p>
          <CopyButton target="sentence" language={language} />
          {again && (
            <p className="evidence-open">
              <VerdictLine
                kind={again.agrees ? 'holds' : 'open'}
                words={again.agrees ? words.againAgrees : words.againDiffers}
                badge
              />
            </p>
          )}
        </div>
      </section>
      <TwinRule />
      <section className="same">
        <div className="same-head">
          <div>
            <h2 id="inputs">{words.members}</h2>
            <p>
              {inputs.length === 0
                ? words.none
                : count > MOST_INPUTS
                  ? words.membersCut({ n: count, most: MOST_INPUTS })
                  : words.membersLead({ n: count })}
            </p>
          </div>
        </div>
        {inputs.length > 0 && <InputTable {...{ evidence, place }} />}
      </section>
      <DataLinks {...{ evidence, place }} />
    </CopyScope>
  );
}

function CellFacts({ evidence: { comparison, cell } }: { readonly evidence: CellEvidence }): ReactElement {
  const { language, indicator } = comparison;
  const words = evidenceWordsIn(language);
  const figure = figureOf(cell, indicator, language);
  const { coverage, stated, numerator, denominator } = cell;
  return (
    <>
      <p className="small mute">{words.ours}</p>
      <p className="evidence-figure">
        {figure?.word && <span className="hedge">{figure.word} </span>}
        {figure?.number}
      </p>
      <FactList
        facts={[
          [words.what, unitShown(comparison).label[language]],
          [words.rule, arithmeticOf(cell, comparison)],
          [words.qualifier, stated && QUALIFIER_WORDS[stated.qualifier][language]],
          [words.stored, stated?.value !== null && stated !== null ? plainNumber(stated.value) : null],
          [
            words.interval,
            stated && stated.low !== null && stated.high !== null
              ? `${plainNumber(stated.low)} … ${plainNumber(stated.high)}`
              : null,
          ],
          [
            words.parts,
            numerator !== null && denominator !== null
              ? words.ofParts({
                  numerator: formatNumber(numerator, language),
                  denominator: formatNumber(denominator, language),
                })
              : null,
          ],
          [words.period, periodWithBasis(cell, language)],
          [
            words.coverage,
            coverage &&
              wordsIn(language).margin.coverageOf({ present: coverage.present, expected: coverage.expected }),
          ],
          [words.notes, cell.notes.map(({ text }) => text[language]).join(' ')],
        ]}
      />
    </>
  );
}

function DataLinks({ evidence: { comparison, cell }, place }: CellViewProps): ReactElement {
  const { language, indicator, release } = comparison;
  const words = evidenceWordsIn(language);
  const search = [cellSearch(cell, comparison), language === 'en' ? '' : `lang=${language}`]
    .filter(Boolean)
    .join('&');
  const path = `/data/${release.version}/${indicator.id}/evidence`;
  return (
    <section className="kit">
      <h2>{words.data}</h2>
      <div>
        <p>
          {words.dataText} <a href={`${path}.json?${search}`}>JSON</a>,{' '}
          <a href={`${path}.csv?${search}`}>CSV</a>
        </p>
        <p>
          <a href={indicatorHref(place, indicator.id, formatQuery(comparison.query, indicator))}>
            {words.seen}
          </a>
        </p>
      </div>
    </section>
  );
}
