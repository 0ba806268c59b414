import { readFileSync } from 'node:fs';

/** The version of an SDK, which its plugin has too. */
export function versionOf(sdk: string): string {
  const { version } = JSON.parse(readFileSync(require.resolve(`${sdk}/package.json`), 'utf8')) as { version: string };
  return version;
}
