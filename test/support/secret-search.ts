const WINDOW = 16;
/** The windows of each secret that was searched for: there are few, and they are searched for often. */
const secretWindows = new Map<string, ReadonlySet<string>>();
const MARKER_LINE = /^-----(BEGIN|END) [A-Z ]+-----$/;

/**
 * Whether a text shows a secret. Of a PEM block it is shown when 16 characters in a row are, of any form in which the key
 * may be written; the lines that begin and end the block say nothing and do not count. Any other secret is shown as a
 * whole, also where it stands in the middle of something encoded.
 * @param text - what somebody may see
 * @param secret - the secret in clear
 * @param visible - the certificate of a key, where it may be seen: it has its modulus and words of its format in common
 */
export function showsSecret(text: string, secret: string, visible = ''): boolean {
  if (!secret.split(/\r?\n/).some((line) => MARKER_LINE.test(line)))
    return shortForms(secret).some((form) => text.includes(form));
  const windows = secretWindows.get(secret) ?? new Set(formsOf(secret).flatMap(windowsOf));
  secretWindows.set(secret, windows);
  const harmless = new Set(visible === '' ? [] : formsOf(visible).flatMap(windowsOf));
  return windowsOf(text).some((one) => windows.has(one) && !harmless.has(one));
}

/** The forms of a secret of one line: in clear, escaped as the files and shells need it, in hexadecimal and base64. */
function shortForms(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    secret.replaceAll("'", "''"),
    secret.replaceAll("'", `'\\''`),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('hex'),
    ...[0, 1, 2].map((before) => base64Within(secret, before)),
  ];
}

/** The characters of base64 that a secret alone decides, where a number of other bytes stand before it. */
function base64Within(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

/** The forms of PEM text: line by line, in one line, JSON-escaped, base64 at each alignment, and the bytes of each block. */
function formsOf(pem: string): readonly string[] {
  const blocks = pem.split(/^-----END [A-Z ]+-----$/m).map(linesOf);
  const lines = blocks.flat();
  const body = lines.join('\n');
  return [
    ...lines,
    lines.join(''),
    JSON.stringify(body).slice(1, -1),
    ...[0, 1, 2].map((skipped) => Buffer.from(body).subarray(skipped).toString('base64')),
    ...blocks.flatMap(byteForms),
  ];
}

function byteForms(lines: readonly string[]): readonly string[] {
  const bytes = Buffer.from(lines.filter((line) => !line.includes(': ')).join(''), 'base64');
  return [
    ...[0, 1, 2].map((skipped) => bytes.subarray(skipped).toString('base64')),
    bytes.toString('latin1'),
    bytes.toString('hex'),
  ];
}

function linesOf(block: string): readonly string[] {
  return block.split(/\r?\n/).filter((line) => line !== '' && !MARKER_LINE.test(line));
}

function windowsOf(text: string): readonly string[] {
  if (text.length <= WINDOW) return text === '' ? [] : [text];
  return Array.from({ length: text.length - WINDOW + 1 }, (_, start) => text.slice(start, start + WINDOW));
}
