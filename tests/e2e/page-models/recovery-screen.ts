import type { Page } from 'playwright';
import type { LaunchedWorkbench } from '../launch/launch-workbench';
import { ask, type BridgeAnswer } from './bridge';

/** A window that does not open its workspace, and what can be done there. */
export class RecoveryScreen {
  constructor(private readonly desk: LaunchedWorkbench) {}

  /** Waits for it and answers the code of its reason, as its details give it. */
  async reason(): Promise<string> {
    const details = this.desk.page.getByText(/"(?:code|trouble)": "/).first();
    await details.waitFor();
    const text = await details.innerText();
    return /"trouble": "([^"]+)"/.exec(text)?.[1] ?? /"code": "([^"]+)"/.exec(text)![1]!;
  }

  /** Rebuilds from a copy (null: from nothing) and answers the window that shows the result. Throws what main refuses. */
  rebuild(snapshot: string | null): Promise<Page> {
    return this.desk.nextPage(() => this.must('recovery.rebuild', { snapshot }));
  }

  /** What main says to a rebuild that cannot be done. */
  tryRebuild(snapshot: string): Promise<BridgeAnswer> {
    return ask(this.desk.page, 'recovery.rebuild', { snapshot });
  }

  /** Has the journal written anew from the database's change-sets. */
  async rewriteJournal(): Promise<Page> {
    const changeSets = await storedChangeSets(this.desk.page);
    return this.desk.nextPage(() => this.must('recovery.journal', { changeSets, last: true }));
  }

  private async must(name: string, input: unknown): Promise<void> {
    const answer = await ask(this.desk.page, name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error?.code} ${answer.error?.detail}`);
  }
}

/** Every change-set as it lies in the database, in order, read past the app. */
export function storedChangeSets(page: Page): Promise<{ seq: number; id: string }[]> {
  return page.evaluate(async () => {
    const { workbench } = window as unknown as { workbench: { call(name: string, input: object): Promise<{ value: { workspace: { databaseName: string } } }> } };
    const { databaseName } = (await workbench.call('app.info', {})).value.workspace;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
      });
    const db = await done(indexedDB.open(databaseName));
    const stored = (await done(db.transaction('changeSets').objectStore('changeSets').getAll())) as { seq: number; id: string; touches?: string[] }[];
    db.close();
    return stored.map(({ touches: _touches, ...changeSet }) => changeSet);
  });
}
