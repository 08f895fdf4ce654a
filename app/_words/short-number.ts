/** Numbers that are shortened on axes and labels. */
export const SHORT_NUMBER_WORDS = {
  en: { millions: (title: string) => `${title}, millions`, million: 'm', thousand: 'k' },
  es: { millions: (title: string) => `${title}, millones`, million: '\u00a0M', thousand: '\u00a0mil' },
} as const;
