import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Protocol } from 'electron';

export const SCHEME = 'app';
const HOST = 'bundle';
/** The origin of the page, as Chromium names it. */
export const PAGE_ORIGIN = `${SCHEME}://${HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** What the page may load and do: its own files and nothing from anywhere else. */
const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const NONCE_PLACE = /(<meta\s+name="csp-nonce"\s+content=")[^"]*"/;

/** The file a URL of the page stands for, or null for anything outside `folder`. */
export function bundleFile(folder: string, url: string): string | null {
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== `${SCHEME}:` || host !== HOST) return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(resolve(folder) + sep) ? file : null;
}

const refusal = (status: number): Response => new Response(null, { status });

/** Answers a request of the page from `folder`. Each page load gets a nonce of its own for the styles it makes. */
export async function serveBundle(folder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = bundleFile(folder, request.url);
  const type = file && MIME_TYPES[extname(file)];
  if (!file || !type) return refusal(404);
  const body = await readFile(file).catch(() => null);
  if (!body) return refusal(404);
  const nonce = randomBytes(16).toString('base64');
  const isPage = type.startsWith('text/html');
  return new Response(isPage ? body.toString('utf8').replace(NONCE_PLACE, `$1${nonce}"`) : body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

/** Must come before the app is ready. */
export const registerScheme = (protocol: Protocol): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);

/** `served` is told after each file. */
export const handleScheme = (protocol: Protocol, folder: string, served: () => void): void =>
  protocol.handle(SCHEME, async (request) => {
    const response = await serveBundle(folder, request);
    served();
    return response;
  });
