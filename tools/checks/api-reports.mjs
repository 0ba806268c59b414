// Compares the public API of each entry point with its report in etc/. With --local it writes the reports instead,
// so that a change of the API is a change in a file that is reviewed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import ts from 'typescript';

import { ENTRY_POINTS, ROOT } from './entry-points.mjs';

const local = process.argv.includes('--local');
mkdirSync(join(ROOT, 'etc'), { recursive: true });

const exported = exportedNames();
const failed = ENTRY_POINTS.filter((entry) => !extract(entry)).map((entry) => entry.name);
if (failed.length > 0) {
  console.error(`API reports differ or have errors: ${failed.join(', ')}; after a look, \`npm run api\` writes them`);
  process.exitCode = 1;
}

function extract({ name, types }) {
  const { succeeded } = Extractor.invoke(configuration(name, types), {
    localBuild: local,
    messageCallback: (message) => {
      if (isExportedElsewhere(message)) message.logLevel = 'none';
    },
  });
  return succeeded;
}

/** The extractor knows one entry point at a time; what another one exports is not forgotten. */
function isExportedElsewhere({ messageId, text }) {
  return messageId === 'ae-forgotten-export' && exported.has(/"(.+?)"/.exec(text)?.[1]);
}

function exportedNames() {
  const paths = ENTRY_POINTS.map(({ types }) => join(ROOT, types));
  const program = ts.createProgram(paths, { module: ts.ModuleKind.Node20 });
  const checker = program.getTypeChecker();
  const modules = paths.map((path) => checker.getSymbolAtLocation(program.getSourceFile(path)));
  return new Set(modules.flatMap((module) => checker.getExportsOfModule(module)).map((symbol) => symbol.name));
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
