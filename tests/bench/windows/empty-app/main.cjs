// The least that an Electron can show: one sandboxed window of the same size with an empty page, traced as the app is.
const { app, BrowserWindow, Menu } = require('electron');

app.enableSandbox();
Menu.setApplicationMenu(null);
void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL('data:text/html,<title>empty</title>');
  await window.webContents.executeJavaScript('new Promise((done) => requestAnimationFrame(done))');
  process.stderr.write('scl-trace {"name":"interactive"}\n');
});
app.on('window-all-closed', () => app.quit());
