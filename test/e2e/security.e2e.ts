import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronCommand, environment, launch, type Touchstone, workFolder } from './harness.ts';
import { internetSockets, processTree } from './sockets.ts';

let folder: Awaited<ReturnType<typeof workFolder>>;
let touchstone: Touchstone;
/** Stands for any machine outside; counts who comes. */
let outside: Server;
let visits = 0;
let address: string;

beforeAll(async () => {
  folder = await workFolder();
  outside = createServer((_, response) => {
    visits += 1;
    response.end('reached');
  }).listen(0, '127.0.0.1');
  outside.on('connection', () => {
    visits += 1;
  });
  await once(outside, 'listening');
  const bound = outside.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`;
  touchstone = await launch(folder.path);
});
afterAll(async () => {
  await touchstone[Symbol.asyncDispose]();
  outside.close();
  await folder[Symbol.asyncDispose]();
});

/** Counts refusals of one kind by the lines on stderr, waiting for the next one. */
async function refusals(kind: string, least: number): Promise<number> {
  const count = () => touchstone.said.join('').match(new RegExp(`^refused ${kind} `, 'gm'))?.length ?? 0;
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThanOrEqual(least);
  return count();
}

describe('the page', () => {
  test('is isolated, sandboxed and without Node', async () => {
    const preferences = await touchstone.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Not in the published types, but what Electron itself goes by.
      return contents && Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, []);
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    const seen = await touchstone.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    );
    expect(seen).toEqual([]);
  });

  test('has one way out, with three entries', async () => {
    expect(await touchstone.page.evaluate(() => Object.keys(window.touchstone).sort())).toEqual([
      'call',
      'dropped',
      'listen',
    ]);
  });

  test('comes from app://bundle and its policy names nothing else', async () => {
    const response = await touchstone.page.reload();
    expect(touchstone.page.url()).toBe('app://bundle/index.html');
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    const nonce = await touchstone.page.getAttribute('meta[name="csp-nonce"]', 'content');
    expect(policy.split('; ').slice(0, 6)).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
    ]);
  });

  test('breaks no rule of its policy by itself', async () => {
    const complaints: string[] = [];
    touchstone.page.on('console', (message) => complaints.push(message.text()));
    await touchstone.page.reload();
    await touchstone.page.waitForSelector('h1');
    expect(complaints.filter((text) => /content.security.policy/i.test(text))).toEqual([]);
  });

  test('cannot run scripts that are not its own files', async () => {
    const ran = await touchstone.page.evaluate(async () => {
      const text = 'globalThis.intruder = true';
      const inline = document.createElement('script');
      inline.textContent = text;
      document.head.append(inline);
      const loaded = [`data:text/javascript,${text}`, URL.createObjectURL(new Blob([text]))].map(
        (source) =>
          new Promise((resolve) => {
            const script = document.createElement('script');
            script.onload = () => resolve('ran');
            script.onerror = () => resolve('refused');
            script.src = source;
            document.head.append(script);
          }),
      );
      const outcomes = await Promise.all(loaded);
      // Only now: while the test tool's own call lasts, it lets code from strings through.
      let compiled = 'ran';
      try {
        Function(text)();
      } catch {
        compiled = 'refused';
      }
      return ['intruder' in globalThis, ...outcomes, compiled];
    });
    expect(ran).toEqual([false, 'refused', 'refused', 'refused']);
  });

  test('cannot go elsewhere, nor open a window', async () => {
    const before = await refusals('navigations', 0);
    for (const place of [address, 'file:///etc/hostname', 'app://bundle/other.html']) {
      await touchstone.page.evaluate((url) => void window.location.assign(url), place);
    }
    expect(await refusals('navigations', before + 2)).toBeGreaterThanOrEqual(before + 2);
    expect(touchstone.page.url()).toBe('app://bundle/index.html');
    expect(await touchstone.page.evaluate((url) => window.open(url), address)).toBeNull();
    await refusals('windows', 1);
    expect(touchstone.app.windows()).toHaveLength(1);
  });

  test('is granted no permission', async () => {
    const states = await touchstone.page.evaluate(async () => {
      const location = await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code),
        ),
      );
      return [
        location,
        await Notification.requestPermission(),
        await navigator.clipboard.readText().then(
          () => 'granted',
          ({ name }) => name,
        ),
        (await navigator.permissions.query({ name: 'geolocation' })).state,
      ];
    });
    expect(states).toEqual([1, 'denied', 'NotAllowedError', 'denied']);
  });
});

describe('files', () => {
  test('a path that nobody chose opens nothing', async () => {
    const result = await touchstone.call('project.open', { file: '/etc/passwd' });
    expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', place: { path: 'file' } } });
  });

  test('a token that was used is refused the second time', async () => {
    await touchstone.setDocuments(folder.path);
    const place = await touchstone.call('pick.sampleProject', {});
    const file = place.ok ? place.value.file : '';
    expect(await touchstone.call('project.create', { file })).toMatchObject({ ok: true });
    expect(existsSync(join(folder.path, 'Sample project.touchstone'))).toBe(true);
    expect(await touchstone.call('project.open', { file })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', place: { path: 'file' } },
    });
  });

  test('dropped files are known by name and size, not by path', async () => {
    const picker = await touchstone.page.evaluateHandle(() => {
      const input = document.createElement('input');
      input.type = 'file';
      document.body.append(input);
      return input;
    });
    await picker.setInputFiles(import.meta.filename);
    const dropped = await picker.evaluate((input) => {
      const files = [...(input.files ?? []), new File(['made up'], 'made-up.jsonl')];
      input.remove();
      return window.touchstone.dropped(files);
    });
    expect(dropped).toMatchObject([{ name: 'security.e2e.ts' }]);
    expect(JSON.stringify(dropped)).not.toContain(import.meta.dirname);
  });
});

describe('nothing leaves the machine', () => {
  test('the page cannot reach anything', async () => {
    const reached = await touchstone.page.evaluate(async (url) => {
      const { host } = new URL(url);
      const tries: Promise<unknown>[] = [
        fetch(url),
        new Promise((resolve, reject) => {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
        new Promise((resolve, reject) => {
          const image = new Image();
          image.onload = resolve;
          image.onerror = reject;
          image.src = url;
        }),
        ...[`stun:${host}`, `turn:${host}?transport=udp`, `turn:${host}?transport=tcp`].map(
          (urls) =>
            new Promise((resolve, reject) => {
              const peer = new RTCPeerConnection({
                iceServers: [{ urls, username: 'rater', credential: 'secret' }],
              });
              peer.createDataChannel('out');
              peer.onicecandidate = ({ candidate }) => candidate && resolve(candidate);
              peer
                .createOffer()
                .then((offer) => peer.setLocalDescription(offer))
                .catch(reject);
            }),
        ),
      ];
      const ends = await Promise.allSettled(
        tries.map((attempt) => Promise.race([attempt, new Promise((_, no) => setTimeout(no, 3000))])),
      );
      navigator.sendBeacon(url);
      return ends.map(({ status }) => status);
    }, address);
    expect(reached).toEqual(Array(6).fill('rejected'));
    expect(visits).toBe(0);
  });

  test('where the page’s policy does not reach, the request is cancelled and counted', async () => {
    const before = await refusals('requests', 0);
    const fromMain = await touchstone.app.evaluate(
      ({ session }, url) => session.defaultSession.fetch(url).then(() => 'reached', String),
      address,
    );
    expect(fromMain).toContain('ERR_BLOCKED_BY_CLIENT');
    const loaded = await touchstone.app.evaluate(
      ({ BrowserWindow }, url) =>
        BrowserWindow.getAllWindows()[0]
          ?.loadURL(url)
          .then(() => 'reached', String),
      address,
    );
    expect(loaded).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(await refusals('requests', before + 2)).toBe(before + 2);
    expect(visits).toBe(0);
  });

  test.runIf(process.platform === 'linux')(
    'the program holds no internet socket, from its start to its end',
    async () => {
      const { executable, args } = electronCommand();
      const userData = join(folder.path, 'alone');
      // Started without the test tool's own debugging ports.
      const child = spawn(executable, args, {
        env: environment({ TOUCHSTONE_USER_DATA: userData }),
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      const seen = new Set<string>();
      const processes = new Set<number>();
      const watch = async (until: () => boolean) => {
        while (!until()) {
          const tree = processTree(child.pid ?? 0);
          for (const pid of tree) processes.add(pid);
          for (const socket of internetSockets(tree)) seen.add(socket);
          await sleep(20);
        }
      };
      const started = performance.now();
      await watch(() => performance.now() - started > 5000);
      child.kill('SIGTERM');
      await watch(() => child.exitCode !== null || child.signalCode !== null);
      await ended;
      expect([...seen]).toEqual([]);
      expect(processes.size).toBeGreaterThanOrEqual(4);
      expect(existsSync(join(userData, 'window.json'))).toBe(true);
    },
  );

  test.runIf(process.platform === 'linux')('the look at sockets sees those that are there', () => {
    expect(internetSockets([process.pid]).some((line) => line.includes('tcp'))).toBe(true);
  });
});
