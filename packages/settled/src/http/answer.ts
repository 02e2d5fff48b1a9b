import type { html } from "hono/html";
import type { Initiator } from "../run/actor.ts";
import type { Problem } from "./problem.ts";

/** Markup in which everything that came from data is escaped. */
export type Html = ReturnType<typeof html>;

export type AnswerHeaders = Readonly<Record<string, string>>;

/** A file to keep, never to be shown in place: a browser that opens it does so outside of this site. */
export interface AnswerFile {
  /** Letters, digits, dashes, underscores and dots; anything else in it becomes a dash. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: AnswerHeaders;
}

/** An answer that is made while it is sent. A fault on the way cuts it off: no reader takes it for whole. */
export interface AnswerStream {
  readonly mediaType: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly headers: AnswerHeaders;
}

/** A file that a browser shows or runs in place. It names its own policy and how long it may be kept. */
export interface AnswerAsset {
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `content-security-policy` and `cache-control` among them win over those of other answers. */
  readonly headers: AnswerHeaders;
}

/** What a route answers; `as-response.ts` alone makes a Response of it. */
export type Answer =
  | {
      readonly kind: "json";
      readonly status: number;
      readonly body: unknown;
      readonly headers: AnswerHeaders;
    }
  | { readonly kind: "page"; readonly status: number; readonly page: Html }
  | ({ readonly kind: "file"; readonly status: 200 } & AnswerFile)
  | ({ readonly kind: "asset"; readonly status: 200 } & AnswerAsset)
  | ({ readonly kind: "stream"; readonly status: 200 } & AnswerStream)
  | { readonly kind: "redirect"; readonly location: string; readonly headers?: AnswerHeaders }
  | {
      readonly kind: "problem";
      readonly problem: Problem;
      /** Who reads it, where it is shown as a page. */
      readonly reader?: Initiator;
    };

export function jsonAnswer(
  body: unknown,
  options: { readonly status?: number; readonly headers?: AnswerHeaders } = {},
): Answer {
  return { kind: "json", body, status: options.status ?? 200, headers: options.headers ?? {} };
}

export function pageAnswer(page: Html, status = 200): Answer {
  return { kind: "page", status, page };
}

export function fileAnswer(file: AnswerFile): Answer {
  return { kind: "file", status: 200, ...file };
}

export function assetAnswer(asset: AnswerAsset): Answer {
  return { kind: "asset", status: 200, ...asset };
}

export function streamAnswer(stream: AnswerStream): Answer {
  return { kind: "stream", status: 200, ...stream };
}

export function problemAnswer(problem: Problem): Answer {
  return { kind: "problem", problem };
}
