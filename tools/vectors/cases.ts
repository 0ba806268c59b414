import {
  base64,
  deriveExtensionCreate,
  deriveExtensionUpdate,
  revealSecret,
  substituteDeferred,
  type CliCreateInput,
  type CliCreateOutcome,
  type CliRefusal,
  type CliUpdateInput,
  type CliUpdateOutcome,
} from '../../lib/model';
import { CERTIFICATE, PRIVATE_KEY } from '../../test/support/certificates';
import { without, type Texts, type Vector, type VectorOutcome } from './vector';

/** An input of the derivation, as the rules of deviations see it. */
export type Case =
  { readonly op: 'create'; readonly input: CliCreateInput } | { readonly op: 'update'; readonly input: CliUpdateInput };

/** What the derivation made of a case, in the form of a vector but for the reason of a refusal. */
export type Actual = Exclude<VectorOutcome, { readonly ok: false }> | ActualRefusal;

/** A refusal by the codes of its issues. */
export interface ActualRefusal {
  readonly ok: false;
  readonly codes: readonly string[];
  readonly confirmation?: CliRefusal['confirmation'];
}

/** `<path>` stands for two files: a name for each. */
const PEM_PATHS: Readonly<Record<string, string>> = {
  sslCertPemFile: '<path to the certificate>',
  sslKeyPemFile: '<path to the key>',
};

const FILES = {
  '<path to the certificate>': CERTIFICATE,
  '<path to the key>': PRIVATE_KEY,
  '<path to a file that is not ASCII>': `# Schlüssel\n${PRIVATE_KEY}`,
};

const CONTENTS: Readonly<Record<string, string>> = {
  '<base64 of cert>': base64(CERTIFICATE),
  '<base64 of key>': base64(PRIVATE_KEY),
};

/** The input of a vector, with the fixed pair of files. */
export function caseOf(vector: Vector): Case {
  const common = {
    ...vector.input,
    settings: withPaths(vector.input.settings),
    protected: withPaths(vector.input.protected),
    cluster: vector.cluster,
    files: FILES,
    ...(vector.azure === undefined ? {} : { azure: vector.azure }),
  };
  if (vector.op === 'create') return { op: vector.op, input: common };
  const answer = vector.answer === undefined ? {} : { answer: vector.answer };
  return { op: vector.op, input: { ...common, ...answer, original: vector.original?.settings ?? null } };
}

/** The outcome of a vector, with the fixed pair of files and without absent lists. */
export function expectedOf({ outcome }: Vector): VectorOutcome {
  if (!outcome.ok) return outcome;
  return {
    ...outcome,
    settings: withContents(withPaths(outcome.settings)),
    protected: withContents(withPaths(outcome.protected)),
  };
}

/** Derives a case and writes the outcome as a vector does. */
export function derive(one: Case): Actual {
  return one.op === 'create' ? created(deriveExtensionCreate(one.input)) : updated(deriveExtensionUpdate(one.input));
}

function created(outcome: CliCreateOutcome): Actual {
  if (!outcome.ok) return { ok: false, codes: outcome.issues.map(({ code }) => code) };
  const { booleanKeys, warnings, createsInAzure } = outcome;
  return {
    ...without(outcome, 'booleanKeys', 'diagnostics', 'warnings', 'createsInAzure'),
    settings: texts(outcome.settings),
    protected: texts(outcome.protected),
    bool: booleanKeys,
    ...(warnings.length === 0 ? {} : { warnings }),
    ...(createsInAzure.length === 0 ? {} : { createsInAzure }),
  };
}

function updated(outcome: CliUpdateOutcome): Actual {
  const { confirmation } = outcome;
  if (!outcome.ok) return { ok: false, codes: outcome.issues.map(({ code }) => code), confirmation };
  const { booleanKeys, warnings } = outcome;
  return {
    ...without(outcome, 'booleanKeys', 'diagnostics', 'warnings'),
    settings: outcome.settings === null ? null : texts(outcome.settings),
    protected: outcome.protected === null ? null : texts(outcome.protected),
    bool: booleanKeys,
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

/** Texts in clear, with `<name>` for what Azure answers. */
function texts(map: Readonly<Record<string, Parameters<typeof revealSecret>[0] | string | null>>): Texts {
  return mapTexts(map, (value) => {
    const text = value === null || typeof value === 'string' ? value : revealSecret(value);
    return text === null ? null : substituteDeferred(text, ({ name }) => `<${name}>`);
  });
}

function withPaths<T>(map: Readonly<Record<string, T>> | null): Readonly<Record<string, T | string>> | null {
  if ((map ?? null) === null) return null;
  return mapTexts(map ?? {}, (value, key) => (value === '<path>' ? (PEM_PATHS[key] ?? value) : value));
}

function withContents(map: Texts | null): Texts | null {
  return map === null ? null : mapTexts(map, (text) => (text === null ? null : (CONTENTS[text] ?? text)));
}

function mapTexts<From, To>(
  map: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
