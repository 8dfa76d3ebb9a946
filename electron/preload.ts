import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { TouchstoneBridge } from '../shared/contract/bridge.ts';
import type { PushedEvent } from '../shared/contract/events.ts';
import { CHANNELS } from './channels.ts';

const bridge: TouchstoneBridge = {
  call: (name, input, options) => ipcRenderer.invoke(CHANNELS.call, name, input, options),
  dropped: (files) =>
    ipcRenderer.invoke(
      CHANNELS.dropped,
      files.filter((file) => file instanceof File).map((file) => webUtils.getPathForFile(file)),
    ),
  listen: (listener) => {
    const pass = (_: unknown, event: PushedEvent) => listener(event);
    ipcRenderer.on(CHANNELS.event, pass);
    return () => void ipcRenderer.off(CHANNELS.event, pass);
  },
};

contextBridge.exposeInMainWorld('touchstone', bridge);
