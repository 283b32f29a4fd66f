import { runHeadless } from '@renderer/app/commands/run-headless';
import { call } from '@renderer/platform/workbench';

/** The hidden page behind the headless commands: takes one command from main, carries it out, answers, and is closed. */
runHeadless().catch((error: unknown) => {
  void call('command.failed', { message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
});
