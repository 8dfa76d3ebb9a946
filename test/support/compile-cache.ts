import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The many threads and processes that tests start share what Node made of the sources, instead of each compiling them anew.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'touchstone-compile-cache');
