import { type Icon, IconChartHistogram, IconClipboardCheck, IconCoins, IconDatabaseImport, IconFileText, IconTargetArrow } from '@tabler/icons-react';
import { type RouteComponent, lazyRouteComponent } from '@tanstack/react-router';
import type { PlainMessageKey } from '@shared/messages/message-key';

export interface Screen {
  readonly path: `/${string}`;
  readonly label: PlainMessageKey;
  readonly icon: Icon;
  readonly component: RouteComponent;
  /** Screens of one group stand together in the rail. */
  readonly group: 'work' | 'view' | 'base';
}

/** Every menu noun that works, in the rail's order; each page is loaded when it is first opened. */
export const screens: readonly Screen[] = [
  { path: '/targets', label: 'shell.targets', icon: IconTargetArrow, group: 'work', component: lazyRouteComponent(() => import('@renderer/features/targets/targets-page'), 'TargetsPage') },
  { path: '/reviews', label: 'shell.reviews', icon: IconClipboardCheck, group: 'work', component: lazyRouteComponent(() => import('@renderer/features/reviews/reviews-page'), 'ReviewsPage') },
  { path: '/incentives', label: 'shell.incentives', icon: IconCoins, group: 'work', component: lazyRouteComponent(() => import('@renderer/features/incentives/incentives-page'), 'IncentivesPage') },
  { path: '/analysis', label: 'shell.analysis', icon: IconChartHistogram, group: 'view', component: lazyRouteComponent(() => import('@renderer/features/analysis/analysis-page'), 'AnalysisPage') },
  { path: '/packs', label: 'shell.packs', icon: IconFileText, group: 'base', component: lazyRouteComponent(() => import('@renderer/features/packs/packs-page'), 'PacksPage') },
  { path: '/data', label: 'shell.data', icon: IconDatabaseImport, group: 'base', component: lazyRouteComponent(() => import('@renderer/features/data/data-page'), 'DataPage') },
];
