import { hasDelimiter } from './deferred-grammar';
import { issue, type Issue } from './issues';
import { typeName } from './text-format';
import { assertValid } from './validation-error';

const TEXT = Symbol.for('azureml-kubernetes.SecretValue');

/**
 * A text that must not be seen: it prints as `<secret>` everywhere, in messages, JSON, logs and inspection.
 * Only a renderer whose output is a place for secrets takes the text out.
 */
export class SecretValue {
  private constructor(text: string) {
    // A function and not the text, which inspection of hidden properties would show.
    Object.defineProperty(this, TEXT, { value: () => text });
  }

  /**
   * Wraps a secret. What is no text, such as a file read without encoding or a variable that is not set, is refused
   * here, where it is given: nothing that takes secrets out has to expect it.
   * @param text - the secret in clear, or a deferred text
   * @throws ValidationError when it is no text
   * @example
   * const key = SecretValue.of(readFileSync('key.pem', 'utf8'));
   */
  public static of(this: void, text: string): SecretValue {
    assertValid('SecretValue', typeIssues(text));
    return new SecretValue(text);
  }

  /** Whether a value is a secret, also when another copy of this package made it. */
  public static isSecretValue(this: void, value: unknown): value is SecretValue {
    return typeof value === 'object' && value !== null && TEXT in value;
  }

  /** Always `<secret>`. */
  public toString(): string {
    return '<secret>';
  }

  /** Always `<secret>`. */
  public toJSON(): string {
    return '<secret>';
  }

  /** Always `<secret>`; what Node's `console.log` shows. */
  public [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '<secret>';
  }
}

/**
 * The text of a secret in clear, for the one place that writes it where secrets belong.
 * @param secret - the wrapped text
 */
export function revealSecret(secret: SecretValue): string {
  const reveal = Reflect.get(secret, TEXT) as () => string;
  return reveal();
}

/** Whether the text of a secret is known only at deployment. */
export function isDeferredSecret(secret: SecretValue): boolean {
  return hasDelimiter(revealSecret(secret));
}

function typeIssues(text: unknown): Issue[] {
  if (typeof text === 'string') return [];
  const fix =
    "read a file with its encoding, as readFileSync(name, 'utf8') does, set the variable, and give a Pulumi Output as it is";
  return [issue('spec/type', [], { received: typeName(text), expected: 'a text', fix })];
}
