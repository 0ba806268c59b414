// The version of the Pulumi command line (versions.json), and what is built of it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the table; the wrapper module is a folder beside it. */
export const here = dirname(fileURLToPath(import.meta.url));

const { version } = JSON.parse(readFileSync(join(here, 'versions.json'), 'utf8')).pulumi;

/** The command line, with the engine in it. */
export const pulumi = {
  name: 'pulumi',
  version,
  module: join(here, 'cli'),
  go: 'github.com/pulumi/pulumi/pkg/v3',
  commands: { pulumi: 'github.com/pulumi/pulumi/pkg/v3/cmd/pulumi' },
  // Without it the command line calls itself by a version of its own making, which the Automation API refuses.
  ldflags: [`-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`],
  writtenBy: 'tools/pulumi/modules.mjs',
  // The engine lies in one tree with the SDK, which is published under the same version.
  versionInTree: (same) => same,
};
