// The sub-paths of the package, read from its exports: the one list that the checks share.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const { exports: subPaths } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));

/** For example `{ name: 'cdk8s', types: './dist/cdk8s/index.d.ts' }`; the name is that of the folder in lib. */
export const ENTRY_POINTS = Object.values(subPaths)
  .filter((target) => typeof target === 'object')
  .map(({ types }) => ({ name: types.split('/').at(-2), types }));
