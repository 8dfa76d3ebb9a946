import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

const root = join(import.meta.dirname, '..', '..', '..');
const server = await createServer({
  configFile: false,
  root,
  cacheDir: join(root, 'node_modules', '.vite-dev'),
  plugins: [react()],
  server: { port: 5173, strictPort: true, hmr: false },
});
await server.listen();
process.stdout.write('http://localhost:5173/test/renderer/dev/index.html?launch&theme=dark|recents|empty\n');
