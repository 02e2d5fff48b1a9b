import { type OperationRun, type RunScope, type WorkspaceId } from "settled";
import type { HttpHandler } from "settled/http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CONTOSO,
  FOREIGN,
  HOST,
  openServedWorld,
  pathOf,
  type ServedWorld,
  TOKEN,
} from "./served-world.test-kit.ts";
import { withoutConditions } from "./without-conditions.test-kit.ts";

let world: ServedWorld;
/** Ids that stand in the other workspace and nowhere else, and the name of its environment. */
let foreign: readonly string[];
let foreignRuns: readonly OperationRun[];
let paths: readonly string[];

beforeAll(async () => {
  world = await openServedWorld();
  foreignRuns = await runsOf(FOREIGN.workspaceId);
  const [review] = await world.reviewsOf(FOREIGN);
  const snapshot = await world.newestSnapshot(FOREIGN);
  const run = foreignRuns[0];
  if (review === undefined || run === undefined) throw new Error("The other workspace is empty.");
  foreign = [...foreignRuns.map(({ id }) => id), review.reviewId, snapshot, "of the south"];
  paths = pathsOf(CONTOSO, { review: review.reviewId, snapshot, run: run.id });
});
afterAll(() => world.close());

async function runsOf(workspaceId: WorkspaceId): Promise<readonly OperationRun[]> {
  const page = { workspaceId, filter: {}, after: null, limit: 100 };
  return (await world.platform.settled.reader.listRuns(page)).runs;
}

/** Every address below our workspace that reads, with ids of theirs where one is asked for. */
function pathsOf(
  scope: RunScope,
  theirs: { readonly review: string; readonly snapshot: string; readonly run: string },
): readonly string[] {
  const workspace = `/workspaces/${scope.workspaceId}`;
  const environment = pathOf(scope);
  const { review, snapshot, run } = theirs;
  const file = `${environment}/packs/${review}/files/zip`;
  const api = [
    `${workspace}/runs`,
    `${workspace}/runs/${run}`,
    `${workspace}/environments`,
    `${workspace}/runs/${run}/events`,
    environment,
    `${environment}/reviews`,
    `${environment}/reviews/${review}`,
    `${environment}/snapshots/${snapshot}`,
    `${environment}/packs`,
    `${environment}/packs/${review}`,
    file,
    `${environment}/reviews/${review}/packs`,
    `${environment}/restores`,
    `${environment}/restores/${review}`,
  ];
  return [file, ...api.map((path) => `/api/v1${path}`)];
}

/** What of the other workspace an answer shows. A run's id that was asked for is repeated by no answer but its own. */
async function leaksIn(handle: HttpHandler, path: string): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const answer = await handle(new Request(`${HOST}${path}`, { headers }));
  expect(answer.status).toBeLessThan(500);
  const text = (await answer.text()).replaceAll(path.replace("/api/v1", ""), "");
  return foreign.filter((mark) => text.includes(mark));
}

function act(handle: HttpHandler, run: OperationRun, verb: string, body: object) {
  const path = `/api/v1/workspaces/${CONTOSO.workspaceId}/runs/${run.id}:${verb}`;
  return handle(
    new Request(`${HOST}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

describe("with every condition on the workspace removed from every statement", () => {
  test("the account of the owner would be shown another workspace's runs: the test can see a leak", async () => {
    const shown: unknown[] = [];
    const stripped = await withoutConditions(world.platform, async () => {
      for (const { id } of foreignRuns) {
        shown.push((await world.platform.settled.reader.findRun(CONTOSO.workspaceId, id))?.id);
      }
    });
    expect(stripped).toBeGreaterThan(0);
    expect(shown).toEqual(foreignRuns.map(({ id }) => id));
  });

  test("the account of a server shows nothing of another workspace, on any address", async () => {
    const leaks: Record<string, readonly string[]> = {};
    const stripped = await withoutConditions(world.platform, async () => {
      for (const path of paths) {
        const found = await leaksIn(world.handle, path);
        if (found.length > 0) leaks[path] = found;
      }
    });
    expect(stripped).toBeGreaterThan(paths.length);
    expect(leaks).toEqual({});
  });

  test("no action reaches a run of another workspace, which stays as it is", async () => {
    const before = await runsOf(FOREIGN.workspaceId);
    const statuses = new Set<number>();
    await withoutConditions(world.platform, async () => {
      for (const run of foreignRuns) {
        for (const verb of ["cancel", "reconcile", "rerun"]) {
          statuses.add((await act(world.handle, run, verb, {})).status);
        }
        const body = { outcome: "failed", reason: "I say so." };
        statuses.add((await act(world.handle, run, "resolve", body)).status);
      }
    });
    expect([...statuses]).toEqual([404]);
    // Below the handler, which compares the workspaces once more.
    const { workspaceId } = CONTOSO;
    const { settled } = world.served;
    const actor = { kind: "operator", id: "owner", name: "Owner" } as const;
    const reached = new Set<unknown>();
    await withoutConditions(world.platform, async () => {
      for (const { id } of foreignRuns) {
        reached.add(await settled.reader.findRun(workspaceId, id));
        reached.add((await settled.cancel({ workspaceId, id }, actor)).kind);
        const resolution = { outcome: "failed", related: null, because: "I say so." } as const;
        reached.add((await settled.resolve({ workspaceId, id, actor, ...resolution })).kind);
      }
    });
    expect([...reached]).toEqual([null, "refused"]);
    expect(await runsOf(FOREIGN.workspaceId)).toEqual(before);
  });
});
