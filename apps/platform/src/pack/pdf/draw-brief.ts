import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import type { Block, Brief } from "../brief/block.ts";
import { drawBlock } from "./draw-block.ts";
import { drawCover } from "./draw-cover.ts";
import { drawFeet } from "./draw-feet.ts";
import { drawableText } from "./drawable-text.ts";
import { newPage, openSheet, type Sheet } from "./sheet.ts";

/** The brief as a tagged PDF. Text is drawn, never parsed: nothing that it says can become an action of the file. */
export async function drawBrief(brief: Brief): Promise<Buffer> {
  const sheet = openSheet({ title: brief.title, asOf: brief.asOf });
  const bytes = buffer(Readable.from(sheet.pdf));
  drawCover(sheet, brief);
  drawBlocks(sheet, brief.summary);
  newPage(sheet);
  drawBlocks(sheet, [...brief.body, ...missingSigns(sheet, brief)]);
  sheet.root.end();
  drawFeet(sheet, brief.foot);
  sheet.pdf.end();
  return bytes;
}

/** A reader who meets a code point is told what it is, and where the sign itself stands. */
function missingSigns({ typeface }: Sheet, brief: Brief): readonly Block[] {
  if (!drawableText(JSON.stringify(brief), typeface).includes("[U+")) return [];
  const text =
    "[U+6F22] and the like stand for signs that this file has no letters for; the HTML file shows them.";
  return [{ kind: "note", text }];
}

function drawBlocks(sheet: Sheet, blocks: readonly Block[]): void {
  for (const [index, block] of blocks.entries()) drawBlock(sheet, block, blocks[index + 1]);
}
