/** The language of the request that is being rendered, for the one page that Next gives no address. */
import { cache } from 'react';
import type { Language } from '#stats/language.ts';

/** One object per request; the layout, which renders first, writes the language into it. */
export const languageStanding = cache((): { language: Language } => ({ language: 'en' }));
