import type { HttpHandler } from "settled/http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../provider/temporary-folder.test-kit.ts";
import { driftedPlace } from "../../restore/drifted-place.test-kit.ts";
import {
  openRestoreWorld,
  type RestorePlace,
  type RestoreWorld,
} from "../../restore/restore-world.test-kit.ts";
import { findEnvironment } from "../../store/environment.ts";
import { listRestores } from "../../store/restore-store.ts";
import { answersOf, refusalIn } from "./expect-answer.test-kit.ts";
import { handlerAs, sending } from "../guest-handler.test-kit.ts";
import { request } from "../served-world.test-kit.ts";

const NOBODY = "01900000-0000-7000-8000-000000000000";

let world: RestoreWorld;
let operator: HttpHandler;
let answered: ReturnType<typeof answersOf>;

beforeAll(async () => {
  world = await openRestoreWorld();
  answered = answersOf(world.platform);
  const guest = { role: "operator", environments: null, importRoot: "/nowhere" } as const;
  operator = handlerAs(world.platform, { ...guest, workspace: "restores" });
}, 60_000);

afterAll(async () => {
  await world.close();
});

const baseOf = ({ workspaceId, environmentId }: RestorePlace): string =>
  `/api/v1/workspaces/${workspaceId}/environments/${environmentId}`;

const post = (path: string, body: unknown, headers = {}) =>
  operator(sending("POST", path, { body, headers }));

async function nameOf(place: RestorePlace): Promise<string> {
  return (await findEnvironment(world.platform.database, place))?.name ?? "";
}

describe("restores over the API", () => {
  test("a plan says what would be written, and writes nothing", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const path = `${baseOf(place)}/restores:plan`;
    const { snapshotId } = place;
    const plan = await answered("planRestore", await post(path, { snapshot_id: snapshotId }));
    expect(plan).toMatchObject({
      identity: "proven",
      summary: { would_write: 2, not_attempted: 0, as_wanted_already: 1 },
    });
    expect(await listRestores(world.platform.database, place)).toEqual([]);
    const some = await post(path, { snapshot_id: snapshotId, names: ["Win - Gone"] });
    expect((await answered("planRestore", some))["items"]).toHaveLength(1);
    const [gone] = plan["items"] as readonly { type: string; item_key: string; name: string }[];
    const items = [{ type: gone?.type, item_key: gone?.item_key }];
    const one = await post(path, { snapshot_id: snapshotId, items });
    expect((await answered("planRestore", one))["items"]).toMatchObject([{ name: gone?.name }]);
    for (const [body, pointer] of [
      [{ snapshot_id: NOBODY }, "/snapshot_id"],
      [{ snapshot_id: "x" }, "/snapshot_id"],
      [{ snapshot_id: snapshotId, names: ["None such"] }, "/names"],
      [{ snapshot_id: snapshotId, ca_state: "on" }, "/ca_state"],
      [{}, "/snapshot_id"],
    ] as const) {
      expect(await refusalIn(await post(path, body))).toMatchObject({
        status: 422,
        errors: [{ pointer }],
      });
    }
  });

  test("a restore starts only where the environment is named, once by one key, and leaves its journal", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const path = `${baseOf(place)}/restores`;
    const wrong = { snapshot_id: place.snapshotId, confirm_environment: "Another" };
    expect(await refusalIn(await post(path, wrong))).toMatchObject({
      status: 422,
      errors: [{ pointer: "/confirm_environment" }],
    });
    const body = { ...wrong, confirm_environment: await nameOf(place), reason: "drift" };
    const key = { "idempotency-key": crypto.randomUUID() };
    const started = await post(path, body, key);
    expect(started.status).toBe(202);
    expect(started.headers.get("location")).toMatch(/\/runs\/[0-9a-f-]{36}$/);
    const { id } = (await started.json()) as { id: string };
    const again = await post(path, body, key);
    expect([again.status, ((await again.json()) as { id: string }).id]).toEqual([202, id]);
    const worker = await world.platform.settled.work({ concurrency: 1 });
    try {
      await expect
        .poll(
          async () =>
            (await operator(request(`/api/v1/workspaces/${place.workspaceId}/runs/${id}`))).json(),
          {
            timeout: 20_000,
          },
        )
        .toMatchObject({ status: "completed", outcome: "succeeded" });
    } finally {
      await worker.stop();
    }
    const list = await answered("listRestores", await operator(request(path)));
    expect(list["restores"]).toMatchObject([{ run_id: id, outcome: "succeeded" }]);
    const own = await answered("listRestores", await operator(request(`${path}?run=${id}`)));
    expect(own["restores"]).toEqual(list["restores"]);
    const none = await operator(request(`${path}?run=${NOBODY}`));
    expect((await answered("listRestores", none))["restores"]).toEqual([]);
    const [{ restore_id: restore }] = list["restores"] as [{ restore_id: string }];
    const shown = await answered("showRestore", await operator(request(`${path}/${restore}`)));
    expect(shown["items"]).toHaveLength(3);
    const first = await operator(request(`${path}/${restore}/journal?limit=1`));
    const page = await answered("listRestoreJournal", first);
    expect(page["attempts"]).toMatchObject([{ no: 1 }]);
    const second = await answered(
      "listRestoreJournal",
      await operator(request(String(page["next"]))),
    );
    expect(second).toMatchObject({ attempts: [{ no: 2 }], next: null });
    const log = await operator(
      request(`/api/v1/workspaces/${place.workspaceId}/audit?target=${id}`),
    );
    expect(await log.json()).toMatchObject({
      entries: [{ action: "run.start", reason: "drift", actor: { name: "Some operator" } }],
    });
    const resumed = await post(`${path}/${restore}:resume`, {
      confirm_environment: await nameOf(place),
    });
    expect(resumed.status).toBe(202);
    const unknown = await post(`${path}/${NOBODY}:resume`, {
      confirm_environment: await nameOf(place),
    });
    expect(unknown.status).toBe(404);
  });
});
