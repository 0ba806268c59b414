// Compares the public API of each entry point with its report in etc/. With --local it writes the reports instead,
// so that a change of the API is a change in a file that is reviewed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

import { ENTRY_POINTS, ROOT } from './entry-points.mjs';

const local = process.argv.includes('--local');
mkdirSync(join(ROOT, 'etc'), { recursive: true });

const failed = ENTRY_POINTS.filter((entry) => !extract(entry)).map((entry) => entry.name);
if (failed.length > 0) {
  console.error(`API reports differ or have errors: ${failed.join(', ')}; after a look, \`npm run api\` writes them`);
  process.exitCode = 1;
}

function extract({ name, types }) {
  const { succeeded } = Extractor.invoke(configuration(name, types), { localBuild: local });
  return succeeded;
}

function configuration(name, types) {
  return ExtractorConfig.prepare({
    configObjectFullPath: join(ROOT, 'etc', `${name}.json`),
    packageJsonFullPath: join(ROOT, 'package.json'),
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(ROOT, types),
      compiler: { tsconfigFilePath: join(ROOT, 'tsconfig.build.json') },
      newlineKind: 'lf',
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: join(ROOT, 'etc'),
        reportTempFolder: join(ROOT, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: {
          default: { logLevel: 'error' },
          'ae-missing-release-tag': { logLevel: 'none' },
          // Which declarations need a comment is for the linter to say.
          'ae-undocumented': { logLevel: 'none' },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
}
