// Type-checks a program as a user's project in a process of its own, and prints how long it took and what it read.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

import { withUserProject } from './user-project.mjs';

const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');

await withUserProject(process.argv.slice(2), (folder) => {
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [TSC, '--noEmit', '--diagnostics'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(stdout);
  console.log(JSON.stringify({ milliseconds, files: Number(/^Files:\s+(\d+)$/m.exec(stdout)[1]) }));
});
