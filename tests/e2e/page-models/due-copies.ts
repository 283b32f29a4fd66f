import type { KeepState } from '@shared/contracts/keep-calls';
import type { LaunchedWorkbench } from '../launch/launch-workbench';
import { answerOf, type Bridge } from './bridge';

/** The copy that a window takes by itself every 15 minutes, at once. */
export class DueCopies {
  constructor(private readonly desk: LaunchedWorkbench) {}

  /** Says that a copy is due; answers at once. */
  begin(): Promise<void> {
    return this.desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.send('workbench:event', 'keep.due', { reason: 'timer' }));
  }

  /** Waits until there is a copy more; answers its id. */
  async take(): Promise<string> {
    const before = (await this.list()).map(({ id }) => id);
    await this.begin();
    return this.desk.page.evaluate(async (before) => {
      const { workbench } = window as unknown as { workbench: Bridge };
      for (;;) {
        const state = (await workbench.call('keep.state', {})).value as { snapshots: { id: string }[] };
        const added = state.snapshots.find(({ id }) => !before.includes(id));
        if (added) return added.id;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }, before);
  }

  async list(): Promise<KeepState['snapshots']> {
    return ((await answerOf(this.desk.page, 'keep.state', {})) as KeepState).snapshots;
  }
}
