const names = ["extract", "store", "client"];
const name = process.argv[2] ?? "";
if (!names.includes(name)) {
  console.error(`No benchmark "${name}"; there are: ${names.join(", ")}. Run: npm run bench -- extract`);
  process.exit(2);
}
await import(`./${name}.ts`);
