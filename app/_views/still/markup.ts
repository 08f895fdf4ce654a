/**
 * HTML of a part of a page that no script changes, as text. React would write such a part twice, once for the
 * page and once as data for the browser, and would go through all of it again there. Components in it are plain
 * functions of their properties: no state, no effects, nothing that waits.
 */
import { escapeText } from '#app/_charts/svg/escape-text.ts';
import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

type Properties = Readonly<Record<string, unknown>>;

/** The value of the select that an option is in. */
type Selected = string | null;

/** Properties that are attributes by another name, besides those that only differ in case. */
const NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  acceptCharset: 'accept-charset',
  httpEquiv: 'http-equiv',
  strokeWidth: 'stroke-width',
  strokeDasharray: 'stroke-dasharray',
  strokeLinejoin: 'stroke-linejoin',
  strokeLinecap: 'stroke-linecap',
  strokeOpacity: 'stroke-opacity',
  fillOpacity: 'fill-opacity',
  fillRule: 'fill-rule',
  textAnchor: 'text-anchor',
  dominantBaseline: 'dominant-baseline',
  fontSize: 'font-size',
  fontFamily: 'font-family',
  fontWeight: 'font-weight',
  paintOrder: 'paint-order',
  vectorEffect: 'vector-effect',
  clipPath: 'clip-path',
  xmlSpace: 'xml:space',
};

/** Attributes of SVG whose names keep their capitals. */
const CAPITALS = new Set([
  'viewBox',
  'preserveAspectRatio',
  'patternUnits',
  'patternTransform',
  'patternContentUnits',
  'gradientTransform',
  'gradientUnits',
]);

const BOOLEANS = new Set([
  'checked',
  'disabled',
  'hidden',
  'multiple',
  'open',
  'readOnly',
  'required',
  'reversed',
  'selected',
]);

/** Properties that are no attributes, or that are written by hand. */
const NO_ATTRIBUTES = new Set([
  'children',
  'dangerouslySetInnerHTML',
  'defaultChecked',
  'defaultValue',
  'key',
  'ref',
  'style',
  'suppressHydrationWarning',
]);

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** Styles whose numbers have no unit. */
const UNITLESS = new Set([
  'flexGrow',
  'fontWeight',
  'gridRow',
  'gridColumn',
  'lineHeight',
  'opacity',
  'order',
  'zIndex',
]);

/**
 * The HTML of a node.
 * @throws Error if a component in it waits or belongs to the browser: it has to stay outside
 * @example markupOf(<p className="x">a &amp; b</p>) === '<p class="x">a &amp; b</p>'
 */
export const markupOf = (node: ReactNode): string => write(node, null);

/** The properties of an element whose content is written as text. @example <div className="drawing" {...still(chart)} /> */
export const still = (
  node: ReactNode,
): { readonly dangerouslySetInnerHTML: { readonly __html: string } } => ({
  dangerouslySetInnerHTML: { __html: markupOf(node) },
});

function write(node: ReactNode, selected: Selected): string {
  if (typeof node === 'string') return escapeText(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (isValidElement(node)) return writeElement(node as ReactElement<Properties>, selected);
  if (Symbol.iterator in Object(node)) {
    let text = '';
    for (const child of node as Iterable<ReactNode>) text += write(child, selected);
    return text;
  }
  throw new Error(`a part of a page that is written as text has something in it that waits: ${String(node)}`);
}

function writeElement({ type, props }: ReactElement<Properties>, selected: Selected): string {
  if (typeof type === 'string') return writeTag(type, props, selected);
  if (type === Fragment) return write(props.children as ReactNode, selected);
  if (typeof type === 'function') {
    const component = type as (properties: Properties) => ReactNode;
    return write(component(props), selected);
  }
  throw new Error('a part of a page that is written as text has a component of the browser in it');
}

function writeTag(tag: string, props: Properties, selected: Selected): string {
  let open = `<${tag}`;
  const isFilled = tag === 'textarea' || tag === 'select';
  for (const name in props) if (!(isFilled && name === 'value')) open += attribute(name, props[name]);
  if (props.style !== undefined) open += styleOf(props.style as Readonly<Record<string, string | number>>);
  if (props.defaultChecked === true) open += ' checked=""';
  const value = props.value ?? props.defaultValue;
  if (tag === 'input' && props.defaultValue !== undefined) open += attribute('value', props.defaultValue);
  if (
    tag === 'option' &&
    selected !== null &&
    String(value ?? markupOf(props.children as ReactNode)) === selected
  )
    open += ' selected=""';
  if (VOID.has(tag)) return `${open}/>`;
  return `${open}>${contentOf(tag, props, tag === 'select' ? String(value ?? '') : selected)}</${tag}>`;
}

function contentOf(tag: string, props: Properties, selected: Selected): string {
  const html = props.dangerouslySetInnerHTML as { readonly __html: string } | undefined;
  if (html) return html.__html;
  if (tag === 'textarea') return escapeText(String(props.value ?? props.defaultValue ?? ''));
  return write(props.children as ReactNode, selected);
}

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null || NO_ATTRIBUTES.has(name)) return '';
  if (typeof value === 'boolean') {
    if (name.startsWith('data-') || name.startsWith('aria-')) return ` ${name}="${value}"`;
    return value && BOOLEANS.has(name) ? ` ${name.toLowerCase()}=""` : '';
  }
  if (typeof value === 'function') throw new Error(`${name}= is a function: only the browser can call it`);
  const own = NAMES[name] ?? (CAPITALS.has(name) ? name : name.toLowerCase());
  return ` ${own}="${escapeText(String(value))}"`;
}

function styleOf(style: Readonly<Record<string, string | number | null | undefined>>): string {
  const rules = Object.entries(style).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return [];
    const own = name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const isPlain = typeof value === 'string' || value === 0 || UNITLESS.has(name) || name.startsWith('--');
    return [`${own}:${isPlain ? String(value).trim() : `${value}px`}`];
  });
  return rules.length > 0 ? ` style="${escapeText(rules.join(';'))}"` : '';
}
