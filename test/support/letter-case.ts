import fc from 'fast-check';

/** The same text with some letters in the other case. */
export function recased(text: string): fc.Arbitrary<string> {
  return fc
    .func(fc.boolean())
    .map((swap) =>
      [...text].map((letter, index) => (swap(index) ? letter.toUpperCase() : letter.toLowerCase())).join(''),
    );
}
