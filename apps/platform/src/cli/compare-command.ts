import { resolve } from "node:path";
import type { Command } from "commander";
import { compareSides } from "../compare/compare-sides.ts";
import { type ComparedSide, comparedSide } from "../compare/compared-side.ts";
import { comparisonJson } from "../compare/comparison-json.ts";
import { comparisonNotes, comparisonRows } from "../compare/comparison-table.ts";
import { unjudgedWarnings } from "../compare/unjudged-warnings.ts";
import { ExportFolderError } from "../provider/export-folder-error.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { tellReading } from "./tell-reading.ts";
import { CommandFault, sayAside } from "./terminal.ts";
import { addOutputOption, type OutputFormat, writeAnswer } from "./write-output.ts";

const COLUMNS = [
  { title: "WHAT" },
  { title: "WHICH", widthMin: 40 },
  { title: "MORE", widthMin: 34 },
];

/** `platform compare`: what differs between two exports. It needs no database and changes nothing. */
export function addCompareCommand(program: Command): void {
  const command = program
    .command("compare")
    .description("say what differs between two exports; needs no database")
    .argument("<baseline>", "the folder of the export that is expected")
    .argument("<current>", "the folder of the export that is there");
  addOutputOption(command).action(
    async (baselineFolder: string, currentFolder: string, { output }: { output: OutputFormat }) => {
      const baseline = await readSide("baseline", baselineFolder);
      const current = await readSide("current export", currentFolder);
      const comparison = compareSides(baseline, current);
      writeAnswer(output, {
        json: comparisonJson(comparison),
        columns: COLUMNS,
        rows: comparisonRows(comparison),
        notes: comparisonNotes(comparison),
      });
      // To the other stream: where the answer is JSON, it stays the only thing on standard output.
      for (const warning of unjudgedWarnings(comparison)) process.stderr.write(`${warning}\n`);
    },
  );
}

// One after the other, so that the JSON of one side alone is in memory.
async function readSide(side: string, folder: string): Promise<ComparedSide> {
  try {
    const root = folder === "" ? "" : resolve(folder);
    return comparedSide(await readExportFolder({ root, onProgress: tellReading(sayAside) }));
  } catch (error) {
    if (!(error instanceof ExportFolderError)) throw error;
    throw new CommandFault(`The ${side}: ${error.message} ${error.nextStep}`);
  }
}
