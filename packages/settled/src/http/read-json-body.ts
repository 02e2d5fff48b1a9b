import { isTooComplex } from "./json-complexity.ts";
import { type Problem, problemOf } from "./problem.ts";

export const BODY_BYTES_MAX = 1_048_576;

export type ReadBody =
  | { readonly kind: "read"; readonly value: unknown }
  | { readonly kind: "problem"; readonly problem: Problem };

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/**
 * The body as JSON. Bytes are counted while they arrive: what is too large is never held. Where it may be absent, no
 * body at all is an empty object.
 */
export async function readJsonBody(
  request: Request,
  { mayBeAbsent = false }: { readonly mayBeAbsent?: boolean } = {},
): Promise<ReadBody> {
  if (mayBeAbsent && !request.headers.has("content-type")) {
    const bytes = await readBytes(request);
    if (bytes?.byteLength === 0) return { kind: "read", value: {} };
  }
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? "") || encoding !== "identity") {
    return { kind: "problem", problem: problemOf("unsupported_media_type") };
  }
  if (Number(request.headers.get("content-length") ?? 0) > BODY_BYTES_MAX) return tooLarge();
  const bytes = await readBytes(request);
  if (bytes === null) return tooLarge();
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (isTooComplex(text)) return { kind: "problem", problem: problemOf("body_too_complex") };
    return { kind: "read", value: JSON.parse(text) };
  } catch {
    return { kind: "problem", problem: problemOf("body_not_json") };
  }
}

function tooLarge(): ReadBody {
  return { kind: "problem", problem: problemOf("body_too_large") };
}

async function readBytes(request: Request): Promise<Uint8Array | null> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.byteLength;
    if (length > BODY_BYTES_MAX) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(next.value);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
