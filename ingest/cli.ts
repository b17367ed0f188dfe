import { Command, CommanderError } from "commander";

/** The command line. Each command's code is loaded when it is called: starting must be quick. */
const program = new Command("entente")
  .description("Reads newspaper articles and makes of them a graph of international relations.")
  .showHelpAfterError("Run `npm run --silent entente -- --help` for the commands.")
  .exitOverride();

program
  .command("extract")
  .description("print what articles claim, one JSON line an article; nothing is stored")
  .argument("<paths...>", "files, folders, globs, addresses, or - for standard input")
  .option("--clean", "the texts are bodies already: leave nothing out")
  .action(async (paths, options) => done(await (await import("./commands/extract.ts")).extract(paths, options)));

function done(code: number): void {
  process.exitCode = code;
}

// Whoever reads our output may stop early (`| head`): then there is nothing more to say.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
