import { type Answer, pageAnswer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { findVisibleRun } from "../find-visible-run.ts";
import { pageOfEvents } from "../list-run-events.ts";
import { viewRun } from "../view-run.ts";
import { runPage } from "./run-page.ts";

const EVENTS_MAX = 100;

/** GET /workspaces/{w}/runs/{id} for a person. */
export async function showRunPage(exchange: ActorExchange): Promise<Answer> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const { run, maySeeDetail } = visible;
  const [view, { events, last }] = await Promise.all([
    viewRun(exchange, run, maySeeDetail),
    pageOfEvents(exchange, run, { after: "0", limit: EVENTS_MAX }),
  ]);
  const rest =
    last === null
      ? null
      : exchange.desk.addresses.eventsApi(
          run.workspaceId,
          run.id,
          new URLSearchParams({ after: last }),
        );
  return pageAnswer(runPage(exchange.desk, { view, events, rest }));
}
