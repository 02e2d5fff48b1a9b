import { ApiError } from "./api-error.ts";
import { asProblem } from "./problem-json.ts";
import { retryAfterMsOf } from "./retry-after.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

const ANSWER_CHARS_MAX = 64 * 1_048_576;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;

/** The JSON of a good answer. Throws an ApiError for a problem, and an UnexpectedAnswerError for what is neither. */
export async function readJson(response: Response): Promise<unknown> {
  if (!isJson(response) || isRedirect(response)) throw await refuseUnread(response);
  const value = parsed(await readText(response));
  if (response.ok && value !== undefined) return value;
  const problem = asProblem(value, response.status);
  if (problem === null) throw unexpected(response);
  const { headers } = response;
  const told = { requestId: headers.get("x-request-id"), retryAfterMs: retryAfterMsOf(headers) };
  throw new ApiError(problem, told);
}

/** The body of a good answer of the media type, unread; else as `readJson` refuses. */
export async function openBody(
  response: Response,
  mediaType: string,
): Promise<ReadableStream<Uint8Array>> {
  const isMeant = response.headers.get("content-type")?.startsWith(mediaType) === true;
  if (response.ok && isMeant && response.body !== null) return response.body;
  if (!response.ok) await readJson(response);
  throw await refuseUnread(response);
}

async function refuseUnread(response: Response): Promise<UnexpectedAnswerError> {
  await response.body?.cancel().catch(() => undefined);
  return unexpected(response);
}

function unexpected(response: Response): UnexpectedAnswerError {
  const { headers, status } = response;
  return new UnexpectedAnswerError({
    status,
    mediaType: headers.get("content-type"),
    // A browser hides where a redirection leads.
    location: isRedirect(response) ? (headers.get("location") ?? "") : null,
    retryAfterMs: retryAfterMsOf(headers),
  });
}

function isRedirect({ status, type }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}

function isJson({ headers }: Response): boolean {
  return JSON_TYPE.test(headers.get("content-type") ?? "");
}

/** Counted while it arrives: what is too large is never held. */
async function readText(response: Response): Promise<string> {
  if (response.body === null) return "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += next.value;
    if (text.length <= ANSWER_CHARS_MAX) continue;
    await reader.cancel().catch(() => undefined);
    throw unexpected(response);
  }
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
