// Stands in for Electron's own default app: `electron FOLDER [arguments]` runs the app in FOLDER.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

function fail(message) {
  console.error(message);
  app.exit(1);
}

async function loadApp(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  if (manifest.productName || manifest.name) app.setName(manifest.productName || manifest.name);
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  app.setAppPath(folder);
  const main = require.resolve(path.join(folder, manifest.main || 'index.js'));
  const isModule = main.endsWith('.mjs') || (main.endsWith('.js') && manifest.type === 'module');
  if (isModule) await import(pathToFileURL(main).href);
  else require(main);
}

// As Electron's own: `-r FILE` loads a file before the app.
const asked = process.argv.slice(1);
const required = asked.flatMap((each, at) => (asked[at - 1] === '-r' ? [each] : []));
const argument = asked.find((each, at) => !each.startsWith('-') && asked[at - 1] !== '-r');
for (const file of required) require(file);
if (!argument) {
  fail('usage: electron FOLDER [arguments]');
} else {
  loadApp(path.resolve(argument)).catch((error) => fail(`cannot run ${argument}: ${error.stack}`));
}
