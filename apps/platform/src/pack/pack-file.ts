import { createHash } from "node:crypto";

/** One file of a pack. Paths are made by the renderer, never taken from what is rendered. */
export interface PackFile {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export const HTML_TYPE = "text/html; charset=utf-8";
export const CSV_TYPE = "text/csv; charset=utf-8";
export const PDF_TYPE = "application/pdf";
export const JSON_TYPE = "application/json";
export const TEXT_TYPE = "text/plain; charset=utf-8";
export const ZIP_TYPE = "application/zip";

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function textFile(path: string, mediaType: string, text: string): PackFile {
  return { path, mediaType, bytes: Buffer.from(text, "utf8") };
}
