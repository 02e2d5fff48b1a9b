import type { AnswerHeaders } from "./answer.ts";
import { STYLE } from "./pages/style.ts";

/** Whose answer it is, and who may show it in a frame. */
export interface AnswerFrame {
  readonly requestId: string;
  /** Nobody unless said. */
  readonly frameAncestors?: readonly string[];
}

export function apiHeaders({ requestId }: AnswerFrame): AnswerHeaders {
  return {
    ...everywhere(requestId),
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  };
}

/** A file that a browser shows after all has no rights of this site: no script, no form, no origin. */
export function fileHeaders({ requestId }: AnswerFrame): AnswerHeaders {
  return {
    ...everywhere(requestId),
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
  };
}

/**
 * Pages run nothing and load nothing; their one style is named by its hash. A nonce would let injected markup that
 * learnt it be styled, and would make two answers about the same absent thing differ.
 */
export async function pageHeaders(frame: AnswerFrame): Promise<AnswerHeaders> {
  styleHash ??= hashOf(STYLE);
  const { frameAncestors = [] } = frame;
  const { "x-frame-options": unframed, ...headers } = everywhere(frame.requestId);
  return {
    ...headers,
    // The older header knows no list, and would forbid what the newer one allows.
    ...(frameAncestors.length === 0 ? { "x-frame-options": unframed } : {}),
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${await styleHash}'`,
      `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(" ")}`,
      "base-uri 'none'",
      "form-action 'self'",
    ].join("; "),
  };
}

let styleHash: Promise<string> | undefined;

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function everywhere(requestId: string) {
  return {
    "x-request-id": requestId,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
  } as const;
}
