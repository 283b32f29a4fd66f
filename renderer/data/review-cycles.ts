import { checkTemplate } from '@shared/domain/performance/check-template';
import { templatesInForce } from '@shared/domain/performance/template-in-force';
import { firstDayOf, lastDayOf } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import { type Result, err, ok } from '@shared/kernel/result';
import type { Review } from '@shared/records/review';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

export type CycleRefusal = 'cycle.exists' | 'cycle.unknownTemplate' | 'cycle.templateInactive' | 'cycle.noPeople';

export const cycleIdOf = (month: string): string => `cycle-${month}`;

/** Opens a month's reviews, one for each person with a place in the organisation on a day of it. One cycle a month, by a template in force. */
export async function openCycle(ws: Workspace, month: YearMonth, templateId: string): Promise<Result<{ cycleId: string }, CycleRefusal>> {
  const cycleId = cycleIdOf(month);
  let refusal = null as CycleRefusal | null;
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'cycle_open', params: { month } } }, async (writer) => {
    const templates = await writer.list('scorecardTemplates');
    const template = templates.find(({ id }) => id === templateId);
    const people = new Set((await writer.list('people')).map(({ id }) => id));
    const present = (await writer.list('memberships')).filter(
      ({ personId, from, to }) => people.has(personId) && (from ?? firstDayOf(month)) <= lastDayOf(month) && (to ?? lastDayOf(month)) >= firstDayOf(month),
    );
    if (await writer.get('reviewCycles', cycleId)) refusal = 'cycle.exists';
    else if (!template) refusal = 'cycle.unknownTemplate';
    else if (!templatesInForce(templates, month).includes(template) || checkTemplate(template).length > 0) refusal = 'cycle.templateInactive';
    else if (present.length === 0) refusal = 'cycle.noPeople';
    if (refusal !== null) return;
    await writer.put('reviewCycles', { id: cycleId, month, templateId, openedAt: new Date(ws.now()).toISOString() });
    for (const personId of new Set(present.map((membership) => membership.personId))) await writer.put('reviews', emptyReview(cycleId, personId));
  });
  return refusal === null ? ok({ cycleId }) : err(refusal);
}

export function emptyReview(cycleId: string, personId: string): Review {
  return { id: `${cycleId}/${personId}`, cycleId, personId, manual: {}, praise: '', gaps: '', advice: '', state: 'open', signatures: [] };
}
