'use client';
/** Makes the copy buttons below it work, on pages that have no other script. */
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { copyText } from './copy-text.ts';

export function CopyScope({ children }: { readonly children: ReactNode }): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scope = root.current;
    scope?.addEventListener('click', copyText);
    return () => scope?.removeEventListener('click', copyText);
  }, []);
  return <div ref={root}>{children}</div>;
}
