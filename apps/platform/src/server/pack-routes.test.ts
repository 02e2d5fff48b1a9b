import { reasonOf } from "settled";
import type { HttpHandler } from "settled/http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256Of } from "../pack/pack-file.ts";
import { openPackWorld, type PackWorld, type ReviewPlace } from "../pack/pack-world.test-kit.ts";
import { PACK_PROFILES } from "../pack/pack-profile.ts";
import type { ReviewPack } from "../pack/review-pack.ts";
import { retractReview } from "../review/retract-review.ts";
import { listPackFiles, listPacks, revokePack } from "../store/pack-store.ts";
import { openAsServer } from "./as-server.test-kit.ts";
import type { Platform } from "../platform.ts";
import { createPlatformHandler } from "./platform-handler.ts";

const TOKEN = "owner-token-of-the-tests";
const HOST = "https://platform.example";

let world: PackWorld;
let served: Platform;
let handle: HttpHandler;

beforeAll(async () => {
  world = await openPackWorld();
  served = openAsServer(world.platform);
  handle = createPlatformHandler({ platform: served, token: TOKEN });
});

afterAll(async () => {
  await served.close();
  await world.close();
});

async function rendered(workspace = "north"): Promise<{
  place: ReviewPlace;
  packs: readonly ReviewPack[];
  base: string;
}> {
  const place = await world.newReview(workspace);
  const run = await world.start(place, PACK_PROFILES);
  const worker = await world.platform.settled.work({ concurrency: 1 });
  const ended = await world.completed(run);
  await worker.stop();
  expect(reasonOf(ended.context)).toBe("packs_ready");
  const base = `/workspaces/${place.workspaceId}/environments/${place.environmentId}`;
  return { place, packs: await listPacks(world.platform.database, place), base };
}

