import type { ReviewPack } from '@shared/contracts/review-pack';
import { figureDefinitions } from './figure-definitions';
import { ChapterHead } from './page-frame';
import type { PackText } from './pack-text';
import { type Chapter, type PackTable, block, row } from './piece';

/** How every figure is worked out, with this period's numbers put in. */
export function definitionsChapter(pack: ReviewPack, text: PackText, number: string): Chapter {
  const { t } = text;
  const title = t('print.definitions');
  const running = `${number}　${title}`;
  const groups = figureDefinitions(pack, text);
  const count = groups.reduce((sum, group) => sum + group.figures.length, 0);
  const table: PackTable = {
    id: 'definitions', className: 'fixed defs', columns: ['28', '', '62', '24'],
    head: <tr><th>{t('print.indicator')}</th><th>{t('print.definitionHow')}</th><th className="n">{t('print.definitionNow')}</th><th className="gap">{t('print.definitionSource')}</th></tr>,
  };
  const { time, today } = pack.figures;
  return {
    id: 'definitions', running, draft: pack.draft, outline: [{ title, level: 1 }],
    pieces: [
      block('definitions-head', <ChapterHead id="definitions" kicker={running} headline={[t('print.definitionsHead', { n: count })]} lede={t('print.definitionsLede', { unit: text.unitName })} />, { keepWithNext: true }),
      ...groups.flatMap((group) => [
        row(table, `definitions-${group.name}`, <td colSpan={4}>{group.name}</td>, { className: 'grp', keepWithNext: true }),
        ...group.figures.map((figure) => row(table, `definition-${figure.key}`, <><td><b>{figure.name}</b></td><td>{figure.how}</td><td className="n wrap">{figure.now}</td><td className="gap mut">{figure.source}</td></>)),
      ]),
      block('definitions-notes', (
        <div className="sec cols notes">
          <div className="c6"><h3>{t('print.missingTitle')}</h3><p className="note">{t('print.missingText')}</p></div>
          <div className="c6"><h3>{t('print.daysTitle')}</h3><p className="note">{t('print.daysText', { days: time.workingDays, today: text.day(today), elapsed: time.elapsed })}{time.estimated && t('print.daysEstimated')}</p></div>
        </div>
      )),
    ],
  };
}
