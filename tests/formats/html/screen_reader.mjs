// Prints, as JSON, every phrase that a virtual screen reader says on its way through a page.
// node screen_reader.mjs NODE_MODULES index.html [scripted]
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [modules, page, scripted] = process.argv.slice(2);
const require = createRequire(join(modules, "of-no-matter.js"));
const { JSDOM, VirtualConsole } = require("jsdom");

const { window } = await JSDOM.fromFile(page, {
  url: pathToFileURL(page).href,
  runScripts: scripted ? "dangerously" : undefined,
  resources: scripted ? "usable" : undefined,
  virtualConsole: new VirtualConsole(), // jsdom plays no audio and says so
  beforeParse(window) {
    window.matchMedia = () => ({ matches: false });
  },
});
if (scripted) await new Promise((resolve) => window.addEventListener("load", resolve));
Object.assign(globalThis, { window, document: window.document });
for (const name of Object.getOwnPropertyNames(window)) {
  if (/^[A-Z]|^getComputedStyle$/.test(name) && !(name in globalThis)) globalThis[name] = window[name];
}

globalThis.CSS ??= { escape: (name) => name }; // jsdom has none; our ids need no escape

const { virtual } = require("@guidepup/virtual-screen-reader");
await virtual.start({ container: window.document.body });
for (let last = ""; last !== "end of document"; ) {
  await virtual.next();
  last = await virtual.lastSpokenPhrase();
}
console.log(JSON.stringify(await virtual.spokenPhraseLog()));
await virtual.stop();
process.exit(0);
