import type { Brief, Tile } from "../brief/block.ts";
import { grouped } from "../brief/counted.ts";
import { drawText } from "./draw-text.ts";
import { INK } from "./ink.ts";
import { asArtifact, CONTENT_WIDTH, PAGE, type Sheet } from "./sheet.ts";

const BAND_HEIGHT = 214;
const TILE_GAP = 10;
const TILE_HEIGHT = 86;

/** Who it is from, what it is about, the verdict in one paragraph, and four figures. */
export function drawCover(sheet: Sheet, brief: Brief): void {
  const { pdf, root } = sheet;
  const { cover } = brief;
  asArtifact(sheet, () => pdf.rect(0, 0, PAGE.width, BAND_HEIGHT).fill(INK.accent));
  const line = { x: PAGE.margin, width: CONTENT_WIDTH, parent: root, colour: INK.onAccent };
  let y = 48;
  y += drawText(sheet, cover.kicker, { ...line, tag: "P", y, size: 11, linesMax: 1 }) + 26;
  y += drawText(sheet, cover.title, {
    ...line,
    tag: "H1",
    y,
    size: 21,
    weight: "bold",
    linesMax: 2,
  });
  y += 4;
  y += drawText(sheet, cover.environment, { ...line, tag: "P", y, size: 15, linesMax: 2 }) + 10;
  for (const text of cover.lines) {
    y += drawText(sheet, text, { ...line, tag: "P", y, size: 10, linesMax: 1 }) + 2;
  }
  pdf.y = BAND_HEIGHT + 26;
  const text = { x: PAGE.margin, width: CONTENT_WIDTH, parent: root };
  pdf.y += drawText(sheet, "The verdict", {
    ...text,
    y: pdf.y,
    tag: "H2",
    size: 13,
    weight: "bold",
    colour: INK.accent,
  });
  pdf.y += 4;
  pdf.y += drawText(sheet, brief.verdict, { ...text, y: pdf.y, tag: "P", size: 11, linesMax: 8 });
  pdf.y += 18;
  drawTiles(sheet, brief.tiles);
}

function drawTiles(sheet: Sheet, tiles: readonly Tile[]): void {
  const { pdf, root } = sheet;
  const { y } = pdf;
  const width = (CONTENT_WIDTH - TILE_GAP * (tiles.length - 1)) / tiles.length;
  const list = pdf.struct("L", { title: "Key figures" });
  root.add(list);
  for (const [index, tile] of tiles.entries()) {
    const x = PAGE.margin + index * (width + TILE_GAP);
    const ink = tile.tone === "plain" ? INK.accent : INK[tile.tone];
    asArtifact(sheet, () => {
      pdf.rect(x, y, width, TILE_HEIGHT).fill(INK.faint);
      pdf.rect(x, y, 3, TILE_HEIGHT).fill(ink);
    });
    const item = pdf.struct("LI");
    list.add(item);
    const place = { parent: item, tag: "LBody", x: x + 13, width: width - 20, linesMax: 1 };
    drawText(sheet, tile.label, { ...place, y: y + 10, size: 9, colour: INK.soft });
    drawText(sheet, grouped(tile.figure), {
      ...place,
      y: y + 25,
      size: 22,
      weight: "bold",
      colour: ink,
    });
    drawText(sheet, tile.note, { ...place, y: y + 58, size: 8, colour: INK.soft, linesMax: 2 });
    item.end();
  }
  list.end();
  pdf.y = y + TILE_HEIGHT + 12;
}
