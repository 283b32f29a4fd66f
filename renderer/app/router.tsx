import { type RouterHistory, createHashHistory, createRootRoute, createRoute, createRouter, redirect, retainSearchParams } from '@tanstack/react-router';
import { placeSchema } from '@renderer/parts/use-place';
import { NotFoundPage } from './not-found-page';
import { screens } from './routes';
import { Shell } from './shell';

/** Search params are plain text both ways: the year `2026` must not come back as a number. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  validateSearch: placeSchema,
  // Period and scope go along to every page.
  search: { middlewares: [retainSearchParams(['period', 'scope'])] },
});

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: screens[0]?.path ?? '/', replace: true });
  },
});

/** Routes live in the hash: the page is one file, whatever the address. */
export function createWindowRouter(history: RouterHistory = createHashHistory()) {
  const pages = screens.map(({ path, component }) => createRoute({ getParentRoute: () => rootRoute, path, component }));
  return createRouter({ routeTree: rootRoute.addChildren([home, ...pages]), history, parseSearch, stringifySearch, defaultPreload: 'intent' });
}
