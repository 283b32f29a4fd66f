import { IconBuilding, IconDatabaseImport, IconHierarchy2, IconTargetArrow, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { drillForCustomer } from '@shared/domain/figures/drills';
import type { SearchName } from '@shared/domain/search/search-name';
import { yearMonth } from '@shared/kernel/month';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useNameOrder } from '@renderer/i18n/use-name-order';
import { useDrill } from '@renderer/parts/drill-down';
import { useFigures } from '@renderer/parts/use-figures';
import { usePlace } from '@renderer/parts/use-place';
import { useWorkspace } from '@renderer/parts/workspace-context';
import type { Command } from './command';
import type { PageRoute, PaletteEntry, PaletteList } from './palette-list';
import { useCustomerNames, useSearchNames } from './use-search-names';
import { useWholeFigures } from './use-whole-figures';

const NO_NAMES: readonly SearchName[] = [];
const BATCHES: PageRoute = { to: '/data', search: { tab: 'batches' } };
const PLAIN = { suffix: '', status: null, detail: '', shortcut: null, route: null } as const;

/** Everything the palette finds, group by group. What changes while it is closed is not asked for. */
export function usePaletteLists(opened: boolean, commands: readonly Command[]): { readonly lists: readonly PaletteList[]; readonly reading: boolean } {
  const figures = useWholeFigures(opened);
  const nodes = useNodes(figures);
  const people = usePeople(figures, nodes);
  const targets = useTargets(figures, nodes);
  const { list: customers, reading } = useCustomers(opened, figures);
  const batches = useBatches(opened);
  const told = useCommandList(commands, nodes);
  return { lists: useMemo(() => [people, customers, targets, batches, told], [people, customers, targets, batches, told]), reading };
}

interface Nodes {
  readonly all: readonly NodeFigures[];
  readonly names: readonly SearchName[];
  readonly unitOf: (node: NodeFigures) => string;
}

/** Units and people in the order of names. */
function useNodes(figures: Figures | null): Nodes {
  const order = useNameOrder();
  const all = useMemo(() => (figures?.nodes ?? []).filter(({ kind }) => kind !== 'unassigned').sort((a, b) => order(a.name, b.name)), [figures, order]);
  const names = useSearchNames(useMemo(() => all.map(({ name }) => name), [all]), 'people');
  return useMemo(() => {
    const nameOf = new Map(all.map(({ nodeId, name }) => [nodeId, name]));
    return { all, names, unitOf: ({ parentId }) => (parentId === null ? '' : (nameOf.get(parentId) ?? '')) };
  }, [all, names]);
}

/** The nodes of a kind with their names, places kept together. */
function pick({ all, names }: Nodes, wanted: (node: NodeFigures) => boolean): { nodes: NodeFigures[]; names: SearchName[] } {
  const places = all.flatMap((node, at) => (wanted(node) && names[at] !== undefined ? [at] : []));
  return { nodes: places.map((at) => all[at]!), names: places.map((at) => names[at]!) };
}

/** A person opens the review of the month; of a quarter or year, the figures of that person. */
function usePeople(figures: Figures | null, nodes: Nodes): PaletteList {
  const { t } = useMessages();
  const { percent } = useFormats();
  const periodName = usePeriodName(figures);
  const navigate = useNavigate();
  const { setScope } = usePlace();
  const { figures: onScreen } = useFigures();
  return useMemo(() => {
    const people = pick(nodes, ({ kind }) => kind === 'person');
    const reviewOf = (personId: string | null): PageRoute | null => {
      if (figures?.period.kind !== 'month' || personId === null) return null;
      // A review is listed among those of the scope: one outside it needs the whole organisation.
      const inScope = onScreen?.nodes.some((node) => node.personId === personId) === true;
      return { to: '/reviews', search: { person: personId, ...(inScope ? {} : { scope: undefined }) } };
    };
    return listOf('people', people.names, (which): PaletteEntry => {
      const node = people.nodes[which]!;
      const { attainment, status } = node.target;
      const unit = nodes.unitOf(node);
      const route = reviewOf(node.personId);
      return {
        ...PLAIN, id: node.nodeId, icon: IconUser, name: people.names[which]!, status,
        detail: attainment === null || figures === null ? unit : t('palette.personDone', { unit, period: periodName, rate: percent(attainment) }),
        route,
        run: () => (route === null ? setScope(node.nodeId) : void navigate(route)),
      };
    });
  }, [figures, nodes, t, percent, periodName, navigate, setScope, onScreen]);
}

function useTargets(figures: Figures | null, nodes: Nodes): PaletteList {
  const { t } = useMessages();
  const { money, period } = useFormats();
  const navigate = useNavigate();
  return useMemo(() => {
    const planned = pick(nodes, ({ target }) => target.targetFen !== null);
    return listOf('targets', planned.names, (which): PaletteEntry => {
      const { nodeId, target } = planned.nodes[which]!;
      const route: PageRoute = { to: '/targets', search: { node: nodeId } };
      return {
        ...PLAIN, id: nodeId, icon: IconTargetArrow, name: planned.names[which]!,
        suffix: figures === null ? '' : t('palette.targetSuffix', { period: period(figures.period.key), measure: t(`targets.${figures.measure}`) }),
        detail: t('palette.targetDetail', { target: money(target.targetFen), actual: money(target.actualFen) }),
        route,
        run: () => void navigate(route),
      };
    });
  }, [figures, nodes, t, money, period, navigate]);
}

