import type { BrowserWindow } from 'electron';
import { createRouter } from '#electron/ipc/router.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { createFileDialogs } from './dialogs.ts';
import { createPrintCalls } from './printing/print-calls.ts';
import { withQuestions } from './questions.ts';
import type { ServiceHost } from './service-host.ts';
import { createUpdateCalls } from './update/update-calls.ts';

export interface CallParts {
  readonly service: ServiceHost;
  window(): BrowserWindow | null;
  language(): 'vi' | 'en';
  /** Folder of the page's files. */
  readonly root: string;
  readonly dataDir: string;
  /** Writes a line without personal data into the log. */
  report(what: string): void;
  milestone(name: Parsed<'window.milestone'>['name'], at: number): void;
}

/** Puts together what answers the page: dialogs, printing and milestones here, everything else in the service. */
export function createCalls({ service, window, language, root, dataDir, report, milestone }: CallParts) {
  const files = createFileDialogs(window, language, service.grant);
  const route = createRouter(
    {
      ...files.calls,
      ...createPrintCalls({ window, root, report }),
      ...createUpdateCalls({ window, language, dataDir, report }),
      'window.milestone': ({ name, at }) => {
        milestone(name, at);
        return {};
      },
    },
    withQuestions(service.call, { window, language, pathOf: files.pathOf }),
  );
  return { route, dropped: files.dropped };
}
