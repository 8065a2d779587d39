// Loaded before the app (`electron -r`): the app is not ready before Playwright is. Playwright does the same where it
// finds Electron by itself. Without it a page that loads while Playwright attaches is now and then never seen.
const { app } = require('electron');

process.argv.splice(process.argv.indexOf(__filename) - 1, 2);

const reallyReady = app.whenReady();
const emit = app.emit.bind(app);
let ready = false;
let held = [];
let release;
const driven = new Promise((done) => {
  release = done;
});
app.isReady = () => ready;
app.whenReady = () => driven;
app.emit = (event, ...args) => {
  if (event !== 'ready' || ready) return emit(event, ...args);
  held = args;
  return app.listenerCount('ready') > 0;
};

// Playwright calls it once it listens.
globalThis.__playwright_run = async () => {
  await reallyReady;
  ready = true;
  release();
  emit('ready', ...held);
};
