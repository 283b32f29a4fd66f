import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { z } from 'zod';

/** `templates=` in the address: the list of templates is open, with this one in hand ('all' = the first). */
const searchSchema = z.object({ templates: z.string().min(1).max(400).optional().catch(undefined) });

interface PickedTemplate {
  /** Family of the template in hand; null = the reviews are shown. */
  readonly family: string | null;
  readonly pick: (family: string | null) => void;
}

/** Which template the page edits, in its address, so that going back leads back. */
export function usePickedTemplate(): PickedTemplate {
  const { templates } = searchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const pick = useCallback((family: string | null) => void navigate({ to: '.', search: (previous: object) => ({ ...previous, templates: family ?? undefined }) }), [navigate]);
  return { family: templates ?? null, pick };
}
