/** A value of the template language while it is evaluated. */
export type ArmValue = string | number | boolean | null | readonly ArmValue[] | { readonly [name: string]: ArmValue };

/** A function of the template language. */
export type ArmFunction = (...given: readonly ArmValue[]) => ArmValue;

const TOKEN = /\s*(?:'((?:[^']|'')*)'|(-?\d+)|([A-Za-z_]\w*)|([().,[\]]))/y;

/** The functions whose result depends on their arguments alone, as Azure documents them. */
const PURE: Readonly<Record<string, ArmFunction>> = {
  base64: (text) => Buffer.from(asText(text), 'utf8').toString('base64'),
  concat: (...parts) => parts.map(asText).join(''),
  createArray: (...elements) => elements,
  false: () => false,
  length: (value) => (typeof value === 'string' || Array.isArray(value) ? value.length : fail('no length')),
  split: (text, delimiter) => asText(text).split(asText(delimiter)),
  string: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
  sub: (one, other) => asNumber(one) - asNumber(other),
  substring: (text, start, length) => asText(text).slice(asNumber(start), asNumber(start) + asNumber(length)),
  toLower: (text) => asText(text).toLowerCase(),
  true: () => true,
};

/**
 * Evaluates the strings of a template, names of properties among them, as Azure Resource Manager does: `[…]` is an
 * expression, `[[…` literal text.
 * @param value - a part of a template
 * @param functions - what depends on the deployment: `parameters`, `reference` and the like
 */
export function evaluateTemplate(value: unknown, functions: Readonly<Record<string, ArmFunction>>): ArmValue {
  if (typeof value === 'string') return evaluateText(value, { ...PURE, ...functions });
  if (Array.isArray(value)) return value.map((element) => evaluateTemplate(element, functions));
  if (typeof value !== 'object' || value === null) return value as ArmValue;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      asText(evaluateTemplate(name, functions)),
      evaluateTemplate(inner, functions),
    ]),
  );
}

/** The function `parameters` for given values. */
export function parameters(values: Readonly<Record<string, ArmValue>>): { readonly parameters: ArmFunction } {
  return {
    parameters: (name) => {
      const text = asText(name);
      if (!Object.hasOwn(values, text)) return fail(`no parameter ${text}`);
      return values[text] ?? fail(`no value of ${text}`);
    },
  };
}

function evaluateText(text: string, functions: Readonly<Record<string, ArmFunction>>): ArmValue {
  if (!text.startsWith('[') || !text.endsWith(']')) return text;
  return text.startsWith('[[') ? text.slice(1) : new Reader(text.slice(1, -1), functions).read();
}

class Reader {
  private position = 0;

  public constructor(
    private readonly text: string,
    private readonly functions: Readonly<Record<string, ArmFunction>>,
  ) {}

  public read(): ArmValue {
    const value = this.readValue();
    if (this.text.slice(this.position).trim() !== '') fail(`left over: ${this.text.slice(this.position)}`);
    return value;
  }

  private readValue(): ArmValue {
    const [, literal, digits, name] = this.next();
    if (literal !== undefined) return literal.replaceAll("''", "'");
    if (digits !== undefined) return Number(digits);
    const evaluate = this.functions[name ?? fail('neither value nor function')] ?? fail(`no function ${String(name)}`);
    return this.readProperties(evaluate(...this.readArguments()));
  }

  private readArguments(): ArmValue[] {
    this.expect('(');
    const values: ArmValue[] = [];
    while (!this.skip(')')) {
      if (values.length > 0) this.expect(',');
      values.push(this.readValue());
    }
    return values;
  }

  private readProperties(value: ArmValue): ArmValue {
    if (this.skip('.')) return this.readProperties(propertyOf(value, this.next()[3] ?? fail('no name after a dot')));
    if (!this.skip('[')) return value;
    const index = this.readValue();
    this.expect(']');
    return this.readProperties(propertyOf(value, index));
  }

  private skip(mark: string): boolean {
    const start = this.position;
    if (this.position < this.text.length && this.next()[4] === mark) return true;
    this.position = start;
    return false;
  }

  private expect(mark: string): void {
    if (!this.skip(mark)) fail(`${mark} expected at ${this.text.slice(this.position)}`);
  }

  private next(): RegExpExecArray {
    TOKEN.lastIndex = this.position;
    const token = TOKEN.exec(this.text) ?? fail(`no token at ${this.text.slice(this.position)}`);
    this.position = TOKEN.lastIndex;
    return token;
  }
}

function propertyOf(value: ArmValue, name: ArmValue): ArmValue {
  if (Array.isArray(value)) return (value as readonly ArmValue[])[asNumber(name)] ?? fail('index out of bounds');
  if (typeof value !== 'object' || value === null) return fail('no properties');
  return (value as Readonly<Record<string, ArmValue>>)[asText(name)] ?? fail(`no property ${asText(name)}`);
}

function asText(value: ArmValue | undefined): string {
  return typeof value === 'string' ? value : fail(`a text expected, not ${JSON.stringify(value)}`);
}

function asNumber(value: ArmValue | undefined): number {
  return typeof value === 'number' ? value : fail(`a number expected, not ${JSON.stringify(value)}`);
}

function fail(message: string): never {
  throw new Error(`the template cannot be evaluated: ${message}`);
}
