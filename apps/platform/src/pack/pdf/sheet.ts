import Pdf from "pdfkit";
import { drawableText } from "./drawable-text.ts";
import { INK } from "./ink.ts";
import { openTypeface, type Typeface, type Weight } from "./typeface.ts";

export type PdfDocument = PDFKit.PDFDocument;
export type PdfElement = PDFKit.PDFStructureElement;

/** A4 in points, and what is kept free at its edges. */
export const PAGE = { width: 595.28, height: 841.89, margin: 48, foot: 44 } as const;
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin;

export interface Lettering {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  /** Space between lines, as a share of the size. */
  readonly leading?: number;
}

/** A PDF under way; `pdf.y` is where the next thing goes. */
export interface Sheet {
  readonly pdf: PdfDocument;
  readonly root: PdfElement;
  readonly typeface: Typeface;
}

export interface SheetOptions {
  readonly title: string;
  /** ISO 8601; the only time that the file holds. */
  readonly asOf: string;
}

/** An empty tagged document in which nothing depends on when or where it is made. */
export function openSheet({ title, asOf }: SheetOptions): Sheet {
  const typeface = openTypeface();
  const at = new Date(asOf);
  const pdf = new Pdf({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en",
    displayTitle: true,
    info: {
      Title: drawableText(title, typeface),
      Producer: "Settled platform",
      Creator: "Settled platform",
      CreationDate: at,
      ModDate: at,
    },
  });
  pdf.registerFont("regular", typeface.files.regular);
  pdf.registerFont("bold", typeface.files.bold);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  newPage({ pdf, root, typeface });
  return { pdf, root, typeface };
}

export function newPage({ pdf }: Sheet): void {
  pdf.addPage();
  pdf.y = PAGE.margin;
}

/** Begins a new page unless so much fits on this one; answers whether it did. */
export function ensureRoom(sheet: Sheet, height: number): boolean {
  if (sheet.pdf.y + height <= PAGE.height - PAGE.margin - PAGE.foot / 2) return false;
  newPage(sheet);
  return true;
}

export function letter(
  { pdf }: Sheet,
  { size, weight = "regular", colour = INK.text }: Lettering,
): void {
  pdf.font(weight).fontSize(size).fillColor(colour);
}

/** Draws what says nothing: lines, grounds, repeated heads. A reader aloud passes over it. */
export function asArtifact({ pdf }: Sheet, draw: () => void): void {
  pdf.markContent("Artifact", { type: "Layout" });
  draw();
  pdf.endMarkedContent();
}
