/** What went into a computed figure, one row an input, with its weight and product, and the sums at the foot. */
import type { ReactElement } from 'react';
import { locatorWords } from '#app/_charts/wording/locator.ts';
import { periodWithBasis, subjectOfCell } from '#app/_downloads/sentence/sentence.ts';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import type { CellEvidence } from '#stats/evidence/evidence.ts';
import type { Input } from '#stats/evidence/inputs.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatNumber, significant } from '#stats/number.ts';
import { evidenceHref } from '../page/evidence-href.ts';
import type { PageContext } from '../page/page-context.ts';

interface InputTableProps {
  readonly evidence: CellEvidence;
  readonly place: PageContext;
}

/** The answer that names the codes of a cell: that of the inputs, of the weights, or of a divisor. */
function answerOf(cell: Cell, { inputsAnswer, weightsAnswer, comparison }: CellEvidence): Comparison {
  if (cell.indicator === inputsAnswer.indicator.id) return inputsAnswer;
  if (weightsAnswer && cell.indicator === weightsAnswer.indicator.id) return weightsAnswer;
  return comparison.divisor ? { ...comparison, indicator: comparison.divisor } : comparison;
}

function FigureOf({ cell, evidence, place }: InputTableProps & { readonly cell: Cell }): ReactElement {
  const answer = answerOf(cell, evidence);
  const text = figureText(cell, answer.indicator, answer.language);
  const href = evidenceHref(cell, answer, place);
  return href === null ? (
    <>{text}</>
  ) : (
    <a className="obs" href={href}>
      {text}
    </a>
  );
}

const weightOf = ({ weight }: Input): number | null => weight?.stated?.value ?? null;
const valueOf = ({ cell }: Input): number | null => cell.stated?.value ?? null;
const add = (numbers: readonly (number | null)[]): number | null =>
  numbers.some((number) => number === null)
    ? null
    : significant(numbers.reduce<number>((a, b) => a + (b ?? 0), 0));

/** Long because it is the markup of a table with optional columns. */
export function InputTable({ evidence, place }: InputTableProps): ReactElement {
  const { inputs, cell: figure, comparison } = evidence;
  const { language } = comparison;
  const words = evidenceWordsIn(language);
  const hasWeights = inputs.some(({ weight }) => weight);
  const hasParts = figure.computed === 'ratio-of-sums';
  const isSum = figure.transform === undefined && !hasParts && !hasWeights;
  const number = (value: number | null, decimals = 0): string =>
    value === null ? '' : formatNumber(value, language, decimals);
  const products = inputs.map((input) => {
    const [value, weight] = [valueOf(input), weightOf(input)];
    return value === null || weight === null ? null : value * weight;
  });
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-labelledby="inputs">
      <table className="inputs">
        <thead>
          <tr>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.value}</th>
            {hasParts && (
              <>
                <th scope="col">{words.part}</th>
                <th scope="col">{words.whole}</th>
              </>
            )}
            {hasWeights && (
              <>
                <th scope="col">{words.weight}</th>
                <th scope="col">{words.product}</th>
              </>
            )}
            <th scope="col" className="t l">
              {words.source}
            </th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input, i) => {
            const answer = answerOf(input.cell, evidence);
            const source = answer.sources.find(({ id }) => id === input.cell.source);
            return (
              <tr key={i}>
                <th scope="row">
                  {subjectOfCell(input.cell, answer, language)}
                  <small>
                    {words.roles[input.role]}, {periodWithBasis(input.cell, language)}
                  </small>
                </th>
                <td>
                  <FigureOf cell={input.cell} {...{ evidence, place }} />
                </td>
                {hasParts && (
                  <>
                    <td>{number(input.cell.numerator)}</td>
                    <td>{number(input.cell.denominator)}</td>
                  </>
                )}
                {hasWeights && (
                  <>
                    <td>{input.weight && <FigureOf cell={input.weight} {...{ evidence, place }} />}</td>
                    <td>{number(products[i] ?? null)}</td>
                  </>
                )}
                <td className="t l said">
                  {source?.shortTitle[language] ?? input.cell.source}
                  {input.cell.locator !== null && <small>{locatorWords(input.cell.locator, language)}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
        {(hasWeights || hasParts || isSum) && (
          <tfoot>
            <tr className="agg">
              <th scope="row">{words.sum}</th>
              <td>{isSum ? number(add(inputs.map(valueOf))) : ''}</td>
              {hasParts && (
                <>
                  <td>{number(figure.numerator)}</td>
                  <td>{number(figure.denominator)}</td>
                </>
              )}
              {hasWeights && (
                <>
                  <td>{number(add(inputs.map(weightOf)))}</td>
                  <td>{number(add(products))}</td>
                </>
              )}
              <td className="t l said">{equation(evidence, add(products), add(inputs.map(weightOf)))}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** The division that gives the figure. @example '909,170,000 / 34,592,068 = 23.4' */
function equation(
  { cell, comparison }: CellEvidence,
  products: number | null,
  weights: number | null,
): string {
  const { language, indicator } = comparison;
  const text = figureText(cell, indicator, language);
  const number = (value: number): string => formatNumber(value, language);
  if (cell.computed === 'ratio-of-sums' && cell.numerator !== null && cell.denominator !== null) {
    const per =
      indicator.measure === 'rate' && indicator.per !== undefined ? ` × ${number(indicator.per)}` : '';
    return `${number(cell.numerator)} / ${number(cell.denominator)}${per} = ${text}`;
  }
  if (products === null || weights === null || weights === 0) return `= ${text}`;
  return `${number(products)} / ${number(weights)} = ${text}`;
}
