// Prints how long it takes until a user is told about wrong arguments: the message is at the engine, which shows it.
import { runUserProgram } from './user-program.mjs';

const typeCheck = process.argv.includes('--type-check');
const { milliseconds, errors } = await runUserProgram(['bench/wrong-argument'], { typeCheck });
console.log(JSON.stringify({ milliseconds, errors }));
