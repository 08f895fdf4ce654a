/** Amounts of money: the currency by ISO 4217, and its name as a unit. */
import { z } from 'zod';
import type { Text } from '#stats/language.ts';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** An ISO 4217 code that the runtime knows. */
export const currency = z
  .string()
  .refine((code) => CURRENCIES.has(code), { error: 'is no currency of ISO 4217; write USD, MXN, EUR' });

const plural = (code: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency: code, currencyDisplay: 'name' })
    .formatToParts(1_000_000)
    .find(({ type }) => type === 'currency')?.value ?? code;

/**
 * The unit of an amount, and its code, which tells price years apart.
 * @example moneyUnit('USD', 2020).label.en === 'US dollars at 2020 prices'
 */
export function moneyUnit(code: string, priceYear?: number): { readonly code: string; readonly label: Text } {
  const [en, es] = [plural(code, 'en'), plural(code, 'es')];
  if (priceYear === undefined) return { code, label: { en, es } };
  return {
    code: `${code} at ${priceYear} prices`,
    label: { en: `${en} at ${priceYear} prices`, es: `${es} a precios de ${priceYear}` },
  };
}
