import { type Owner, identityIdOf } from '@shared/domain/org/attribution';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/** Decides who an owner of a source is; null = nobody, its facts stay unassigned. */
export async function decideOwner(ws: Workspace, owner: Owner, personId: string | null): Promise<void> {
  const label = { key: 'owner_decide', params: { name: owner.ownerName || owner.ownerKey } };
  await commitChangeSet(ws, { kind: 'edit', label }, (writer) => writer.put('identities', { id: identityIdOf(owner), ...ownerOf(owner), personId }));
}

/** The same for many owners at once, as one step: each is the person of its name. */
export async function decideNamesakes(ws: Workspace, owners: readonly (Owner & { readonly personId: string })[]): Promise<void> {
  const label = { key: 'owner_namesakes', params: { count: owners.length } };
  await commitChangeSet(ws, { kind: 'edit', label }, async (writer) => {
    for (const { personId, ...owner } of owners) await writer.put('identities', { id: identityIdOf(owner), ...ownerOf(owner), personId });
  });
}

/** Takes the decision away: the owner is matched by external id or name again. */
export async function clearDecision(ws: Workspace, owner: Owner): Promise<void> {
  const label = { key: 'owner_clear', params: { name: owner.ownerName || owner.ownerKey } };
  await commitChangeSet(ws, { kind: 'edit', label }, (writer) => writer.remove('identities', identityIdOf(owner)));
}

const ownerOf = ({ source, ownerKey, ownerName }: Owner): Owner => ({ source, ownerKey, ownerName });
