import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFile, serveBundle } from '../../electron/protocol.ts';

let root: string;
let folder: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'touchstone-bundle-'));
  folder = join(root, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(root, 'renderer-secrets'));
  writeFileSync(join(root, 'secret.js'), 'secret');
  writeFileSync(join(root, 'renderer-secrets', 'secret.js'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="%NONCE%" /><p>page</p>');
  writeFileSync(join(folder, 'assets', 'page.js'), 'run()');
  writeFileSync(join(folder, 'assets', 'text face.woff2'), 'font');
  writeFileSync(join(folder, 'notes.md'), 'not served');
});
afterAll(() => rmSync(root, { recursive: true }));

const get = (url: string, init?: RequestInit): Promise<Response> =>
  serveBundle(folder, new Request(url, init));

describe('the page’s own files', () => {
  test.each([
    ['app://bundle/', 'text/html; charset=utf-8'],
    ['app://bundle/index.html', 'text/html; charset=utf-8'],
    ['app://bundle/assets/page.js', 'text/javascript; charset=utf-8'],
    ['app://bundle/assets/text%20face.woff2', 'font/woff2'],
    ['app://bundle/assets/page.js?v=1#x', 'text/javascript; charset=utf-8'],
  ])('%s is served as %s', async (url, type) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    'app://bundle/../secret.js',
    'app://bundle/%2e%2e/secret.js',
    'app://bundle/%2e%2e%2fsecret.js',
    'app://bundle/assets/..%2f..%2fsecret.js',
    'app://bundle/..%5csecret.js',
    'app://bundle/..%2frenderer-secrets%2fsecret.js',
    'app://bundle//etc/passwd',
    'app://bundle/%00',
    'app://bundle/%zz',
    'app://elsewhere/index.html',
    'app://bundle/missing.js',
    'app://bundle/assets',
    'app://bundle/notes.md',
  ])('%s is not there', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  test('nothing outside the folder has a file, whatever the scheme', () => {
    expect(bundleFile(folder, 'file:///etc/passwd')).toBeNull();
    expect(bundleFile(folder, 'https://bundle/index.html')).toBeNull();
    expect(bundleFile(folder, 'app://bundle/assets/page.js')).toBe(join(folder, 'assets', 'page.js'));
  });

  test('only reading is answered', async () => {
    expect((await get('app://bundle/index.html', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

describe('the content policy', () => {
  const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';

  test('allows the page its own files and nothing else', async () => {
    const policy = policyOf(await get('app://bundle/index.html'));
    expect(policy.replace(/nonce-[^']+/, 'nonce-N').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-N'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  test('carries the nonce that stands in the page, a new one for each load', async () => {
    const loads = await Promise.all([get('app://bundle/index.html'), get('app://bundle/index.html')]);
    const nonces = loads.map((load) => /'nonce-([^']+)'/.exec(policyOf(load))?.[1] ?? '');
    const pages = await Promise.all(loads.map((load) => load.text()));
    expect(pages).toEqual(nonces.map((nonce) => `<meta name="csp-nonce" content="${nonce}" /><p>page</p>`));
    expect(new Set(nonces).size).toBe(2);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });
});
