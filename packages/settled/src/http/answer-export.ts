import type { AccessReach } from "../ports/access-policy.ts";
import { isSettledError, SettledError } from "../run/settled-error.ts";
import { type Answer, problemAnswer, streamAnswer } from "./answer.ts";
import type { ActorExchange } from "./exchange.ts";
import { exportStream } from "./export-stream.ts";
import { findActorAnew } from "./find-actor-anew.ts";
import { problemOf } from "./problem.ts";
import { isSameReach } from "./reach-of.ts";

const EXPORT_WITHIN_MS = 600_000;

export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  /** The next piece of text; null = that was all. A fault cuts the answer off. */
  next(): Promise<string | null>;
}

/** A file that is made while it is sent. Only so many are at the same time; asking for the headers alone makes none. */
export function answerExport(
  { desk, request, requestId }: ActorExchange,
  { name, mediaType, next }: ExportFile,
): Answer {
  const headers = { "content-disposition": `attachment; filename="${name}"` };
  if (request.method === "HEAD") {
    return streamAnswer({ mediaType, headers, body: new Blob([]).stream() });
  }
  const place = desk.exportRoom.enter();
  if (place === null) return problemAnswer(problemOf("too_many_exports"));
  const nextOrTold = () =>
    next().catch((error: unknown) => {
      const code = isSettledError(error) ? error.code : "internal";
      desk.logger.warn({ requestId, code, error }, "an export was cut off");
      throw error;
    });
  const body = exportStream(
    { next: nextOrTold, onEnd: () => place.leave() },
    { clock: desk.clock, withinMs: EXPORT_WITHIN_MS },
  );
  return streamAnswer({ mediaType, headers, body });
}

export interface ExportPage {
  readonly kind: "page";
  /** How far its reader may see. */
  readonly reach: AccessReach;
}

/**
 * A later page of an export, read for its actor as they are now. Who is signed out meanwhile, or reaches less far or
 * further than at its first page, is cut off: nobody takes a part for the whole.
 */
export async function readOn<Page extends ExportPage>(
  exchange: ActorExchange,
  first: Page,
  read: (again: ActorExchange) => Promise<NoInfer<Page> | Extract<Answer, { kind: "problem" }>>,
): Promise<Page> {
  const again = await findActorAnew(exchange);
  const page = again === null ? null : await read(again);
  if (page?.kind !== "page" || !isSameReach(page.reach, first.reach)) {
    throw new SettledError("internal", "The reader of an export may not go on reading.");
  }
  return page;
}
