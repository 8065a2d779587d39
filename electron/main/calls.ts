import type { BrowserWindow } from 'electron';
import { createRouter } from '#electron/ipc/router.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { createFileDialogs } from './dialogs.ts';
import type { ServiceHost } from './service-host.ts';

export interface CallParts {
  readonly service: ServiceHost;
  window(): BrowserWindow | null;
  language(): 'vi' | 'en';
  milestone(name: Parsed<'window.milestone'>['name'], at: number): void;
}

/** Puts together what answers the page: dialogs and milestones here, everything else in the service. */
export function createCalls({ service, window, language, milestone }: CallParts) {
  const files = createFileDialogs(window, language, service.grant);
  const route = createRouter(
    {
      ...files.calls,
      'window.milestone': ({ name, at }) => {
        milestone(name, at);
        return {};
      },
    },
    service.call,
  );
  return { route, dropped: files.dropped };
}
