// What Readium's parser, and so Thorium Reader, takes a book's overlays for: by overlay, what is lit and what sounds.
const [modules, book] = process.argv.slice(2);
const load = (name) => require(`${modules}/r2-shared-js/dist/es8-es2017/src/${name}`);

const globals = load("init-globals");
globals.initGlobalConverters_GENERIC();
globals.initGlobalConverters_SHARED();

const clips = (node) => [
  ...(node.Audio ? [[node.Text, node.Audio]] : []),
  ...(node.Children ?? []).flatMap(clips),
];

async function main() {
  const publication = await load("parser/publication-parser").PublicationParsePromise(book);
  const overlays = await load("parser/epub").getAllMediaOverlays(publication);
  console.log(JSON.stringify(Object.fromEntries(overlays.map((it) => [it.SmilPathInZip, clips(it)]))));
}

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
