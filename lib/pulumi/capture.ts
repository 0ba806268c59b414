import * as pulumi from '@pulumi/pulumi';
import { deferred, isDeferred } from '../model/deferred';
import { formatPath, issue, type Issue, type Path } from '../model/issues';
import { isPlainData, stepsInto } from '../model/plain-data';
import { revealSecret, SecretValue } from '../model/secret';

/** The arguments of a component as the model takes them, and the values that were taken out of them. */
export interface CapturedArguments {
  /** The arguments with a marker in place of every Output and every secret. */
  readonly deferred: unknown;
  /** The same, except that secrets are there as far as they are known, for the rules. */
  readonly known: unknown;
  /** What is registered as the inputs of the component: plain data, with secrets as secrets. */
  readonly inputs: pulumi.Inputs;
  /** The values of the markers, by their names. */
  readonly values: ReadonlyMap<string, CapturedValue>;
  /** What cannot be captured. */
  readonly issues: readonly Issue[];
}

/** A value that was taken out of the arguments. */
export interface CapturedValue {
  readonly path: Path;
  readonly output: pulumi.Output<unknown>;
  /** Whether the rules have to wait for it. */
  readonly late: boolean;
}

interface Copy {
  readonly deferred: unknown;
  readonly known: unknown;
  readonly input: unknown;
}

/** What stays out of the state in clear, as paths in the arguments; `*` stands for any step, as in `ingressTls.*`. */
export interface HiddenPaths {
  /** What rules and messages must not show either, for example `source.privateKey`. @default - none */
  readonly secrets?: readonly string[];
  /** What is public, so that names may be made of it: certificates. @default - none */
  readonly encrypted?: readonly string[];
}

interface Walk extends Required<HiddenPaths> {
  readonly values: Map<string, CapturedValue>;
  readonly issues: Issue[];
  /** The lists and objects that the place lies in. */
  readonly within: unknown[];
}

/**
 * Takes the Outputs and secrets out of arguments, and leaves a marker named by its own path for each.
 * @param args - the arguments as given
 * @param hidden - what is registered as a secret whatever it is given as
 */
export function captureArguments(args: object, hidden: HiddenPaths = {}): CapturedArguments {
  const walk: Walk = { secrets: [], encrypted: [], ...hidden, values: new Map(), issues: [], within: [] };
  const { deferred: text, known, input } = capture(walk, args, []);
  return { deferred: text, known, inputs: input as pulumi.Inputs, values: walk.values, issues: walk.issues };
}

function capture(walk: Walk, value: unknown, path: Path): Copy {
  const copy = captureValue(walk, value, path);
  return isAt(walk.encrypted, path) ? { ...copy, input: pulumi.secret(copy.input) } : copy;
}

function captureValue(walk: Walk, value: unknown, path: Path): Copy {
  if (isEventual(value)) return captureOutput(walk, value, path);
  if (SecretValue.isSecretValue(value)) return captureSecret(walk, revealSecret(value), path);
  if (typeof value === 'string') {
    if (isAt(walk.secrets, path)) return captureSecret(walk, value, path);
    if (isDeferred(value)) walk.issues.push(strayMarker(value, path));
  }
  if (!Array.isArray(value) && !isPlainData(value)) {
    return { deferred: value, known: value, input: undefinedUnlessSimple(value) };
  }
  if (walk.within.includes(value)) {
    walk.issues.push(issue('spec/cyclic', path));
    return copyOf(() => undefined);
  }
  walk.within.push(value);
  const copy = captureParts(walk, value, path);
  walk.within.pop();
  return copy;
}

function captureParts(walk: Walk, value: object, path: Path): Copy {
  const parts = stepsInto(value).map(([step, inner]) => [step, capture(walk, inner, [...path, step])] as const);
  if (Array.isArray(value)) return copyOf((view) => parts.map(([, part]) => view(part)));
  return copyOf((view) => Object.fromEntries(parts.map(([step, part]) => [step, view(part)])));
}

function copyOf(build: (view: (copy: Copy) => unknown) => unknown): Copy {
  return {
    deferred: build((copy) => copy.deferred),
    known: build((copy) => copy.known),
    input: build((copy) => copy.input),
  };
}

function captureOutput(walk: Walk, value: pulumi.Input<unknown>, path: Path): Copy {
  const secret = isAt(walk.secrets, path);
  const output = secret ? pulumi.secret(value) : pulumi.output(value);
  const marker = takeOut(walk, path, { path, output, late: true }, secret);
  return { deferred: marker, known: marker, input: output };
}

/** Rules see a secret that is known; what is rendered holds its marker, and it is put back as a secret. */
function captureSecret(walk: Walk, text: string, path: Path): Copy {
  const output = pulumi.secret(text);
  const known = SecretValue.of(text);
  return { deferred: takeOut(walk, path, { path, output, late: false }, true), known, input: output };
}

function takeOut(walk: Walk, path: Path, value: CapturedValue, secret: boolean): string | SecretValue {
  const name = markerName(walk, path);
  walk.values.set(name, value);
  const marker = deferred(name, { known: 'deployment-run', secret });
  return secret ? SecretValue.of(marker) : marker;
}

/** The path, with a number where another one is printed alike: what is long or secret is not shown whole. */
function markerName({ values }: Walk, path: Path): string {
  const name = formatPath(path);
  return values.has(name) ? `${name}#${String(values.size)}` : name;
}

function isAt(patterns: readonly string[], path: Path): boolean {
  return patterns.some((pattern) => {
    const steps = pattern.split('.');
    return steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]);
  });
}

function strayMarker(received: string, path: Path): Issue {
  return issue('deferred/unresolved', path, {
    received,
    message: 'a Pulumi program does not resolve deferred text',
    fix: 'give an Output, or the value itself',
  });
}

function isEventual(value: unknown): value is pulumi.Output<unknown> | Promise<unknown> {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** What is registered must be plain: functions are dropped in silence, and cycles overflow the stack. */
function undefinedUnlessSimple(value: unknown): unknown {
  return typeof value === 'object' || typeof value === 'function' ? undefined : value;
}
