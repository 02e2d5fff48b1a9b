import { redact } from "./redact.ts";

export const ERROR_TEXT_BYTES_MAX = 8_192;
export const NAME_BYTES_MAX = 512;

const CUT_MARK = " … [cut]";
/** A limit in front of the patterns: nobody scans 20 MB to keep 8 kB. */
const SCAN_FACTOR = 4;
const SECRET_LENGTH_MAX = 512;

/** Well-formed, without NUL, redacted, at most `bytesMax` bytes of UTF-8: fit for the database. */
export function safeText(text: string, bytesMax: number = NAME_BYTES_MAX): string {
  const scanned = text.slice(0, bytesMax * SCAN_FACTOR);
  const clean = redact(storable(scanned));
  if (scanned.length === text.length) return cutToBytes(clean, bytesMax, "");
  // A secret may stand across the end of what was scanned: its beginning is not shown either.
  return cutToBytes(clean.slice(0, -SECRET_LENGTH_MAX), bytesMax, CUT_MARK);
}

/** What PostgreSQL refuses in text and jsonb is taken out: NUL goes, lone surrogates become U+FFFD. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "");
}

/** The text with the mark behind it; where that is too long, its beginning with a mark. */
function cutToBytes(text: string, bytesMax: number, mark: string): string {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(text);
  if (bytes.length + encoder.encode(mark).length <= bytesMax) return `${text}${mark}`;
  const room = bytesMax - encoder.encode(CUT_MARK).length;
  const head = new TextDecoder().decode(bytes.subarray(0, Math.max(room, 0)));
  return `${head.replace(/\ufffd+$/, "")}${CUT_MARK}`;
}
