import { isDeferred } from './deferred';
import { mapOf, text, type Check } from './fields';
import { issue, type Issue, type Path } from './issues';
import { annotationValue, labelKey, MAX_ANNOTATIONS_BYTES } from './names';

const ANNOTATIONS = mapOf(labelKey, text(annotationValue));

/**
 * Annotations of an object: their keys and values, and how much they are together.
 * @param room - the bytes to leave for annotations that the library writes onto the same object
 */
export function annotationMap(room = 0): Check {
  return (value, path) => {
    const issues = ANNOTATIONS(value, path);
    return issues.length > 0 ? issues : annotationsSizeIssues(value as Readonly<Record<string, string>>, path, room);
  };
}

/**
 * Whether the API server takes the annotations of an object together. What holds deferred text is not judged.
 * @param given - annotations of which each is right
 * @param path - where they are
 * @param room - the bytes to leave for more of them
 */
export function annotationsSizeIssues(given: Readonly<Record<string, string>>, path: Path, room = 0): Issue[] {
  const texts = Object.entries(given).flat();
  if (texts.some(isDeferred)) return [];
  const received = new TextEncoder().encode(texts.join('')).length;
  const limit = MAX_ANNOTATIONS_BYTES - room;
  if (received <= limit) return [];
  const rest = room === 0 ? '' : ', beside those that properties write';
  const expected = `at most ${String(limit)} bytes of keys and values${rest}`;
  return [issue('name/annotations-too-long', path, { received, expected })];
}
