import { join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { exampleProject, plainConfigOf } from './example-project';
import type { RunOptions } from './fake-engine';
import { runProgram, type ProgramRun } from './run-program';

/**
 * Runs an example with the configuration of its stack `dev`; once in a test file, because it is loaded once.
 * @param example - the folder in `examples`
 * @param secrets - its secrets, which the file has encrypted
 * @param options - what stands in for the providers
 */
export async function runExample(
  example: string,
  secrets: Readonly<Record<string, string>>,
  options: RunOptions,
): Promise<ProgramRun> {
  const project = exampleProject(example);
  const inProject = (key: string) => `project:${key}`;
  const config = Object.entries({ ...plainConfigOf(project), ...secrets });
  return runProgram(() => {
    pulumi.runtime.setAllConfig(
      Object.fromEntries(config.map(([key, value]) => [inProject(key), value])),
      Object.keys(secrets).map(inProject),
    );
    jest.requireActual(join('..', '..', '..', project.program));
  }, options);
}
