import type { NodeFigures } from '@shared/contracts/figures';
import type { ReviewPack } from '@shared/contracts/review-pack';
import { CoverSkyline, type SkylineGroup } from './cover-skyline';
import { childrenOf } from './headlines';
import type { PackText } from './pack-text';

const MOST_PEOPLE = 60;

/** The groups of the cover's picture: people by unit, or the units themselves where there are too many people. */
function skylineGroups(pack: ReviewPack, text: PackText): { groups: SkylineGroup[]; people: boolean } {
  const { figures } = pack;
  const judged = figures.nodes.filter((node) => node.kind === 'person' && node.target.attainment !== null);
  const units = childrenOf(figures).filter((node) => node.kind !== 'person');
  const bar = (node: NodeFigures) => ({ name: node.name, attainment: node.target.attainment ?? 0 });
  const group = (node: NodeFigures, people: readonly NodeFigures[]): SkylineGroup => ({
    name: node.name,
    note: text.t('print.coverGroup', { n: people.length, rate: text.percent(node.target.attainment) }),
    bars: people.map(bar),
  });
  if (judged.length > MOST_PEOPLE) {
    const known = units.filter((node) => node.target.attainment !== null).slice(0, MOST_PEOPLE);
    return { groups: known.length > 0 ? [{ name: '', note: '', bars: known.map(bar) }] : [], people: false };
  }
  if (units.length === 0) return { groups: judged.length > 0 ? [group(figures.nodes[0]!, judged)] : [], people: true };
  const groups = units.map((unit) => group(unit, judged.filter((person) => person.leaves.some((leaf) => unit.leaves.includes(leaf)))));
  return { groups: groups.filter(({ bars }) => bars.length > 0), people: true };
}

/** The cover: whose period it is, one picture of everybody, and what the pack rests on. No header, no footer. */
export function CoverPage({ pack, text }: { readonly pack: ReviewPack; readonly text: PackText }) {
  const { t } = text;
  const { figures } = pack;
  const period = text.period(figures.period.key);
  const { groups, people } = skylineGroups(pack, text);
  const units = childrenOf(figures).filter((node) => node.kind !== 'person').length;
  const meta: [string, string][] = [
    [t('print.coverScope'), units > 0 ? t('print.coverScopeIs', { units, people: figures.counts.people }) : t('print.coverScopePeople', { people: figures.counts.people })],
    [t('print.coverPeriod'), t('print.coverPeriodIs', { from: figures.period.from, to: figures.period.to })],
    [t('print.coverPlan'), figures.plan === null ? t('print.coverPlanNone') : t('print.coverPlanIs', { year: figures.plan.fiscalYear, version: figures.plan.committedVersion })],
    [t('print.coverMade'), text.day(text.dayOf(pack.createdAt))],
  ];
  return (
    <section className="page cover" data-page="cover">
      <div className="ctop">
        <span>{figures.organisation}</span>
        <span>{pack.draft && <span className="draft">{t('print.draft')}</span>}<span className="secret">{t('print.confidential')}</span></span>
      </div>
      <div className="ctitle">
        <p className="cperiod">{period}</p>
        <h1>{figures.scope.name}<br />{t('print.coverTitle')}</h1>
      </div>
      {groups.length > 0 && (
        <figure className="cfig">
          <CoverSkyline groups={groups} par={t('print.coverPar')} />
          <p className="note">{t(people ? 'print.coverNote' : 'print.coverNoteTeams', { period })}</p>
        </figure>
      )}
      <dl className="cmeta">{meta.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
}
