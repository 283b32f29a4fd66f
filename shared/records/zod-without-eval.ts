import { z } from 'zod';

// The pages' CSP forbids compiling code from text. Zod would try when its first schema is made and be reported for it;
// every record's schema is made of `parts`, which imports this first.
z.config({ jitless: true });
