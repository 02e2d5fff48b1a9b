import { createRandom } from "../random.ts";

export type Encoding = "utf-16le" | "utf-8-bom" | "utf-8";

/**
 * The encoding of one object's file, the same every month: mostly what Windows PowerShell writes, some files saved by an
 * editor, few by other tools.
 */
export function encodingOf(id: string): Encoding {
  const share = createRandom(id).fraction();
  if (share < 0.82) return "utf-16le";
  return share < 0.93 ? "utf-8-bom" : "utf-8";
}

/** `text` has plain line feeds; the two Windows encodings get CRLF. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case "utf-16le":
      return Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "utf16le");
    case "utf-8-bom":
      return Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "utf8");
    case "utf-8":
      return Buffer.from(text, "utf8");
  }
}

/** The bytes swapped in pairs after an intact mark: it still calls itself UTF-16LE, and no reader can parse it. */
export function swapPairs(utf16: Uint8Array): Uint8Array {
  const swapped = Buffer.from(utf16);
  swapped.subarray(2).swap16();
  return swapped;
}
