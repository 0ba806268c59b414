import { lowerCase } from '../deferred';

/*
 * Names of settings with placeholders: `<index>` is a whole number, `<a|b>` one of the alternatives, and any other, at
 * the end of a name, stands for all the rest.
 */
const PIECES = /<([^>]+)>|[^<]+/g;
const SPECIAL = /[.[\]\\+*?(){}^$|]/g;
const INDEX = /\[(\d+)\]/;
const DOT = /\./g;

interface Piece {
  readonly kind: 'literal' | 'index' | 'choice' | 'rest';
  /** The literal text, or what stands between the angle brackets. */
  readonly text: string;
}

/** A name of the catalogue, ready to be compared with keys. */
export interface SettingPattern {
  readonly pieces: readonly Piece[];
  readonly exact: RegExp;
  readonly anyCase: RegExp;
}

/**
 * Makes a name of the catalogue comparable with keys.
 * @param name - the name, with or without placeholders
 */
export function settingPattern(name: string): SettingPattern {
  const pieces = [...name.matchAll(PIECES)].map(([literal, inside]) => readPiece(literal, inside));
  const source = `^${pieces.map((piece) => `(${sourceOf(piece)})`).join('')}$`;
  return { pieces, exact: new RegExp(source, 's'), anyCase: new RegExp(source, 'is') };
}

/**
 * A key that is meant for a name, in the letter case in which it is read.
 * @param pattern - the name
 * @param key - the key in any letter case
 * @returns `undefined` when the key is no spelling of the name
 */
export function spelled(pattern: SettingPattern, key: string): string | undefined {
  const match = pattern.anyCase.exec(key);
  if (match === null) return undefined;
  return pattern.pieces.map((piece, index) => properCase(piece, match[index + 1] ?? '')).join('');
}

/**
 * The keys of a name that a wrong key may have been meant for: placeholders are filled from the key.
 * @param pattern - the name
 * @param key - a key that fits no name
 */
export function candidates(pattern: SettingPattern, key: string): readonly string[] {
  return pattern.pieces.reduce<readonly string[]>(
    (starts, piece) => starts.flatMap((start) => fillings(piece, start, key).map((filling) => start + filling)),
    [''],
  );
}

function fillings({ kind, text }: Piece, start: string, key: string): readonly string[] {
  switch (kind) {
    case 'literal':
      return [text];
    case 'index':
      return [INDEX.exec(key)?.[1] ?? '0'];
    case 'choice':
      return choicesOf(text);
    case 'rest':
      return [restOf(key, start) ?? `<${text}>`];
  }
}

/** What follows in a key after as many dots as a start has; a start ends with a dot. */
function restOf(key: string, start: string): string | undefined {
  const dots = [...start.matchAll(DOT)].length;
  const last = [...key.matchAll(DOT)][dots - 1];
  return last === undefined ? undefined : key.slice(last.index + 1);
}

function readPiece(literal: string, inside: string | undefined): Piece {
  if (inside === undefined) return { kind: 'literal', text: literal };
  if (inside === 'index') return { kind: 'index', text: inside };
  return { kind: inside.includes('|') ? 'choice' : 'rest', text: inside };
}

function sourceOf({ kind, text }: Piece): string {
  switch (kind) {
    case 'literal':
      return text.replaceAll(SPECIAL, String.raw`\$&`);
    case 'index':
      return String.raw`\d+`;
    case 'choice':
      return text;
    case 'rest':
      return '.+';
  }
}

function properCase({ kind, text }: Piece, written: string): string {
  if (kind === 'literal') return text;
  if (kind !== 'choice') return written;
  return choicesOf(text).find((choice) => lowerCase(choice) === lowerCase(written)) ?? written;
}

function choicesOf(inside: string): readonly string[] {
  return [...inside.matchAll(/[^|]+/g)].map(([choice]) => choice);
}
