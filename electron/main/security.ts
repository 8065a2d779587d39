import { app, type IpcMainInvokeEvent, type Session, type WebContents, webContents } from 'electron';
import { isAllowedRequest, isAppUrl } from './origin.ts';

/** Whether the tools for developers exist: never in the packaged app (SECURITY 19). */
const developing = !app.isPackaged;

/** Windows made by our factory; only they are answered. */
const trusted = new Set<number>();

export function trustWindow(contents: WebContents): void {
  const { id } = contents;
  trusted.add(id);
  contents.once('destroyed', () => trusted.delete(id));
}

/** SECURITY 11: a known window's main frame at exactly our origin; anything missing means no. */
export function isTrustedSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (!frame || !trusted.has(event.sender.id)) return false;
  return frame === event.sender.mainFrame && isAppUrl(frame.url);
}

/** Before `ready`: what Chromium would do over the network by itself is switched off (SECURITY 6). */
export function quietChromium(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'no-first-run',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Neither the policy nor the guard of requests sees what peers (WebRTC) send: they may use proxied TCP only, and the
  // only proxy has a name that leads nowhere. Loopback is no exception. The feature switched off below would open a
  // socket for multicast to announce the machine.
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch('proxy-server', 'socks5://nowhere.invalid:1');
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  app.commandLine.appendSwitch(
    'disable-features',
    'SpareRendererForSitePerProcess,MediaRouter,OptimizationHints,AutofillServerCommunication,WebRtcHideLocalIpsWithMdns',
  );
}

/** Every page that ever comes to be: no foreign address, no second window, no guest (SECURITY 7, 8). */
export function guardContents(report: (what: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    const guard = (details: { url: string; preventDefault(): void }): void => {
      if (isAppUrl(details.url)) return;
      details.preventDefault();
      report('navigation denied');
    };
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-navigate', guard);
    contents.on('will-frame-navigate', guard);
    contents.on('will-redirect', guard);
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      report('webview denied');
    });
    contents.setWindowOpenHandler(() => {
      report('window denied');
      return { action: 'deny' };
    });
  });
}

/** A session without network, permissions, devices and downloads (SECURITY 6, 9, 10). */
export function guardSession(session: Session, report: (what: string) => void): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowedRequest(details.url) || (developing && details.url.startsWith('devtools://'));
    if (!allowed) report('request denied');
    answer({ cancel: !allowed });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => {
    event.preventDefault();
    report('download denied');
  });
  session.setSpellCheckerEnabled(false);
}

/** All windows that get news. */
export function trustedWindows(): WebContents[] {
  return webContents.getAllWebContents().filter((contents) => trusted.has(contents.id));
}
