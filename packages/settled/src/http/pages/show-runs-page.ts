import { type ArtifactTruth, readArtifactTruth } from "../../present/artifact-truth.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { type Answer, pageAnswer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import { withParameter } from "../next-page.ts";
import { pageOfRuns } from "../page-of-runs.ts";
import { asCursorText } from "../run-cursor.ts";
import { asRunView } from "../view-run.ts";
import { runsPage } from "./runs-page.ts";

const LIMIT_DEFAULT = 25;
const LOOKS_AT_ONCE = 4;
const LOOK_TIMEOUT_MS = 1_000;
/** After this long no more artifacts are asked for: the list says so and is shown. */
const LOOKS_WITHIN_MS = 2_000;

/** GET /workspaces/{w}/runs for a person. */
export async function showRunsPage(exchange: ActorExchange): Promise<Answer> {
  const page = await pageOfRuns(exchange, { limit: LIMIT_DEFAULT, blankIsAny: true });
  if (page.kind === "problem") return page;
  const { desk, url } = exchange;
  const { workspaceId } = page;
  const artifacts = await readArtifacts(exchange, page.runs);
  const views = page.runs.map((run) =>
    asRunView(exchange, run, { artifact: artifacts.get(run.id) ?? null, maySeeDetail: false }),
  );
  const next =
    page.next === null
      ? null
      : desk.addresses.runsPage(
          workspaceId,
          withParameter(url.searchParams, "cursor", asCursorText(page.next)),
        );
  return pageAnswer(runsPage(desk, { workspaceId, query: url.searchParams, views, next }));
}

/** The artifacts of these runs as they are now, by run id; a run whose turn did not come is missing. */
async function readArtifacts(
  { desk }: ActorExchange,
  runs: readonly OperationRun[],
): Promise<ReadonlyMap<string, ArtifactTruth>> {
  const { settled, clock } = desk;
  const untilMs = clock.nowMs() + LOOKS_WITHIN_MS;
  const options = {
    truthSource: settled.truth,
    catalog: settled.catalog,
    timeoutMs: LOOK_TIMEOUT_MS,
  };
  const waiting = [...runs];
  const found = new Map<string, ArtifactTruth>();
  const look = async (): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      if (clock.nowMs() > untilMs) return;
      found.set(run.id, await readArtifactTruth(options, run));
    }
  };
  await Promise.all(Array.from({ length: LOOKS_AT_ONCE }, look));
  return found;
}
