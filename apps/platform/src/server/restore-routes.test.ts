import type { HttpHandler } from "settled/http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { driftedPlace } from "../restore/drifted-place.test-kit.ts";
import {
  openRestoreWorld,
  type RestorePlace,
  restored,
  type RestoreWorld,
} from "../restore/restore-world.test-kit.ts";
import { listRestores } from "../store/restore-store.ts";
import { openAsServer } from "./as-server.test-kit.ts";
import type { Platform } from "../platform.ts";
import { createPlatformHandler } from "./platform-handler.ts";

const TOKEN = "owner-token-of-the-tests";
const HOST = "https://platform.example";

let world: RestoreWorld;
let served: Platform;
let handle: HttpHandler;

beforeAll(async () => {
  world = await openRestoreWorld();
  served = openAsServer(world.platform);
  handle = createPlatformHandler({ platform: served, token: TOKEN });
}, 60_000);

afterAll(async () => {
  await served.close();
  await world.close();
});

const get = (path: string): Promise<Response> =>
  handle(new Request(`${HOST}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } }));

const baseOf = ({ workspaceId, environmentId }: RestorePlace): string =>
  `/workspaces/${workspaceId}/environments/${environmentId}`;

async function restoreOf(place: RestorePlace): Promise<{ id: string; runId: string }> {
  const { id: runId } = await restored(world, place);
  const [newest] = await listRestores(world.platform.database, place);
  return { id: newest?.restoreId ?? "none", runId };
}

describe("restores on the web", () => {
  test("a restore shows its plan, what was really written, and every request for it", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const { id, runId } = await restoreOf(place);
    const shown = await (await get(`/api/v1${baseOf(place)}/restores/${id}`)).json();
    expect(shown).toMatchObject({
      restore_id: id,
      run_id: runId,
      outcome: "succeeded",
      sentence: "2 of 2 written. Nothing else was changed.",
      items: [
        {
          name: "Win - Changed",
          action: "update",
          truth: "applied",
          why: "read back and as wanted",
        },
        { name: "Win - Gone", action: "create", truth: "applied" },
        { name: "Win - Kept", action: "skip", truth: "as_wanted", reason: "as_wanted" },
      ],
      attempts: [
        { no: 1, item_no: 1, step: "update", outcome: "verified" },
        { no: 2, item_no: 2, step: "create", outcome: "verified" },
      ],
    });
  });

  test("an environment lists its restores", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const before = await (await get(`/api/v1${baseOf(place)}/restores`)).json();
    expect(before).toEqual({ restores: [], next: null });
    const { id } = await restoreOf(place);
    const listed = await (await get(`/api/v1${baseOf(place)}/restores`)).json();
    expect(listed).toMatchObject({ restores: [{ restore_id: id, summary: { written: 2 } }] });
  });

  test("a restore of another environment, or none, is not there", async () => {
    await using folder = await temporaryFolder();
    await using otherFolder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const other = await driftedPlace(world, otherFolder.root);
    const { id } = await restoreOf(place);
    for (const path of [
      `${baseOf(other)}/restores/${id}`,
      `${baseOf(place)}/restores/00000000-0000-4000-8000-000000000000`,
      `${baseOf(place)}/restores/x'%20or%201=1`,
    ]) {
      expect([path, (await get(`/api/v1${path}`)).status]).toEqual([path, 404]);
    }
  });

  test("the link that a run gives to its restore leads to its page in the console", async () => {
    await using folder = await temporaryFolder();
    const place = await driftedPlace(world, folder.root);
    const { id, runId } = await restoreOf(place);
    const path = `/workspaces/${place.workspaceId}/runs/${runId}`;
    const run = (await (await get(`/api/v1${path}`)).json()) as { artifact: { href: string } };
    expect(run.artifact.href).toBe(`/console${baseOf(place)}/restores/${id}`);
    expect((await get(run.artifact.href)).status).toBe(200);
  });
});
