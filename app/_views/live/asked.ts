/** The question of a page, read from its address: the text of the question, and the tab. */
import { parseTab, type Tab } from '../answer/tabs.ts';

export interface ShownQuestion {
  /** The query string without `tab`, `release` and `form`. */
  readonly question: string;
  readonly tab: Tab | null;
}

const NOT_THE_QUESTION = /^(tab|release|form)=/;

/** @example askedIn('country=HND&tab=table') -> { question: 'country=HND', tab: 'table' } */
export function askedIn(search: string): ShownQuestion {
  const parts = search.replace(/^\?/, '').split('&').filter(Boolean);
  const tab = parts.find((part) => part.startsWith('tab='))?.slice(4);
  return { question: parts.filter((part) => !NOT_THE_QUESTION.test(part)).join('&'), tab: tabOf(tab) };
}

/** In the browser an unknown tab is ignored: the server has already refused it. */
function tabOf(text: string | undefined): Tab | null {
  try {
    return parseTab(text);
  } catch {
    return null;
  }
}
