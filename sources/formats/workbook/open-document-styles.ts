/** The styles of an OpenDocument spreadsheet: what cells and pieces of text look like, and how numbers are shown. */
import type { SaxesTagPlain } from 'saxes';
import type { CellRun, WorkbookCell } from './workbook-cell.ts';

/** What the style of a cell or of a piece of text says. */
interface Style {
  readonly parent: string | undefined;
  readonly dataStyle: string | undefined;
  position: CellRun['position'] | undefined;
  isStruck: boolean | undefined;
}

export type Formatting = WorkbookCell['whole'];
export type XmlAttributes = SaxesTagPlain['attributes'];

const DATE_PARTS: Readonly<Record<string, string>> = {
  'number:year': 'y',
  'number:quarter': 'm',
  'number:month': 'm',
  'number:day': 'd',
  'number:hours': 'h',
};

/** The styles of a file, by name, and the formats of its numbers. */
export class OpenDocumentStyles {
  private readonly styles = new Map<string, Style>();
  private readonly formats = new Map<string, string>();
  private style: Style | null = null;
  private format: string | null = null;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'style:style') {
      this.style = {
        parent: attributes['style:parent-style-name'],
        dataStyle: attributes['style:data-style-name'],
        position: undefined,
        isStruck: undefined,
      };
      this.styles.set(attributes['style:name'] ?? '', this.style);
    } else if (name === 'style:text-properties' && this.style) {
      const position = attributes['style:text-position'];
      const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
      if (position !== undefined)
        this.style.position = /^super|^[1-9]/.test(position)
          ? 'raised'
          : /^sub|^-/.test(position)
            ? 'lowered'
            : 'line';
      if (line !== undefined) this.style.isStruck = line !== 'none';
    } else if (/^number:(percentage|date|number|currency)-style$/.test(name)) {
      this.format = attributes['style:name'] ?? '';
      this.formats.set(this.format, name === 'number:percentage-style' ? '%' : '');
    } else if (this.format !== null && DATE_PARTS[name] !== undefined)
      this.formats.set(this.format, `${this.formats.get(this.format) ?? ''}${DATE_PARTS[name]}`);
  }

  close(name: string): void {
    if (name === 'style:style') this.style = null;
    if (/^number:.*-style$/.test(name)) this.format = null;
  }

  private chain(name: string | undefined): Style[] {
    const chain: Style[] = [];
    for (let next = name; next !== undefined && chain.length < 20; next = chain.at(-1)?.parent) {
      const style = this.styles.get(next);
      if (!style) break;
      chain.push(style);
    }
    return chain;
  }

  formattingOf(name: string | undefined): Formatting {
    const chain = this.chain(name);
    return {
      position: chain.find(({ position }) => position !== undefined)?.position ?? 'line',
      isStruck: chain.find(({ isStruck }) => isStruck !== undefined)?.isStruck ?? false,
    };
  }

  formatOf(name: string | undefined): string | null {
    const data = this.chain(name).find(({ dataStyle }) => dataStyle !== undefined)?.dataStyle;
    return (data === undefined ? undefined : this.formats.get(data)) || null;
  }
}
