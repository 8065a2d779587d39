import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { CALL_CHANNEL, DROPPED_CHANNEL, NOTICE_CHANNEL } from '#shared/ipc/channels.ts';
import type { Notice } from '#shared/ipc/result.ts';

// SECURITY 3: three functions and nothing else of Electron reach the page; no event object passes.
const bridge: Bridge = {
  call: (channel, input) => ipcRenderer.invoke(CALL_CHANNEL, channel, input),
  dropped: async (file) => {
    // SECURITY 13: the path goes from the dropped File straight to the main process; the page gets a token.
    // A File that the page made itself has no path.
    const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
    if (path === '') return null;
    const result = await ipcRenderer.invoke(DROPPED_CHANNEL, path);
    return result.ok ? result.value : null;
  },
  onNotice: (listener) => {
    const forward = (_event: unknown, notice: Notice): void => listener(notice);
    ipcRenderer.on(NOTICE_CHANNEL, forward);
    return () => {
      ipcRenderer.removeListener(NOTICE_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('scl', bridge);
