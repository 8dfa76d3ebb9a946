import type { App, CommandLine, Session, WebContents } from 'electron';
import { PAGE_URL } from './protocol.ts';

/** Schemes of what the page and the developer tools are made of. Everything else is refused. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:', 'devtools:']);

/**
 * Keeps Chromium from looking for a network of its own accord, and from finding one. The resolver rule turns numeric addresses away
 * too: without it the page could reach one by WebRTC (TURN over TCP), which neither the content policy nor `webRequest` sees.
 */
const OFFLINE_SWITCHES: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['no-proxy-server'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  [
    'disable-features',
    'AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,Translate',
  ],
];

/** What was refused since the start, by kind. */
export interface Refusals {
  requests: number;
  navigations: number;
  windows: number;
  permissions: number;
}

/** Counts what is refused and writes a line on stderr for each, so that nothing is refused unseen. */
export class RefusalLog {
  readonly counts: Refusals = { requests: 0, navigations: 0, windows: 0, permissions: 0 };

  add(kind: keyof Refusals, what: string): void {
    this.counts[kind] += 1;
    process.stderr.write(`refused ${kind} ${this.counts[kind]}: ${what}\n`);
  }
}

/** Must come before the app is ready. */
export function switchNetworkOff(commandLine: CommandLine): void {
  for (const [name, value] of OFFLINE_SWITCHES) {
    if (value === undefined) commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
}

export const isLocal = (url: string): boolean => {
  try {
    return LOCAL_SCHEMES.has(new URL(url).protocol);
  } catch {
    return false;
  }
};

/** Refuses every request that is not for the program's own files, every permission and every download of a file. */
export function guardSession(session: Session, refusals: RefusalLog): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isLocal(url);
    if (cancel) refusals.add('requests', url);
    answer({ cancel });
  });
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    refusals.add('permissions', permission);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
}

function guardContents(contents: WebContents, refusals: RefusalLog): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && event.url === PAGE_URL) return;
    event.preventDefault();
    refusals.add('navigations', event.url);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    refusals.add('windows', url);
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Keeps every page that this program ever shows where it is; loading itself again is all it may do. */
export const guardPages = (app: App, refusals: RefusalLog): void =>
  void app.on('web-contents-created', (_, contents) => guardContents(contents, refusals));
