import { runAction } from './run-action.ts';

process.exitCode = await runAction({
  cwd: process.cwd(),
  env: process.env,
  isTerminal: false,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  readStdin: async () => '',
});
