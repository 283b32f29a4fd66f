import type { FirstStep } from '@shared/domain/start/first-steps';

const pages = { import: '/data', figures: '/analysis', target: '/targets', review: '/reviews', pack: '/packs' } as const;

/** Where a step is taken. Owners can be matched to people only once there are some: until then they are imported. */
export function stepPlace(step: FirstStep, people: number): { readonly to: string; readonly tab: string | null } {
  if (step !== 'owners') return { to: pages[step], tab: null };
  return { to: pages.import, tab: people === 0 ? null : 'owners' };
}
