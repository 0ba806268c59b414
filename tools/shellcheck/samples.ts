// Writes the scripts that are checked into a folder: `tsx tools/shellcheck/samples.ts FOLDER`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downScript, upScript } from '../../lib/az/index';
import { ARC_SCRIPT_SPEC, SCRIPT_SPEC } from '../../test/support/script-specs';

const [, , folder = '.'] = process.argv;
for (const [name, spec] of Object.entries({ aks: SCRIPT_SPEC, arc: ARC_SCRIPT_SPEC })) {
  writeFileSync(join(folder, `${name}-up.sh`), upScript(spec));
  writeFileSync(join(folder, `${name}-down.sh`), downScript(spec));
}
