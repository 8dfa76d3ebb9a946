import { rename, rm, writeFile } from 'node:fs/promises';
import { BrowserWindow, session } from 'electron';
import { Fault } from '../shared/contract/errors.ts';
import { SCHEME } from './protocol.ts';

/** A session of its own, in memory: what a report holds is nowhere when it is printed. */
const PARTITION = 'report';
const REPORT_URL = `${SCHEME}://report/`;

/**
 * Prints HTML as a PDF file on A4, in a window nobody sees that runs no script and can ask for nothing but the page itself. The file is
 * there whole or not at all. Gives its size in bytes.
 */
export async function printReport(html: string, path: string): Promise<number> {
  const own = session.fromPartition(PARTITION, { cache: false });
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== REPORT_URL }));
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.protocol.handle(
    SCHEME,
    () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(REPORT_URL);
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    await writeWhole(path, pdf);
    return pdf.length;
  } finally {
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await writeFile(partial, bytes, { flush: true });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOSPC') throw new Fault('DISK_FULL', `There is no space left on the disk for ${path}.`);
    throw new Fault('FILE_NOT_PERMITTED', `The report could not be written to ${path}.`, { file: path });
  }
}
