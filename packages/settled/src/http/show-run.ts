import { isActive } from "../run/operation-run.ts";
import { type Answer, jsonAnswer } from "./answer.ts";
import type { ActorExchange } from "./exchange.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { readQuery } from "./read-query.ts";
import { asServedRunJson, etagOf } from "./served-run-json.ts";
import { LOOK_AGAIN_AFTER_S } from "./start-run.ts";
import { viewRun } from "./view-run.ts";

/** GET …/runs/{id}: one run, presented. Its artifact is looked for at each request, so there is no 304. */
export async function showRun(exchange: ActorExchange): Promise<Answer> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const query = readQuery({}, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const view = await viewRun(exchange, visible.run, visible.maySeeDetail);
  return jsonAnswer(asServedRunJson(view, exchange.desk), {
    headers: {
      etag: etagOf(view),
      ...(isActive(visible.run) ? { "retry-after": String(LOOK_AGAIN_AFTER_S) } : {}),
    },
  });
}
