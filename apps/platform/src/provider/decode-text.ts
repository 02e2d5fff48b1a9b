import { refused } from "./unreadable-reason.ts";
import type { ReadRefusal } from "./unreadable-reason.ts";

export type TextEncoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be";

export interface DecodedText {
  readonly kind: "text";
  readonly encoding: TextEncoding;
  readonly text: string;
}

/**
 * The text of a file by its byte order mark; without one it is UTF-8. Strict: one wrong byte is a
 * refusal, since a replacement character would change a setting without a trace.
 */
export function decodeText(bytes: Buffer): DecodedText | ReadRefusal {
  if (bytes.length === 0) return refused("empty_file");
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, "utf-16be");
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const rest = marked ? bytes.subarray(3) : bytes;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(rest);
    return { kind: "text", encoding: marked ? "utf-8-bom" : "utf-8", text };
  } catch {
    return refused("bad_utf8");
  }
}

function decodeUtf16(bytes: Buffer, encoding: "utf-16le" | "utf-16be"): DecodedText | ReadRefusal {
  const rest = bytes.subarray(2);
  if (rest.length % 2 !== 0) return refused("bad_utf16", ": half of the last character is missing");
  // A copy: swap16 works in place, and the bytes are hashed as they are in the file.
  const littleEndian = encoding === "utf-16le" ? rest : Buffer.from(rest).swap16();
  const text = littleEndian.toString("utf16le");
  if (!text.isWellFormed()) return refused("bad_utf16", ": a character pair is broken");
  return { kind: "text", encoding, text };
}
