import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { writeDemo } from "../demo-data/write-demo.ts";
import { say } from "./terminal.ts";

/** `platform demo-data`: writes generated exports of three customers, with the truth about them. */
export function addDemoDataCommand(program: Command): void {
  program
    .command("demo-data")
    .description("write generated exports of three customers and TRUTH.json")
    .requiredOption("--out <folder>", "where to write")
    .option("--seed <n>", "same seed, same bytes", asCount, 7)
    .option("--policies <n>", "policies of the largest customer", asCount, 120)
    .option("--months <n>", "monthly states of each customer", asCount, 12)
    .action(async (options: { out: string; seed: number; policies: number; months: number }) => {
      const { seed, policies, months } = options;
      const out = resolve(options.out);
      const written = await writeDemo({ out, seed, policies, months });
      say(`Wrote ${written.files} files (${written.bytes} bytes) to ${out}.`);
    });
}

function asCount(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("Give a whole number above 0.");
}
