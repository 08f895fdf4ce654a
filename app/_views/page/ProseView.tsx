/** A page of text: sections with paragraphs and lists. Backticks make code. */
import type { ReactElement, ReactNode } from 'react';
import type { Prose } from '#app/_words/prose.ts';

const setCode = (text: string): ReactNode[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));

export function ProseView({
  prose,
  children,
}: {
  readonly prose: Prose;
  /** Content after the sections. */
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <>
      <div className="title">
        <h1>{prose.title}</h1>
        <p className="def">{prose.lead}</p>
      </div>
      {prose.sections.map((section) => (
        <section key={section.title} className="kit">
          <h2>{section.title}</h2>
          <div>
            {section.paragraphs.map((text) => (
              <p key={text}>{setCode(text)}</p>
            ))}
            {section.items && (
              <ul className="points">
                {section.items.map((text) => (
                  <li key={text}>{setCode(text)}</li>
                ))}
              </ul>
            )}
          </div>
        </section>
      ))}
      {children}
    </>
  );
}
