import type { Figures, NodeFigures } from '@shared/contracts/figures';
import type { ReviewPack } from '@shared/contracts/review-pack';
import { ratioOf } from '@shared/kernel/rate';
import { comparisonPieces } from './comparison';
import { FigureCards } from './figure-cards';
import { childrenOf, planToDate, sideOf, summaryHeadline } from './headlines';
import { ChapterHead, SectionHead } from './page-frame';
import type { PackText } from './pack-text';
import { Bullet, PaperStatus } from './paper-marks';
import { type Chapter, type PackTable, type Piece, block, hold, row } from './piece';

/** The page to read if one reads one: the finding, four figures, the units, the period before. */
export function summaryChapter(pack: ReviewPack, text: PackText, number: string): Chapter {
  const { t } = text;
  const { figures } = pack;
  const title = t('print.summary');
  const running = `${number}　${title}`;
  return {
    id: 'summary', running, draft: pack.draft, outline: [{ title, level: 1 }],
    pieces: [
      block('summary-head', <ChapterHead id="summary" kicker={running} headline={summaryHeadline(figures, text)} lede={lede(figures, text)} />, { keepWithNext: true }),
      block('summary-cards', <FigureCards figures={figures} text={text} />),
      ...unitPieces(figures, text),
      ...comparisonPieces(pack, text),
      ...farthestPieces(figures, text),
    ],
  };
}

function lede(figures: Figures, { t, money, signedMoney }: PackText): string {
  const { target } = figures.nodes[0]!;
  if (target.targetFen === null) return t('print.ledeNoPlan');
  const short = sideOf(figures, 'short');
  const over = sideOf(figures, 'over');
  const children = target.childrenFen;
  if (!figures.partial && children !== null && short.nodes.length + over.nodes.length > 0) {
    return t('print.ledeNet', { target: money(target.targetFen), children: money(children), short: money(Math.abs(short.fen)), over: money(over.fen) });
  }
  const gap = target.actualFen === null ? null : target.actualFen - target.targetFen;
  return t('print.ledePlain', { target: money(target.targetFen), actual: money(target.actualFen), gap: signedMoney(gap) });
}

function unitPieces(figures: Figures, text: PackText): Piece[] {
  const { t, amount, percent, unitName } = text;
  const children = childrenOf(figures);
  if (children.length === 0) return [];
  const year = figures.nodes[0]!.target.yearTargetFen;
  const plan = planToDate(figures);
  const tick = plan === null || year === null ? null : ratioOf(plan, year);
  const table: PackTable = {
    id: 'units', className: 'fixed units', columns: ['30', '20', '38', '15', '38', '15', '20'],
    head: (
      <tr>
        <th>{t('print.unitOrName')}</th><th className="n">{t('print.actual')}</th><th>{t('print.attainment')}</th><th aria-hidden />
        <th>{t('print.yearProgress')}</th><th aria-hidden /><th>{t('print.status')}</th>
      </tr>
    ),
  };
  const cells = (node: NodeFigures) => <>
    <td className="clip">{node.name}</td><td className="n">{amount(node.target.actualFen)}</td>
    <td><Bullet value={node.target.attainment} tick={node.target.targetFen === null ? null : 1} status={node.target.status} width={98} /></td><td className="n">{percent(node.target.attainment)}</td>
    <td><Bullet value={node.target.yearAttainment} tick={tick} status={null} width={98} /></td><td className="n">{percent(node.target.yearAttainment)}</td>
    <td><PaperStatus status={node.target.status} text={text} /></td>
  </>;
  const people = children.every((node) => node.kind === 'person');
  return [
    block('units-head', <SectionHead title={t(people ? 'print.teamsTitlePeople' : 'print.teamsTitle')} note={t('print.teamsNote', { unit: unitName })} />, { keepWithNext: true }),
    ...hold([
      ...children.map((node, index) => row(table, `unit-${node.nodeId}`, cells(node), { keepWithNext: index === children.length - 1 })),
      row(table, 'unit-total', cells(figures.nodes[0]!), { className: 'sum' }),
    ]),
  ];
}

const FARTHEST = 5;

/** The people who miss most of their target in money: whom to talk to first. None missing: no table. */
export function farthestPeople(figures: Figures): NodeFigures[] {
  const gap = ({ target }: NodeFigures) => (target.actualFen === null || target.targetFen === null ? 0 : target.actualFen - target.targetFen);
  return figures.nodes.filter((node) => node.kind === 'person' && gap(node) < 0).sort((a, b) => gap(a) - gap(b)).slice(0, FARTHEST);
}

function farthestPieces(figures: Figures, text: PackText): Piece[] {
  const { t, amount, percent } = text;
  const people = farthestPeople(figures);
  if (people.length === 0 || figures.nodes.length <= FARTHEST) return [];
  const table: PackTable = {
    id: 'farthest', className: 'fixed dense', columns: ['34', '40', '22', '22', '22', '16', '20'],
    head: (
      <tr>
        <th>{t('charts.name')}</th><th>{t('print.unit')}</th><th className="n">{t('print.target')}</th><th className="n">{t('print.actual')}</th>
        <th className="n">{t('print.gap')}</th><th className="n">{t('print.attainment')}</th><th className="gap">{t('print.status')}</th>
      </tr>
    ),
  };
  return [
    block('farthest-head', <SectionHead title={t('print.farthestTitle', { n: people.length })} />, { keepWithNext: true, optional: true }),
    ...hold(people.map(({ nodeId, parentId, name, target }) => row(table, `farthest-${nodeId}`, <>
      <td className="clip"><b>{name}</b></td><td className="clip">{figures.nodes.find((node) => node.nodeId === parentId)?.name}</td>
      <td className="n">{amount(target.targetFen)}</td><td className="n">{amount(target.actualFen)}</td><td className="n">{amount((target.actualFen ?? 0) - (target.targetFen ?? 0))}</td>
      <td className="n">{percent(target.attainment)}</td><td className="gap"><PaperStatus status={target.status} text={text} /></td>
    </>, { optional: true }))),
  ];
}
