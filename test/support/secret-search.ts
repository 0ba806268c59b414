const WINDOW = 16;
/** The windows of each secret that was searched for: there are few, and they are searched for often. */
const secretWindows = new Map<string, ReadonlySet<string>>();
const MARKER_LINE = /^-----(BEGIN|END) [A-Z ]+-----$/;

/**
 * Whether a text shows any part of a private key: 16 characters in a row of any form in which the key may be written.
 * The lines that begin and end a PEM block say nothing and do not count.
 * @param text - what somebody may see
 * @param pem - the private key as PEM text
 * @param visible - the certificate of the key, where it may be seen: it has its modulus and words of its format in common
 */
export function showsSecret(text: string, pem: string, visible = ''): boolean {
  const windows = secretWindows.get(pem) ?? new Set(formsOf(pem).flatMap(windowsOf));
  secretWindows.set(pem, windows);
  const harmless = new Set(visible === '' ? [] : formsOf(visible).flatMap(windowsOf));
  return windowsOf(text).some((one) => windows.has(one) && !harmless.has(one));
}

/** The forms of a secret: line by line, in one line, JSON-escaped, base64 at each alignment, and its bytes. */
function formsOf(pem: string): readonly string[] {
  const lines = pem.split(/\r?\n/).filter((line) => line !== '' && !MARKER_LINE.test(line));
  const body = lines.join('\n');
  const bytes = Buffer.from(lines.join(''), 'base64');
  return [
    ...lines,
    lines.join(''),
    JSON.stringify(body).slice(1, -1),
    ...[0, 1, 2].flatMap((skipped) => [
      Buffer.from(body).subarray(skipped).toString('base64'),
      bytes.subarray(skipped).toString('base64'),
    ]),
    bytes.toString('latin1'),
    bytes.toString('hex'),
  ];
}

function windowsOf(text: string): readonly string[] {
  if (text.length <= WINDOW) return text === '' ? [] : [text];
  return Array.from({ length: text.length - WINDOW + 1 }, (_, start) => text.slice(start, start + WINDOW));
}
