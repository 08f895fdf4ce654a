'use client';
/**
 * The page with scripts, after the first touch: the form is read as it changes, answers are fetched from the
 * same address that a download has, and the address of the page always holds the whole state.
 */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Follow } from './Follow.tsx';
import type { HydrateAnswerProps } from './takeover-props.ts';

/** Pinned bytes never change, so an answer is fresh for as long as the page stands. */
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: Infinity, refetchOnWindowFocus: false, retry: 1 },
  },
});

export const HydrateAnswer = (props: HydrateAnswerProps): ReactElement => (
  <QueryClientProvider client={client}>
    <Follow {...props} />
  </QueryClientProvider>
);
