import { z } from 'zod';

// The page's content security policy forbids compiling code from strings; zod must not even try.
// Imported before anything that makes a schema.
z.config({ jitless: true });
