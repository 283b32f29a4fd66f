import { type Result, err, ok } from '@shared/kernel/result';
import { installSample } from '../sample/install-sample';
import type { CommandDesk } from './command-desk';
import { type WrittenPack, writePack } from './pack-command';
import { queryRefusal } from './query-refusal';

/** What the main job came to on the sample workspace. */
interface SampleResult extends WrittenPack {
  readonly orderLines: number;
  readonly opportunities: number;
  readonly netFen: number;
  readonly attainment: number | null;
}

/** The main job on the sample workspace: fills it if it is new, then writes the review pack of its last complete month. */
export async function sampleCommand(desk: CommandDesk): Promise<Result<SampleResult, string>> {
  const installed = await installSample(desk.workspace, desk.ledger, () => undefined);
  if (!installed.ok) return err(JSON.stringify(installed.error));
  const pack = await desk.ledger.pack({ period: null, scope: null, language: desk.language, appVersion: desk.appVersion });
  if (!pack.ok) return err(queryRefusal(desk, pack.error, null, null));
  const written = await writePack(desk, pack.value);
  if (!written.ok) return written;
  const { counts, nodes } = pack.value.figures;
  const scope = nodes[0];
  return ok({
    ...written.value,
    orderLines: counts.orderLines,
    opportunities: counts.opportunities,
    netFen: scope?.sales.netFen ?? 0,
    attainment: scope?.target.attainment ?? null,
  });
}
