import { assertValid } from '../../model/validation-error';
import { PRELUDE } from './prelude';
import { shellCommand, shellTextIssues, shellVariables, shellWord } from './shell';

/** A line of a script: text as it is, or a command whose words are quoted. */
export type ScriptLine =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly before: string; readonly words: readonly string[]; readonly after: string };

/** One step of a script, which has a name for messages. */
export interface ScriptStep {
  readonly name: string;
  readonly lines: readonly ScriptLine[];
}

/** What a script is for, and what it is made of. */
export interface ScriptParts {
  readonly title: string;
  readonly steps: readonly ScriptStep[];
}

/** A line of a script as it is. */
export function line(text: string): ScriptLine {
  return { kind: 'text', text };
}

/** A command of the Azure CLI. */
export function az(words: readonly string[], before = '', after = ''): ScriptLine {
  return { kind: 'command', before: `${before}az `, words, after };
}

/** Any other command, or a call of a function of the prelude. */
export function command(words: readonly string[], before = '', after = ''): ScriptLine {
  return { kind: 'command', before, words, after };
}

/**
 * A whole script.
 * @throws ValidationError when a deferred value cannot be a variable, or is a secret
 */
export function renderScript({ title, steps }: ScriptParts): string {
  const words = steps.flatMap(({ name, lines }) => [
    name,
    ...lines.flatMap((one) => (one.kind === 'command' ? one.words : [])),
  ]);
  assertValid('script', shellTextIssues(words));
  const set = steps.flatMap(({ lines }) => lines.flatMap(assignedVariables));
  const variables = shellVariables(words)
    .filter((name) => !set.includes(name))
    .map((name) => `: "\${${name}:?has to be set}"`);
  return [
    '#!/usr/bin/env bash',
    `# ${title}`,
    '# It can be run again: what is there is left alone or brought up to date.',
    PRELUDE,
    '',
    ...(variables.length === 0 ? [] : [...variables, '']),
    ...steps.flatMap(({ name, lines }) => [`begin ${shellWord(name)}`, ...lines.map(renderLine), '']),
    "step='end'",
    '',
  ].join('\n');
}

/** The variables that a line sets itself. */
function assignedVariables(one: ScriptLine): readonly string[] {
  return one.kind === 'command' ? (/^(\w+)=\$\(/.exec(one.before)?.slice(1) ?? []) : [];
}

function renderLine(one: ScriptLine): string {
  return one.kind === 'text' ? one.text : `${one.before}${shellCommand(...one.words)}${one.after}`;
}
