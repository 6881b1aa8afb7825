// What Readium's parser, and so Thorium Reader, takes a talking book for: its contents, and by SMIL file what is lit
// and what sounds.
const [modules, book] = process.argv.slice(2);
const load = (name) => require(`${modules}/r2-shared-js/dist/es8-es2017/src/${name}`);

const globals = load("init-globals");
globals.initGlobalConverters_GENERIC();
globals.initGlobalConverters_SHARED();

const clips = (node) => [
  ...(node.Audio ? [[node.Text, node.Audio]] : []),
  ...(node.Children ?? []).flatMap(clips),
];
const lines = (links, depth = 1) =>
  (links ?? []).flatMap((it) => [[depth, it.Title, it.Href], ...lines(it.Children, depth + 1)]);

async function main() {
  const it = await load("parser/publication-parser").PublicationParsePromise(book);
  const smils = it.Spine.map((link) => [link.Href, link.Duration, clips(link.MediaOverlays)]);
  console.log(JSON.stringify({ title: it.Metadata.Title, contents: lines(it.TOC), smils }));
}

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