const get = (path: string): Promise<Response> =>
  handle(new Request(`${HOST}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } }));

const spoilBlob = `update platform.blobs set bytes = '\\x00' where workspace_id = $1 and hash = $2`;

describe("packs on the web", () => {
  test("every file comes whole, with its length and hash, to be kept and not shown", async () => {
    const { place, packs, base } = await rendered();
    const ids = packs.map(({ packId }) => packId);
    const files = await listPackFiles(world.platform.database, place, ids);
    for (const [packId, list] of files) {
      for (const file of list) {
        const answer = await get(`/api/v1${base}/packs/${packId}/files/${file.path}`);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        expect(answer.status).toBe(200);
        expect(sha256Of(bytes)).toBe(file.sha256);
        expect(answer.headers.get("content-length")).toBe(String(file.bytes));
        expect(answer.headers.get("content-disposition")).toMatch(
          /^attachment; filename="[\w.-]+"$/,
        );
        expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
        expect(answer.headers.get("content-security-policy")).toContain("sandbox");
      }
    }
  });

  test("the packs and their readiness are shown, and whether a newer review stands", async () => {
    const { place, packs, base } = await rendered();
    const [pack] = packs;
    const listed = await (await get(`/api/v1${base}/packs`)).json();
    expect(listed).toMatchObject({ packs: [{}, {}, {}] });
    const ready = await (await get(`/api/v1${base}/reviews/${place.reviewId}/packs`)).json();
    expect(ready).toMatchObject({
      profiles: PACK_PROFILES.map((profile) => ({ profile, state: "ready", stale: false })),
    });
    const shown = await (await get(`/api/v1${base}/packs/${pack?.packId}`)).json();
    expect(shown).toMatchObject({ status: "ready", stale: false, delivery: "open", revoked: null });
    await world.replaceReview(place);
    const later = await (await get(`/api/v1${base}/packs/${pack?.packId}`)).json();
    expect(later).toMatchObject({ status: "ready", stale: true, delivery: "open" });
  });

  test("the run leads to the page of its set in the console", async () => {
    const { place, base } = await rendered();
    const runs = await (await get(`/api/v1/workspaces/${place.workspaceId}/runs`)).json();
    const { id } = (runs as { runs: { id: string }[] }).runs[0] ?? { id: "" };
    const run = await (await get(`/api/v1/workspaces/${place.workspaceId}/runs/${id}`)).json();
    const { artifact } = run as { artifact: { href: string } };
    expect(artifact.href).toContain(`/console${base}/pack-sets/`);
    expect((await get(artifact.href)).status).toBe(200);
    const set = await (await get(artifact.href.replace("/console", "/api/v1"))).json();
    expect(set).toMatchObject({
      members: PACK_PROFILES.toSorted().map((profile) => ({ profile })),
    });
  });

  test("a pack that was taken back is gone, and says by whom and why", async () => {
    const { place, packs, base } = await rendered();
    const packId = packs[0]?.packId ?? "";
    const revocation = { packId, by: "Maria", reason: "sent to the wrong person" };
    await revokePack(world.platform.database, place, revocation);
    const answer = await get(`/api/v1${base}/packs/${packId}/files/zip`);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({
      code: "gone",
      detail: "Maria took this pack back: sent to the wrong person",
    });
    expect((await get(`${base}/packs/${packId}/files/zip`)).status).toBe(410);
    expect(await (await get(`/api/v1${base}/packs/${packId}`)).json()).toMatchObject({
      status: "revoked",
      revoked: { by: "Maria", reason: "sent to the wrong person" },
    });
  });

  test("the packs of a withdrawn review are not given out", async () => {
    const { place, packs, base } = await rendered();
    const { reviewId } = place;
    const retraction = { reviewId, became: "withdrawn", actor: "Maria", reason: "wrong" } as const;
    await retractReview(world.platform.database, place, retraction);
    expect((await get(`/api/v1${base}/packs/${packs[0]?.packId}/files/zip`)).status).toBe(410);
    const ready = await (await get(`/api/v1${base}/reviews/${reviewId}/packs`)).json();
    expect(ready).toMatchObject({
      profiles: [{ state: "review_withheld", pack_id: null }, {}, {}],
    });
  });

  test("a file whose bytes were changed is not given out, and no new pack is made of such bytes", async () => {
    const { place, packs, base } = await rendered("spoilt");
    const packId = packs[0]?.packId ?? "";
    const files = (await listPackFiles(world.platform.database, place, [packId])).get(packId) ?? [];
    const [file] = files;
    const values = [place.workspaceId, `packfile1:${file?.sha256}`];
    await world.platform.database.executeSql(spoilBlob, values);
    const answer = await get(`/api/v1${base}/packs/${packId}/files/${file?.path}`);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ title: "This file is damaged" });
    await revokePack(world.platform.database, place, { packId, by: "Maria", reason: "damaged" });
    const run = await world.start(place, [packs[0]?.profile ?? "executive"]);
    const worker = await world.platform.settled.work({ concurrency: 1 });
    const ended = await world.completed(run);
    await worker.stop();
    expect([ended.outcome, reasonOf(ended.context)]).toEqual([
      "attention_required",
      "pack_untrustworthy",
    ]);
    const standing = (await listPacks(world.platform.database, place)).filter(
      (pack) => pack.profile === packs[0]?.profile && pack.standing.status === "ready",
    );
    expect(standing).toEqual([]);
  });

  test("what does not exist, or stands elsewhere, is not there", async () => {
    const { packs, base } = await rendered();
    const other = await rendered();
    const packId = packs[0]?.packId ?? "";
    for (const path of [
      `${base}/packs/${other.packs[0]?.packId}`,
      `${base}/packs/${other.packs[0]?.packId}/files/zip`,
      `${base}/packs/no-id`,
      `${base}/packs/${packId}/files/manifest.jso`,
      `${base}/packs/${packId}/files/..%2F..%2Fetc%2Fpasswd`,
      `${base}/pack-sets/${packId}`,
      `${base}/reviews/${packId}/packs`,
      `/workspaces/south/environments/x/packs/${packId}`,
    ]) {
      expect([path, (await get(`/api/v1${path}`)).status]).toEqual([path, 404]);
      if (path.includes("/files/")) expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});
