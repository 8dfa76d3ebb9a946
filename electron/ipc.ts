import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import { refuse } from '../shared/contract/errors.ts';
import type { PushedEvent } from '../shared/contract/events.ts';
import type { PickedFile } from '../shared/contract/window.ts';
import { CHANNELS } from './channels.ts';
import { type Desk, dispatch } from './dispatch.ts';
import { picked } from './picked.ts';
import { PAGE_ORIGIN } from './protocol.ts';

const paths = z.array(z.string()).max(1000);

/** Only the page itself may call: our window's main frame, showing our own origin. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === window?.webContents.mainFrame && frame.origin === PAGE_ORIGIN;
}

/** Answers the page's calls. The one place that listens to it. */
export function answerPage(desk: Desk, window: () => BrowserWindow | null): void {
  ipcMain.handle(CHANNELS.call, async (event, name: unknown, input: unknown, options: unknown) =>
    isOurPage(event, window())
      ? await dispatch(desk, name, input, options)
      : refuse('INTERNAL', 'The call did not come from the Touchstone page.'),
  );
  ipcMain.handle(CHANNELS.dropped, async (event, given: unknown): Promise<PickedFile[]> => {
    const dropped = paths.safeParse(given);
    if (!dropped.success || !isOurPage(event, window())) return [];
    return await picked(dropped.data, desk.tokens);
  });
}

/** Tells the page something it did not ask for. */
export function pushToPage(window: BrowserWindow | null, event: PushedEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send(CHANNELS.event, event);
}
