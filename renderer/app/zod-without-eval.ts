import { z } from 'zod';

// The page's CSP forbids compiling code from text. Zod would try when its first schema is made and be reported for it,
// so a page imports this before anything else.
z.config({ jitless: true });
