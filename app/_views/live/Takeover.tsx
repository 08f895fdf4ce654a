'use client';
/**
 * The page with scripts, after the reader's first action: the form is read as it changes, answers are fetched
 * from the data addresses, and the address of the page always holds the whole state.
 */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Follow } from './Follow.tsx';
import type { HydrateAnswerProps } from './takeover-props.ts';

/** Pinned bytes never change, so an answer stays fresh while the page is open. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: Infinity,
      refetchOnWindowFocus: false,
      retry: 1,
      // Without a connection a question fails and is said to have failed, instead of waiting in silence.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
  },
});

export const HydrateAnswer = (props: HydrateAnswerProps): ReactElement => (
  <QueryClientProvider client={client}>
    <Follow {...props} />
  </QueryClientProvider>
);
