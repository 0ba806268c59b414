import { labelKey } from '../names';
import { parseLiteral } from '../text-format';

const PREFIX = 'nodeSelector.';
const UNESCAPED_DOT = /(?<!\\)\./;
const ESCAPED = /\\(.)/gs;
const DOT = /\./g;
const ESCAPED_DOT = String.raw`\.`;

/** The key of a setting that selects nodes by a label. */
export type NodeSelectorKey = `nodeSelector.${string}`;

/**
 * The setting that selects nodes by a label. Dots are escaped: in the names of settings they nest values.
 * @param label - the key of a node label
 * @throws ValidationError when the text is no label key, or is deferred
 * @example
 * nodeSelectorKey('kubernetes.io/os'); // nodeSelector.kubernetes\.io/os
 */
export function nodeSelectorKey(label: string): NodeSelectorKey {
  return `${PREFIX}${parseLiteral(labelKey, label).replaceAll(DOT, ESCAPED_DOT)}`;
}

/**
 * The label that a setting selects nodes by. Dots that are not escaped are taken for dots of the label.
 * @param key - a key of a settings map
 * @returns `undefined` when the key selects no nodes
 */
export function nodeSelectorLabel(key: string): string | undefined {
  return key.startsWith(PREFIX) ? plainLabel(key.slice(PREFIX.length)) : undefined;
}

/**
 * The key of a node label that is written with or without the backslashes of a setting.
 * @param label - for example `kubernetes.io/os` or `kubernetes\.io/os`
 */
export function plainLabel(label: string): string {
  return label.replaceAll(ESCAPED, '$1');
}

/**
 * The same key with every dot of its label escaped; a key that selects no nodes stays as it is.
 * @param key - a key of a settings map
 */
export function withEscapedDots(key: string): string {
  const label = nodeSelectorLabel(key);
  return label === undefined || !UNESCAPED_DOT.test(key.slice(PREFIX.length))
    ? key
    : `${PREFIX}${label.replaceAll(DOT, ESCAPED_DOT)}`;
}
