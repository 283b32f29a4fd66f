import type { HeadlessCommand } from '@shared/contracts/headless-command';
import type { ReviewPack } from '@shared/contracts/review-pack';
import { type Result, err, ok } from '@shared/kernel/result';
import { codeKey } from '@shared/messages/message-key';
import { formatPeriod } from '@renderer/i18n/formats';
import { translatorFor } from '@renderer/i18n/i18n';
import { call } from '@renderer/platform/workbench';
import type { CommandDesk } from './command-desk';
import { queryRefusal } from './query-refusal';

type PackRequest = Extract<HeadlessCommand, { name: 'pack' }>;

/** Where the pack lies and what it holds. */
export interface WrittenPack {
  readonly pdf: string;
  readonly pages: number;
  readonly bytes: number;
  readonly title: string;
  readonly draft: boolean;
  readonly people: number;
  readonly period: string;
  readonly scope: string;
}

/** Gathers the pack of a period and scope and has main write it. */
export async function packCommand(desk: CommandDesk, { period, scope, language }: PackRequest): Promise<Result<WrittenPack, string>> {
  const gathered = await desk.ledger.pack({ period, scope, language, appVersion: desk.appVersion });
  return gathered.ok ? writePack(desk, gathered.value) : err(queryRefusal(desk, gathered.error, period, scope));
}

export async function writePack({ t }: CommandDesk, pack: ReviewPack): Promise<Result<WrittenPack, string>> {
  const { figures, language } = pack;
  const title = translatorFor(language)('packs.packTitle', { scope: figures.scope.name, period: formatPeriod(figures.period.key, language) });
  const written = await call('pack.export', { jobId: crypto.randomUUID(), pack, suggestedName: title });
  if (!written.ok) return err(`${t(codeKey('calls', written.error.code))} (${written.error.detail})`);
  const { path, pages, bytes } = written.value;
  return ok({ pdf: path ?? '', pages, bytes, title, draft: pack.draft, people: pack.people.length, period: figures.period.key, scope: figures.scope.name });
}
