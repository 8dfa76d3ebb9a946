import module from 'node:module';

/** Runs one command and gives its exit status. What Node makes of the sources is kept, where it can keep it: later starts take half the time. */
export async function runCli(args: readonly string[]): Promise<number> {
  module.enableCompileCache?.();
  const { runCli: run } = await import('./cli/run.ts');
  return await run(args);
}

if (import.meta.main) {
  const status = await runCli(process.argv.slice(2));
  const { leave } = await import('./cli/printing.ts');
  await leave(status);
}
