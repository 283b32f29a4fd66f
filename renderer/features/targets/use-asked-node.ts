import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { z } from 'zod';

const searchSchema = z.object({ node: z.string().min(1).max(400).optional().catch(undefined) });

/**
 * Picks the unit or membership whose target the address asks for (`#/targets?node=…`), and takes it out of the address: from
 * then on cells are picked far too often to be steps of the history.
 */
export function useAskedNode(pick: (nodeId: string) => void): void {
  const { node } = searchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  useEffect(() => {
    if (node === undefined) return;
    pick(node);
    void navigate({ to: '.', replace: true, search: (previous: object) => ({ ...previous, node: undefined }) });
  }, [node, pick, navigate]);
}
