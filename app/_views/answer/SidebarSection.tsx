/**
 * A section of the margin with its heading, and the section that most margins have: a verdict with its
 * reasons.
 */
import type { ReactElement, ReactNode } from 'react';
import { VerdictLine, type VerdictKind } from '../page/Verdict.tsx';

export const SidebarSection = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

export const VerdictSection = ({
  title,
  kind,
  words,
  reasons,
  badge = false,
}: {
  readonly title: string;
  readonly kind: VerdictKind;
  readonly words: string;
  readonly reasons: readonly string[];
  readonly badge?: boolean;
}): ReactElement => (
  <SidebarSection title={title}>
    <p>
      <VerdictLine kind={kind} words={words} badge={badge} />
    </p>
    {reasons.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </SidebarSection>
);
