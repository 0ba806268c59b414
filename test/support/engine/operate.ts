import { readFileSync, writeFileSync } from 'node:fs';
import {
  fullyQualifiedStackName,
  LocalWorkspace,
  Stack,
  type EngineEvent,
  type OutputMap,
} from '@pulumi/pulumi/automation';
import type { OperationAnswer, OperationRequest } from './operation';

// Runs one operation of the engine on an inline program, in a process of its own:
//   node --import tsx operate.ts <request.json>
const request = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as OperationRequest;
const printed: string[] = [];
const events: EngineEvent[] = [];

void main();

async function main(): Promise<void> {
  const stack = await selectStack();
  if (request.config !== undefined) await stack.setAllConfig({ ...request.config });
  await run(stack).then(
    (outputs) => {
      answer({
        failure: undefined,
        outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value as unknown])),
      });
    },
    (error: unknown) => {
      answer({ failure: String(error), outputs: {} });
    },
  );
}

async function selectStack(): Promise<Stack> {
  const { project, stack, folder } = request;
  const backend = { url: `file://${folder}` };
  const workspace = await LocalWorkspace.create({
    workDir: folder,
    pulumiHome: `${folder}/home`,
    projectSettings: { name: project, runtime: 'nodejs', backend },
    program: () => import(request.program) as Promise<Record<string, unknown>>,
  });
  return Stack.createOrSelect(fullyQualifiedStackName('organization', project, stack), workspace);
}

async function run(stack: Stack): Promise<OutputMap> {
  const options = {
    color: 'never' as const,
    onOutput: (text: string) => void printed.push(text),
    onError: (text: string) => void printed.push(text),
    onEvent: (event: EngineEvent) => void events.push(event),
  };
  if (request.operation === 'up') return (await stack.up({ ...options, diff: true })).outputs;
  if (request.operation === 'preview') await stack.preview({ ...options, diff: true });
  else await stack[request.operation](options);
  return {};
}

function answer(result: Pick<OperationAnswer, 'failure' | 'outputs'>): void {
  const whole: OperationAnswer = { ...result, events, printed: printed.join('') };
  writeFileSync(request.answer, JSON.stringify(whole));
}
