import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { refuse } from '../shared/contract/errors.ts';
import type { PushedEvent } from '../shared/contract/events.ts';
import type { PickedFile } from '../shared/contract/window.ts';
import { CHANNELS } from './channels.ts';
import type { PageAnswers } from './desk.ts';
import { PAGE_ORIGIN } from './protocol.ts';

/** Only the page itself may call: our window's main frame, showing our own origin. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === window?.webContents.mainFrame && frame.origin === PAGE_ORIGIN;
}

/** Answers the page's calls, as soon as there is somebody to answer them. The one place that listens to the page. */
export function answerPage(answers: () => Promise<PageAnswers>, window: () => BrowserWindow | null): void {
  ipcMain.handle(CHANNELS.call, async (event, name: unknown, input: unknown, options: unknown) =>
    isOurPage(event, window())
      ? await (await answers()).call(name, input, options)
      : refuse('INTERNAL', 'The call did not come from the Touchstone page.'),
  );
  ipcMain.handle(
    CHANNELS.dropped,
    async (event, paths: unknown): Promise<PickedFile[]> =>
      isOurPage(event, window()) ? await (await answers()).dropped(paths) : [],
  );
}

/** Tells the page something it did not ask for. */
export function pushToPage(window: BrowserWindow | null, event: PushedEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send(CHANNELS.event, event);
}
