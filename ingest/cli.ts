import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";

/** The command line. Each command's code is loaded when it is called, since starting must be quick. */
const program = new Command("entente")
  .description("Reads newspaper articles and makes of them a graph of international relations.")
  .showHelpAfterError("Run `npm run --silent entente -- --help` for the commands.")
  .exitOverride();

const paths = () =>
  new Argument("<paths...>", "files, folders, globs, addresses (http, https), or - for standard input");
const clean = () => new Option("--clean", "the texts are bodies already: leave nothing out");
const jobs = () =>
  new Option(
    "--jobs <number>",
    "articles read at a time, each by a thread; one a core unless given. Few or short articles are read by one thread",
  ).argParser(whole);

program
  .command("extract")
  .description("print what articles claim, one JSON line an article; nothing is stored")
  .addArgument(paths())
  .addOption(clean())
  .addOption(jobs())
  .action(async (from, options) => done(await (await import("./commands/extract.ts")).extract(from, options)));

program
  .command("ingest")
  .description("read articles into the store")
  .addArgument(paths())
  .addOption(clean())
  .addOption(jobs())
  .action(async (from, options) => done(await (await import("./commands/ingest.ts")).ingest(from, options)));

program
  .command("query")
  .description("run a reading Cypher query")
  .argument("<cypher>", 'such as "MATCH (a:Country)-[r:REFUSED]->(b) RETURN a.name_en, b.name_en, r.claims"')
  .option("--json", "print JSON instead of a table")
  .option("--limit <rows>", "rows at most", whole, 1_000)
  .action(async (cypher, options) => done(await (await import("./commands/query.ts")).query(cypher, options)));

program
  .command("export")
  .description("write the graph to a file or to standard output")
  .addOption(
    new Option("--format <format>", "jsonl is the graph's own and can be ingested again")
      .choices(["gexf", "graphml", "json", "csv", "cypher", "jsonl"])
      .makeOptionMandatory(),
  )
  .addOption(new Option("--part <table>", "one table of the csv archive").choices(["nodes", "edges", "claims"]))
  .option("--out <file>", "the file to write; standard output when absent")
  .action(async (options) => {
    if (options.part && options.format !== "csv")
      program.error(`--part names a table of csv; ${options.format} is one file. Leave it out.`);
    done(await (await import("./commands/export.ts")).exportGraph(options));
  });

program
  .command("remove")
  .description("take an article out of the store, with all that only it says")
  .argument("<article>", "its id")
  .action(async (id) => done(await (await import("./commands/remove.ts")).removeArticle(id)));

program
  .command("rebuild")
  .description("make all edges anew from the claims")
  .action(async () => done(await (await import("./commands/rebuild.ts")).rebuildEdges()));

program
  .command("explain")
  .description("why a claim was read so; of an article, its claims and what was left out")
  .argument("<id>", "of a claim or an article")
  .action(async (id) => done(await (await import("./commands/explain.ts")).explainStored(id)));

program
  .command("eval")
  .description("measure what is extracted against what a reader found")
  .argument("<gold>", "a folder of annotated articles, or a .jsonl of single sentences")
  .argument("[paths...]", "texts, or the output of extract; the gold's own texts when absent")
  .addOption(clean())
  .option("--json", "print the figures as JSON")
  .option("-v, --verbose", "print each miss and each false edge")
  .action(async (gold, from, options) =>
    done(await (await import("./commands/eval.ts")).evalCommand(gold, from, options)),
  );

function whole(text: string): number {
  if (!/^[1-9][0-9]*$/.test(text)) throw new InvalidArgumentError("Expected a whole number above 0.");
  return Number(text);
}

function done(code: number): void {
  // After Ctrl-C standard input may still be open: it is not waited for.
  if (code === 130) process.exit(code);
  process.exitCode = code;
}

// Whoever reads our output may stop early (`| head`): then there is nothing more to say.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    // Every error of ours is a sentence for the user; where it arose matters only to who mends it.
    console.error(error instanceof Error ? error.message : String(error));
    if (process.env.LOG_LEVEL === "debug") console.error(error);
    process.exitCode = 1;
  }
}
