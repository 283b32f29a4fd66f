import type { NodeFigures } from '@shared/contracts/figures';
import type { ReviewPack } from '@shared/contracts/review-pack';
import { ratioOf } from '@shared/kernel/rate';
import { targetsHeadline } from './headlines';
import { ChapterHead } from './page-frame';
import type { PackText } from './pack-text';
import { Bullet, PaperStatus } from './paper-marks';
import { type Chapter, type PackTable, type Piece, block, row } from './piece';

/** Every node of the scope with target, actual, gap, attainment, growth, year and status; an unbalanced node says so. */
export function targetsChapter(pack: ReviewPack, text: PackText, number: string): Chapter {
  const { t } = text;
  const { figures } = pack;
  const title = t('print.targets');
  const running = `${number}　${title}`;
  const table: PackTable = {
    id: 'targets', className: 'fixed tree m', columns: ['32', '17.5', '17.5', '16', '32', '14', '14', '14', ''],
    head: (
      <tr>
        <th>{t('print.unitOrName')}</th><th className="n">{t('print.target')}</th><th className="n">{t('print.actual')}</th><th className="n">{t('print.gap')}</th>
        <th>{t('print.attainment')}</th><th aria-hidden /><th className="n">{t('print.growth')}</th><th className="n">{t('print.yearProgress')}</th><th>{t('print.status')}</th>
      </tr>
    ),
  };
  return {
    id: 'targets', running, draft: pack.draft, outline: [{ title, level: 1 }],
    pieces: [
      block('targets-head', <ChapterHead id="targets" kicker={running} headline={targetsHeadline(figures, text)} lede={t('print.targetsNote', { unit: text.unitName })} />, { keepWithNext: true }),
      ...figures.nodes.flatMap((node) => nodeRows(node, table, text)),
    ],
  };
}

function nodeRows(node: NodeFigures, table: PackTable, text: PackText): Piece[] {
  const { t, amount, signed, percent } = text;
  const { target } = node;
  const gap = target.actualFen === null || target.targetFen === null ? null : target.actualFen - target.targetFen;
  const growth = target.actualFen === null || target.lastYearFen === null ? null : ratioOf(target.actualFen - target.lastYearFen, target.lastYearFen);
  const group = node.kind !== 'person' && node.kind !== 'unassigned';
  const name = node.kind === 'unassigned' ? t('print.unassigned') : node.depth === 0 && target.assignedFen !== null ? t('print.assigned', { name: node.name }) : node.name;
  const unbalanced = target.gapFen !== null && target.gapFen !== 0 && target.childrenFen !== null;
  const pieces: Piece[] = [row(table, `target-${node.nodeId}`, <>
    <td className={`clip i${Math.min(3, node.depth)}`}>{name}</td>
    <td className="n">{amount(target.targetFen)}</td><td className="n">{amount(target.actualFen)}</td><td className="n">{signed(gap)}</td>
    <td><Bullet value={target.attainment} tick={target.targetFen === null ? null : 1} status={target.status} width={80} /></td><td className="n">{percent(target.attainment)}</td>
    <td className="n">{growth !== null && growth > 0 ? '+' : ''}{percent(growth)}</td><td className="n">{percent(target.yearAttainment)}</td>
    <td><PaperStatus status={target.status} text={text} /></td>
  </>, group ? { className: 'grp', keepWithNext: true } : {})];
  if (unbalanced) pieces.push(row(table, `gap-${node.nodeId}`, <GapCells node={node} text={text} />, { className: 'buf' }));
  return pieces;
}

function GapCells({ node: { depth, target }, text }: { readonly node: NodeFigures; readonly text: PackText }) {
  const { t, amount, signed } = text;
  const children = amount(target.childrenFen);
  const below = (target.gapFen ?? 0) < 0;
  const [name, note] = !below
    ? [t('print.unsplit'), t('print.unsplitNote', { children })]
    : target.buffer
      ? [t('print.buffer'), t('print.bufferNote', { children })]
      : [t('print.unbalanced'), t('print.unbalancedNote', { children })];
  return <><td className={`i${Math.min(3, depth + 1)}`}>{name}</td><td className="n">{signed(target.gapFen)}</td><td aria-hidden /><td aria-hidden /><td colSpan={5} className="gap">{note}</td></>;
}
