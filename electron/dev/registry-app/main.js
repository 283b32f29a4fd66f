'use strict';
/** Put into an Electron that carries no default app: loads the app folder given as first argument, as `electron .` does. */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron <app folder>\n');
  app.exit(2);
} else {
  const root = path.resolve(folder);
  const description = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  app.setAppPath(root);
  require(path.join(root, description.main));
}
