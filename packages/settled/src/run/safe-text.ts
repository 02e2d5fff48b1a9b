import { redact } from "./redact.ts";

export const ERROR_TEXT_BYTES_MAX = 8_192;
export const NAME_BYTES_MAX = 512;

const CUT_MARK = " … [cut]";
/** A limit in front of the patterns: nobody scans 20 MB to keep 8 kB. */
const SCAN_FACTOR = 4;

/** Well-formed, without NUL, redacted, at most `bytesMax` bytes of UTF-8: fit for the database. */
export function safeText(text: string, bytesMax: number = NAME_BYTES_MAX): string {
  const scanned = text.slice(0, bytesMax * SCAN_FACTOR);
  const clean = redact(storable(scanned));
  const cut = cutToBytes(clean, bytesMax);
  return scanned.length < text.length && cut === clean ? `${cut}${CUT_MARK}` : cut;
}

/** What PostgreSQL refuses in text and jsonb is taken out: NUL goes, lone surrogates become U+FFFD. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "");
}

function cutToBytes(text: string, bytesMax: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= bytesMax) return text;
  const room = bytesMax - new TextEncoder().encode(CUT_MARK).length;
  const head = new TextDecoder().decode(bytes.subarray(0, Math.max(room, 0)));
  return `${head.replace(/\ufffd+$/, "")}${CUT_MARK}`;
}
