import { annotationMap } from '../annotations';
import { literal, mapOf, optional, required, text } from '../fields';
import type { Issue } from '../issues';
import { dnsSubdomain, labelKey, labelValue } from '../names';

/** The properties that both TLS secrets have. */
export const TLS_SECRET_FIELDS = {
  name: required(literal(dnsSubdomain)),
  labels: optional(mapOf(labelKey, text(labelValue))),
  annotations: optional(annotationMap()),
};

/**
 * The name of a Secret.
 * @param name - what it starts with
 * @param revision - what it ends in, when there is such
 */
export function tlsSecretName(name: string, revision: string | undefined): string {
  return revision === undefined ? name : `${name}-${revision}`;
}

/**
 * What is wrong with the composed name when its parts are right: it may be too long.
 * @param name - what the name starts with
 * @param revision - what it ends in
 * @param found - the issues of the parts
 */
export function tlsSecretNameIssues(name: string, revision: string | undefined, found: readonly Issue[]): Issue[] {
  const isPartWrong = found.some(({ path }) => path.length === 0 || path[0] === 'name' || path.at(-1) === 'revision');
  return isPartWrong ? [] : dnsSubdomain.literalIssues(tlsSecretName(name, revision), ['name']);
}