/** A customer opens the rows of the period; one without any, all it ever had. */
function useCustomers(opened: boolean, figures: Figures | null): { readonly list: PaletteList; readonly reading: boolean } {
  const { t } = useMessages();
  const { money } = useFormats();
  const period = usePeriodName(figures);
  const openDrill = useDrill();
  const ready = useCustomerNames(opened);
  const netOf = useMemo(() => new Map(figures?.pareto.map(({ customer, netFen }) => [customer, netFen])), [figures]);
  const list = useMemo(() => {
    const names = ready ?? NO_NAMES;
    const entry = (which: number): PaletteEntry => {
      const name = names[which]!;
      const plain = { ...PLAIN, id: name.text, icon: IconBuilding, name };
      const root = figures?.nodes[0];
      if (!figures || !root) return { ...plain, run: () => undefined };
      const netFen = netOf.get(name.text);
      const days = netFen === undefined ? { from: null, to: null } : { from: figures.period.from, to: figures.period.to };
      const title = netFen === undefined ? t('palette.customerTitleAll', { name: name.text }) : t('palette.customerTitle', { name: name.text, period });
      return {
        ...plain,
        detail: netFen === undefined ? t('palette.customerNone', { period }) : t(figures.measure === 'netSales' ? 'palette.customerNet' : 'palette.customerWon', { period, amount: money(netFen) }),
        run: () => openDrill(drillForCustomer(root, name.text, days, figures.measure), title),
      };
    };
    return listOf('customers', names, entry);
  }, [ready, figures, netOf, t, money, period, openDrill]);
  return { list, reading: ready === null };
}

/** Batches that stand, the newest first. */
function useBatches(opened: boolean): PaletteList {
  const { t } = useMessages();
  const { instant } = useFormats();
  const navigate = useNavigate();
  const { db } = useWorkspace();
  const found = useLiveQuery(async () => (opened ? (await db.importBatches.toArray()).filter(({ undoneAt }) => undoneAt === null).sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1)) : []), [db, opened]);
  const names = useSearchNames(useMemo(() => (found ?? []).map(({ fileName }) => fileName), [found]), 'names');
  return useMemo(
    () => listOf('batches', found?.length === names.length ? names : NO_NAMES, (which): PaletteEntry => {
      const { id, importedAt, rows } = found![which]!;
      return { ...PLAIN, id, icon: IconDatabaseImport, name: names[which]!, detail: t('palette.batchDetail', { date: instant(importedAt), count: rows }), route: BATCHES, run: () => void navigate(BATCHES) };
    }),
    [found, names, t, instant, navigate],
  );
}

/** The program's commands, and one for each unit and person: to look at these alone. */
function useCommandList(commands: readonly Command[], nodes: Nodes): PaletteList {
  const { t } = useMessages();
  const { setScope } = usePlace();
  const { all } = nodes;
  const offered = useMemo(() => {
    const scopes = all.map(({ nodeId, name }) => ({ id: `scope/${nodeId}`, label: t('palette.scopeTo', { name }), detail: '', keywords: [], icon: IconHierarchy2, shortcuts: [], route: null, run: () => setScope(nodeId) }));
    return [...commands.filter(({ id, enabled }) => enabled && id !== 'palette'), ...scopes];
  }, [commands, all, t, setScope]);
  const words = useMemo(() => offered.flatMap(({ label, detail, keywords }, which) => [label, ...keywords, ...(detail === '' ? [] : [detail])].map((text, at) => ({ text, which, isLabel: at === 0 }))), [offered]);
  const names = useSearchNames(useMemo(() => words.map(({ text }) => text), [words]), 'names');
  return useMemo(() => {
    const labelAt = words.flatMap(({ isLabel }, at) => (isLabel ? [at] : []));
    const entry = (which: number): PaletteEntry => {
      const { id, icon, detail, shortcuts, route, run } = offered[which]!;
      return { ...PLAIN, id, icon, name: names[labelAt[which]!]!, detail, shortcut: shortcuts[0] ?? null, route, run };
    };
    return { group: 'commands', names, entryOf: words.map(({ which }) => which), entry };
  }, [offered, words, names]);
}

/** Short: the year stands in the top bar. */
function usePeriodName(figures: Figures | null): string {
  const { monthName, period } = useFormats();
  if (figures === null) return '';
  return figures.period.kind === 'month' ? monthName(yearMonth(figures.period.key)) : period(figures.period.key);
}

const listOf = (group: PaletteList['group'], names: readonly SearchName[], entry: PaletteList['entry']): PaletteList => ({ group, names, entryOf: null, entry });
