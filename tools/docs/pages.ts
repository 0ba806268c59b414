import { format, resolveConfig } from 'prettier';
import { componentsPage, networkPage } from './components-pages';
import { errorsPage } from './errors-page';
import { settingsPage, updatingPage } from './settings-page';
import { logsPage, openshiftPage, supportPage } from './support-pages';

/** The generated pages by their file. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/components.md': componentsPage,
  'docs/errors.md': errorsPage,
  'docs/logs.md': logsPage,
  'docs/network.md': networkPage,
  'docs/openshift.md': openshiftPage,
  'docs/settings.md': settingsPage,
  'docs/support.md': supportPage,
  'docs/updating.md': updatingPage,
};

/** A page as it is committed. */
export async function formatted(page: string): Promise<string> {
  return format(page, { ...(await resolveConfig(__filename)), parser: 'markdown' });
}
