import { hasDelimiter } from './deferred-grammar';

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
   * Wraps a secret.
   * @param text - the secret in clear, or a deferred text
   * @example
   * const key = SecretValue.of(readFileSync('key.pem', 'utf8'));
   */
  public static of(this: void, text: string): SecretValue {
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
