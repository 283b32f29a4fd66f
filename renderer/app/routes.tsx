import { type Icon, IconChartHistogram, IconClipboardCheck, IconCoins, IconDatabaseImport, IconFileText, IconFolders, IconHistory, IconLayoutDashboard, IconShieldCheck, IconTargetArrow } from '@tabler/icons-react';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { PlainMessageKey } from '@shared/messages/message-key';

export interface Screen {
  readonly path: `/${string}`;
  readonly label: PlainMessageKey;
  readonly icon: Icon;
  readonly component: ReturnType<typeof lazyRouteComponent>;
  /** Screens of one group stand together in the rail; those of `menu` in the settings menu. */
  readonly group: 'home' | 'work' | 'view' | 'base' | 'menu';
}

/** Every menu noun that works, in the rail's order; each page is loaded when it is first opened. */
export const screens: readonly Screen[] = [
  { path: '/home', label: 'shell.home', icon: IconLayoutDashboard, group: 'home', component: lazyRouteComponent(() => import('@renderer/features/home/home-page'), 'HomePage') },
  { path: '/targets', label: 'shell.targets', icon: IconTargetArrow, group: 'work', component: lazyRouteComponent(() => import('@renderer/features/targets/targets-page'), 'TargetsPage') },
  { path: '/reviews', label: 'shell.reviews', icon: IconClipboardCheck, group: 'work', component: lazyRouteComponent(() => import('@renderer/features/reviews/reviews-page'), 'ReviewsPage') },
  { path: '/incentives', label: 'shell.incentives', icon: IconCoins, group: 'work', component: lazyRouteComponent(() => import('@renderer/features/incentives/incentives-page'), 'IncentivesPage') },
  { path: '/analysis', label: 'shell.analysis', icon: IconChartHistogram, group: 'view', component: lazyRouteComponent(() => import('@renderer/features/analysis/analysis-page'), 'AnalysisPage') },
  { path: '/packs', label: 'shell.packs', icon: IconFileText, group: 'base', component: lazyRouteComponent(() => import('@renderer/features/packs/packs-page'), 'PacksPage') },
  { path: '/data', label: 'shell.data', icon: IconDatabaseImport, group: 'base', component: lazyRouteComponent(() => import('@renderer/features/data/data-page'), 'DataPage') },
  { path: '/copies', label: 'shell.copies', icon: IconShieldCheck, group: 'base', component: lazyRouteComponent(() => import('@renderer/features/copies/copies-page'), 'CopiesPage') },
  { path: '/audit', label: 'shell.audit', icon: IconHistory, group: 'menu', component: lazyRouteComponent(() => import('@renderer/features/audit/audit-page'), 'AuditPage') },
  { path: '/workspaces', label: 'shell.workspaces', icon: IconFolders, group: 'menu', component: lazyRouteComponent(() => import('@renderer/features/workspaces/workspaces-page'), 'WorkspacesPage') },
];

/** Begins to load the page of an address (`/targets?period=2026`; the first page for any other), long before it is drawn. */
export function preloadPage(address: string): void {
  const [path] = address.split('?');
  void (screens.find((screen) => screen.path === path) ?? screens[0])?.component.preload?.();
}
