// What Readium makes of an audiobook: Thorium Reader's parser of the package, and the web toolkit's of its JSON.
const { readFileSync } = require("fs");
const { pathToFileURL } = require("url");

const [modules, book, manifest, guide] = process.argv.slice(2);
const load = (name) => require(`${modules}/r2-shared-js/dist/es8-es2017/src/${name}`);

const globals = load("init-globals");
globals.initGlobalConverters_GENERIC();
globals.initGlobalConverters_SHARED();

const lines = (links) => (links ?? []).flatMap((it) => [[it.Href, it.Title], ...lines(it.Children)]);
const rows = (links) => (links?.items ?? []).flatMap((it) => [[it.href, it.title], ...rows(it.children)]);
const leaves = (objects) => objects.flatMap((it) => (it.children ? leaves(it.children) : [it]));
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

async function thorium() {
  const { Metadata, Spine, Resources, TOC } = await load("parser/publication-parser").PublicationParsePromise(book);
  return {
    type: Metadata.RDFType,
    title: Metadata.Title,
    length: Metadata.Duration,
    voices: Metadata.Narrator.map((it) => it.Name),
    audio: Spine.map((it) => [it.Href, it.TypeLink, it.Duration, it.Bitrate]),
    cover: Resources.filter((it) => (it.Rel ?? []).includes("cover")).map((it) => it.Href),
    contents: lines(TOC),
    features: Metadata.Accessibility.Feature,
  };
}

async function web() {
  const path = `${modules}/@readium/shared/dist/index.js`;
  const { GuidedNavigationDocument, Manifest } = await import(pathToFileURL(path));
  const { metadata, readingOrder, links, toc, ...read } = Manifest.deserialize(json(manifest));
  return {
    length: metadata.duration,
    audio: readingOrder.items.map((it) => [it.href, it.type, it.duration, it.bitrate]),
    narrators: metadata.narrators.items.map((it) => it.name.getTranslation()),
    guides: links.items.filter((it) => it.rels?.has("related")).map((it) => [it.href, it.type]),
    contents: rows(toc),
    clips: leaves(GuidedNavigationDocument.deserialize(json(guide)).guided).map((it) => [
      it.textFile, it.fragmentId, it.clip.audioResource, it.clip.start, it.clip.end, [...(it.role ?? [])],
    ]),
  };
}

Promise.all([thorium(), web()]).then(
  ([thorium, web]) => {
    console.log(JSON.stringify({ thorium, web }));
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
