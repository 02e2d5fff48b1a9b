import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import type { EnvironmentSnapshot, SnapshotItem } from "../../snapshot/snapshot.ts";
import { countCoverage } from "../../store/coverage-count.ts";
import { pageSnapshots } from "../../store/snapshot-store.ts";
import { asPage } from "../../store/newest-page.ts";
import { gatherSnapshot } from "../gather-snapshot.ts";
import { notFound } from "../in-environment.ts";
import { snapshotJson, snapshotLineJson } from "../platform-json.ts";
import { apiRoutes } from "./api-route.ts";
import {
  listAnswer,
  pageOf,
  NEWEST_PAGE,
  newestTexts,
  orderOf,
  pageByTexts,
} from "./list-answer.ts";
import { conflict } from "./refusals.ts";
import {
  LISTED_SNAPSHOT_JSON,
  SNAPSHOT_ITEM_JSON,
  SNAPSHOT_JSON,
  snapshotItemJson,
} from "./snapshot-json.ts";

const TAG = "Snapshots";
const ITEM_STATES = ["ok", "unreadable", "incomplete", "ambiguous"] as const;

/** What was captured of an environment. A capture is started as the operation environment.snapshot.capture. */
export function snapshotApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const seen = { method: "GET", tag: TAG, capability: "environments.view" } as const;
  return [
    route.readEnvironment(
      {
        ...seen,
        id: "listSnapshots",
        path: "/snapshots",
        summary: "The snapshots of an environment, newest first",
        query: z.strictObject(NEWEST_PAGE),
        answers: {
          200: pageOf("snapshots", LISTED_SNAPSHOT_JSON),
        },
      },
      async ({ place, query, exchange }, on) => {
        const page = await pageSnapshots(on, place, orderOf(query));
        const ids = page.entries.map(({ snapshotId }) => snapshotId);
        const counted = await countCoverage(on, place, ids);
        const asJson = (snapshot: EnvironmentSnapshot) => ({
          ...snapshotLineJson(snapshot),
          coverage: counted.get(snapshot.snapshotId) ?? { types: 0, complete: 0 },
        });
        return listAnswer(exchange, "snapshots", { ...page, asJson, textsOf: newestTexts });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showSnapshot",
        path: "/snapshots/:snapshot",
        summary: "One snapshot: what it covers, and whether it is what was sealed",
        answers: { 200: { description: "The snapshot.", schema: SNAPSHOT_JSON } },
      },
      async ({ place, exchange }, on) => {
        const found = await gatherSnapshot(on, place, exchange.pathPart("snapshot"));
        return found === null ? notFound() : jsonAnswer(snapshotJson(found));
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "listSnapshotItems",
        path: "/snapshots/:snapshot/items",
        problems: [409],
        summary: "The items of a snapshot by type and key",
        query: z.strictObject({
          type: z.string().min(1).max(200).describe("a type of items").exactOptional(),
          state: z.enum(ITEM_STATES).describe(ITEM_STATES.join(", ")).exactOptional(),
          ...pageByTexts(2),
        }),
        answers: {
          200: pageOf("items", SNAPSHOT_ITEM_JSON),
        },
      },
      async ({ place, query, exchange }, on) => {
        const found = await gatherSnapshot(on, place, exchange.pathPart("snapshot"));
        if (found === null) return notFound();
        // The whole of it is hashed before anything of it is shown.
        if (found.content === null) return spoilt();
        const { after, limit } = orderOf(query);
        const rest = behind(found.content.items, after).filter(
          ({ type, state }) =>
            (query.type === undefined || type === query.type) &&
            (query.state === undefined || state === query.state),
        );
        const page = asPage(rest.slice(0, limit + 1), limit, ({ type, itemKey }) => [
          type,
          itemKey,
        ]);
        return listAnswer(exchange, "items", {
          ...page,
          asJson: snapshotItemJson,
          textsOf: (at) => at,
        });
      },
    ),
  ];
}

/** A sealed snapshot does not change, so the last item of a page is where it was. */
function behind(items: readonly SnapshotItem[], after: readonly string[] | null) {
  if (after === null) return items;
  const [lastType, lastKey] = after;
  const last = items.findIndex(({ type, itemKey }) => type === lastType && itemKey === lastKey);
  return last === -1 ? [] : items.slice(last + 1);
}

function spoilt() {
  return conflict(
    "snapshot_damaged",
    "The snapshot does not hash to what was sealed any more, so nothing of it is shown.",
    "Capture a new one; whoever runs this platform should look at the store.",
  );
}
