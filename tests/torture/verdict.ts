import type { LaunchedWorkbench } from '../e2e/launch/launch-workbench';
import { ask } from '../e2e/page-models/bridge';
import { DueCopies } from '../e2e/page-models/due-copies';
import type { Acknowledged } from './acknowledged';
import { storedFacts } from '../e2e/page-models/stored-facts';
import { tornIn } from './torn-in';

/** What one round came to. */
export interface Verdict {
  readonly acknowledged: number;
  readonly lost: number;
  readonly torn: number;
  readonly unreadable: number;
  /** The database was given up by Chromium and built anew from copy and journal. */
  readonly rebuilt: number;
  /** A failure whose cause the window did not name. */
  readonly unnamed: number;
  readonly evidence: readonly string[];
}

/** Looks at a workspace that has just been opened: opened by itself, or after the rebuild that its recovery screen offers. */
export async function judge(desk: LaunchedWorkbench, acknowledged: Acknowledged): Promise<Verdict & { readonly desk: LaunchedWorkbench }> {
  let shown = desk;
  let rebuilt = 0;
  const evidence: string[] = [];
  if (!(await opens(desk))) {
    evidence.push((await desk.page.locator('body').innerText()).replaceAll(/\s+/g, ' ').slice(0, 400));
    const page = await rebuild(desk, evidence);
    if (page === null) return { desk, acknowledged: acknowledged.count, lost: 0, torn: 0, unreadable: 1, rebuilt, unnamed: 0, evidence };
    shown = { ...desk, page };
    rebuilt = 1;
    await opens(shown);
  }
  const facts = await storedFacts(shown.page);
  const torn = tornIn(facts);
  evidence.push(...torn.slice(0, 5));
  const lost = await acknowledged.lostIn(shown.page, facts);
  return { desk: shown, acknowledged: acknowledged.count, lost, torn: torn.length, unreadable: 0, rebuilt, unnamed: 0, evidence };
}

/** Whether the window shows the workspace; false when it says why it does not. */
async function opens({ page }: LaunchedWorkbench): Promise<boolean> {
  const shell = page.getByRole('navigation').first();
  await shell.or(page.getByRole('heading', { level: 1 })).first().waitFor({ timeout: 120_000 });
  const state = await ask(page, 'recovery.state', {});
  // The first count reaches main only once the workspace is open.
  return state.ok && (state.value as { trouble: unknown }).trouble === null && (await shell.isVisible());
}

async function rebuild(desk: LaunchedWorkbench, evidence: string[]) {
  const copies = (await new DueCopies(desk).list()).filter(({ fault }) => fault === null);
  for (const snapshot of [...copies.map(({ id }) => id), null]) {
    let refused: string | null = null;
    const opened = desk.nextPage(async () => {
      const answer = await ask(desk.page, 'recovery.rebuild', { snapshot });
      refused = answer.ok ? null : `${answer.error?.code} ${answer.error?.detail}`;
      if (refused !== null) throw new Error(refused);
    });
    const page = await opened.catch((cause: unknown) => void evidence.push(String(cause).slice(0, 200)));
    if (page) return page;
  }
  return null;
}
