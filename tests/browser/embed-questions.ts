/** Questions whose embeds are measured: sixty indicators as they open, and every kind of chart. */
import type { APIRequestContext } from '@playwright/test';

/** Of four indicators three, so that the test stays short. */
const LEFT_OUT = 4;

const KINDS = [
  'homicide-rate?time=2010',
  'homicide-rate?country=HND~SLV~GTM~MEX~CRI~PAN~NIC~BLZ&time=2010',
  ...['small-multiples', 'heat-table', 'slope', 'log-line', 'number-line'].map(
    (tab) => `homicide-rate?country=HND~SLV~GTM&source=owid-homicide-rate&tab=${tab}&time=2010..2020`,
  ),
  'homicide-rate?country=HND~SLV~GTM~MEX~USA~CAN&group=northern-triangle',
  'homicide-rate?country=HND~SLV&tab=envelope',
  'compare?indicators=homicide-rate~gini-index&time=2014',
  'compare?country=HND~SLV~GTM~MEX&indicators=homicide-rate~population&time=2014',
];

/** As the end of an address of an embed. */
export async function embedQuestions(request: APIRequestContext, release: string): Promise<string[]> {
  const answer = await request.get(`/data/${release}/indicators.json`);
  const { indicators } = (await answer.json()) as { indicators: { id: string; opening?: string }[] };
  const opened = indicators.map(({ id, opening }) => (opening === undefined ? id : `${id}?${opening}`));
  return [...opened.filter((_, i) => i % LEFT_OUT !== LEFT_OUT - 1), ...KINDS];
}

/** The same question with one more parameter. */
export const asking = (question: string, parameter: string): string =>
  parameter === '' ? question : `${question}${question.includes('?') ? '&' : '?'}${parameter}`;
