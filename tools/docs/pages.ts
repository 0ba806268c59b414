import { format } from 'prettier';
import { errorsPage } from './errors-page';

/** The generated pages by their file. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/errors.md': errorsPage,
};

/** A page as it is committed. */
export function formatted(page: string): Promise<string> {
  return format(page, { parser: 'markdown', printWidth: 120 });
}
