import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROLE_DEFINITIONS } from '../../lib/model/compute/role-definitions';

describe('the page about attaching', () => {
  const rows = readFileSync(resolve(__dirname, '../../docs/attach.md'), 'utf8').replaceAll(/ +/g, ' ');

  test.each(Object.values(ROLE_DEFINITIONS))('has $name with its id', ({ name, id }) => {
    expect(rows).toContain(`| ${name} | \`${id}\` |`);
  });
});
