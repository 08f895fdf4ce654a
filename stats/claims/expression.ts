/**
 * The arithmetic of a claim as a reader writes it: `(a / b - 1) * 100`, `max(a, b)`, `a, b, c`. Names stand
 * for figures with their hedges, numbers for themselves. A figure may occur once only, because an interval that
 * occurs twice would be two draws of one figure (docs/rules.md#repeated-term-is-one-draw).
 */
import { addHedges, scaleHedge, type Hedge, type Qualifier } from '../uncertainty/hedge.ts';
import { difference, exactly, interval, quotient, shifted } from '../uncertainty/interval.ts';

export type Operator = '+' | '-' | '*' | '/';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'max'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

const TOKENS = /\s*(\d+(?:\.\d+)?|[a-z]\w*|[-+*/(),])/gy;

/** The tokens of a text; null if something else is in it. */
function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKENS)) {
    tokens.push(match[1] ?? '');
    end = match.index + match[0].length;
  }
  return text.slice(end).trim() === '' ? tokens : null;
}

/** A list of expressions, `a, b, c`; null if the text is none, or names a figure twice. */
export function parseExpressions(text: string): readonly Expression[] | null {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && ((at += 1), true);
  function list(): Expression[] | null {
    const found: Expression[] = [];
    do {
      const next = sum();
      if (!next) return null;
      found.push(next);
    } while (take(','));
    return found;
  }
  function chain(operators: readonly Operator[], operand: () => Expression | null): Expression | null {
    let left = operand();
    for (;;) {
      const operator = operators.find((candidate) => tokens?.[at] === candidate);
      if (!left || operator === undefined) return left;
      at += 1;
      const right = operand();
      left = right && { kind: 'operation', operator, left, right };
    }
  }
  const sum = (): Expression | null => chain(['+', '-'], product);
  const product = (): Expression | null => chain(['*', '/'], operand);
  function operand(): Expression | null {
    const token = tokens?.[at] ?? '';
    if (take('(')) {
      const inner = sum();
      return take(')') ? inner : null;
    }
    at += 1;
    if (token === 'max' && take('(')) {
      const of = list();
      return of && take(')') ? { kind: 'max', of } : null;
    }
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    return /^[a-z]/.test(token) ? { kind: 'name', name: token } : null;
  }
  const whole = list();
  if (!whole || at !== tokens.length) return null;
  const names = whole.flatMap(namesIn);
  return new Set(names).size === names.length ? whole : null;
}

/** The names in an expression, in its order. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'name':
      return [expression.name];
    case 'max':
      return expression.of.flatMap(namesIn);
    case 'operation':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
  }
}

/** Why an expression has no value. */
export type ValueRefusal = 'zero-divisor' | 'negative';

/** The value of an expression, or why it has none. A divisor that may be zero is refused. */
export function valueOf(expression: Expression, figures: ReadonlyMap<string, Hedge>): Hedge | ValueRefusal {
  switch (expression.kind) {
    case 'number':
      return exactly(expression.value);
    case 'name':
      return figures.get(expression.name) ?? exactly(NaN);
    case 'max': {
      const all = expression.of.map((part) => valueOf(part, figures));
      const refused = all.find((value) => typeof value === 'string');
      return refused ?? greatestOf(all as Hedge[]);
    }
    case 'operation': {
      const left = valueOf(expression.left, figures);
      const right = valueOf(expression.right, figures);
      if (typeof left === 'string') return left;
      if (typeof right === 'string') return right;
      return operate(expression.operator, left, right);
    }
  }
}

function operate(operator: Operator, a: Hedge, b: Hedge): Hedge | ValueRefusal {
  switch (operator) {
    case '+':
      return isKnown(b) ? shifted(a, b.low) : addHedges([a, b]);
    case '-':
      return isKnown(b) ? shifted(a, -b.low) : difference(a, b);
    case '*':
      if (isKnown(b) && b.low >= 0) return scaleHedge(a, b.low);
      if (isKnown(a) && a.low >= 0) return scaleHedge(b, a.low);
      return a.low < 0 || b.low < 0 ? 'negative' : product(a, b);
    case '/':
      if (a.low < 0 && a.low > -Infinity) return 'negative';
      if (b.low <= 0) return 'zero-divisor';
      return quotient(a, b) ?? 'zero-divisor';
  }
}

const isKnown = ({ low, high, words }: Hedge): boolean =>
  low === high && words.has('exact') && words.size === 1;

/** Both ends are those of the factors; a strict end of either makes the end strict. */
function product(a: Hedge, b: Hedge): Hedge {
  const central = a.central === null || b.central === null ? null : a.central * b.central;
  return interval(a.low * b.low, a.high * b.high, central, new Set<Qualifier>([...a.words, ...b.words]));
}

function greatestOf(all: readonly Hedge[]): Hedge {
  const [first, ...others] = all as [Hedge, ...Hedge[]];
  return others.reduce((greatest, { low, high, central, words }) => {
    const both = greatest.central === null || central === null ? null : Math.max(greatest.central, central);
    return interval(
      Math.max(greatest.low, low),
      Math.max(greatest.high, high),
      both,
      new Set([...greatest.words, ...words]),
    );
  }, first);
}
