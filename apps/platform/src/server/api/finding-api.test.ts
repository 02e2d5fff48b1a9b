import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listRecentSnapshots } from "../../store/snapshot-store.ts";
import { answersOf, refusalIn } from "./expect-answer.test-kit.ts";
import {
  CONTOSO,
  FOREIGN,
  openServedWorld,
  pathOf,
  type ServedWorld,
} from "../served-world.test-kit.ts";

const NORTH = "/api/v1/workspaces/north";
const OWN = `/api/v1${pathOf(CONTOSO)}`;
const NOBODY = "01900000-0000-7000-8000-000000000000";

let world: ServedWorld;
let answered: ReturnType<typeof answersOf>;
/** The snapshot before "Added later" was added. */
let earlier: string;

beforeAll(async () => {
  world = await openServedWorld();
  answered = answersOf(world.platform);
  earlier = (await listRecentSnapshots(world.platform.database, CONTOSO)).at(-1)?.snapshotId ?? "";
});

afterAll(async () => {
  await world.close();
});

async function released(name: string): Promise<string> {
  const body = { name, snapshot_of: "contoso", snapshot_id: earlier };
  const answer = await world.send("POST", `${NORTH}/baselines`, { body });
  return String((await answered("releaseBaseline", answer, 201))["baseline_id"]);
}

async function actions(query: string): Promise<readonly Record<string, unknown>[]> {
  const answer = await world.get(`${NORTH}/audit?${query}`);
  return ((await answer.json()) as { entries: Record<string, unknown>[] }).entries;
}

describe("baselines", () => {
  test("a version is released from a snapshot, then the next one, and neither changes", async () => {
    const id = await released("House rules");
    expect(await released("House rules")).toBe(id);
    const path = `${NORTH}/baselines/${id}`;
    expect(await answered("listBaselines", await world.get(`${NORTH}/baselines`))).toMatchObject({
      baselines: [{ name: "House rules", version: 2, released_by: "Owner" }],
      next: null,
    });
    const first = await answered(
      "listBaselineVersions",
      await world.get(`${path}/versions?limit=1`),
    );
    expect(first["versions"]).toMatchObject([{ version: 2 }]);
    const next = await answered("listBaselineVersions", await world.get(String(first["next"])));
    expect(next).toMatchObject({ versions: [{ version: 1 }], next: null });
    expect(await answered("showBaseline", await world.get(path))).toMatchObject({ version: 2 });
    const old = await answered("showBaselineVersion", await world.get(`${path}/versions/1`));
    expect(old["entries"]).toHaveLength(2);
    for (const absent of [
      `${path}/versions/3`,
      `${path}/versions/0x1`,
      `${NORTH}/baselines/${NOBODY}`,
    ]) {
      expect((await world.get(absent)).status).toBe(404);
    }
    const log = await actions(`action=baseline.release&target=${id}`);
    expect(log).toMatchObject([{ detail: { version: 2 } }, { detail: { version: 1 } }]);
  });

  test("nothing is released from what is not there, and nothing of it is kept", async () => {
    const { environmentId: foreign } = FOREIGN;
    for (const [body, pointer] of [
      [{ name: "X", snapshot_of: "fabrikam" }, "/snapshot_of"],
      [{ name: "X", snapshot_of: "nobody" }, "/snapshot_of"],
      [{ name: "X", snapshot_of: foreign, snapshot_id: NOBODY }, "/snapshot_of"],
      [{ name: " ", snapshot_of: "contoso" }, "/name"],
      [{ name: "X", snapshot_of: "contoso", mode: "loose" }, "/mode"],
      [{ name: "X", snapshot_of: "contoso", owner: 1 }, "/owner"],
    ] as const) {
      const answer = await world.send("POST", `${NORTH}/baselines`, { body });
      expect(await refusalIn(answer)).toMatchObject({ status: 422, errors: [{ pointer }] });
    }
    expect(await actions("target=X")).toEqual([]);
  });

  test("an entry is pinned to a policy that was seen, and unpinned", async () => {
    const id = await released("Pinned rules");
    const path = `${OWN}/baselines/${id}/pins`;
    const provider = "00000000-0000-4000-8000-000000000009";
    const put = (body: unknown) => world.send("PUT", path, { body });
    const pinned = await put({ policy: "Win - Encryption", provider_id: provider });
    const { pins } = await answered("putPin", pinned);
    expect(pins).toMatchObject([{ provider_id: provider, pinned_by: "Owner" }]);
    expect(await answered("listPins", await world.get(path))).toEqual({ pins });
    for (const [body, pointer] of [
      [{ policy: "No such policy", provider_id: provider }, "/policy"],
      [{ policy: "Win - Encryption", provider_id: NOBODY }, "/provider_id"],
      [{ policy: "Win - Encryption" }, "/provider_id"],
    ] as const) {
      expect(await refusalIn(await put(body))).toMatchObject({
        status: 422,
        errors: [{ pointer }],
      });
    }
    const [{ type, match_key }] = pins as [{ type: string; match_key: string }];
    const query = new URLSearchParams({ type, match_key }).toString();
    const removed = await world.send("DELETE", `${path}?${query}`);
    expect(await answered("removePin", removed)).toEqual({ pins: [] });
    expect((await world.send("DELETE", `${path}?${query}`)).status).toBe(404);
    const log = await actions(`target=${id}`);
    expect(log.map(({ action }) => action)).toEqual([
      "baseline.unpin",
      "baseline.pin",
      "baseline.release",
    ]);
  });
});

describe("findings", () => {
  test("are listed against a baseline, narrowed, decided about, and the decision is found again", async () => {
    const baseline = await released("Compared rules");
    const list = `${OWN}/findings?baseline=${baseline}`;
    const all = await answered("listFindings", await world.get(list));
    expect(all).toMatchObject({ baseline: { name: "Compared rules", version: 1 } });
    const [{ finding_key: key, kind }] = all["findings"] as [{ finding_key: string; kind: string }];
    const some = await answered("listFindings", await world.get(`${list}&kind=${kind}`));
    expect(some["findings"]).toMatchObject([{ finding_key: key, kind, decision: null }]);
    expect(Number(some["total"])).toBeLessThan(Number(all["total"]));
    const path = `${OWN}/findings/${key}`;
    const body = { disposition: "accepted", reason: "  a pilot  ", baseline_id: baseline };
    const decide = (changes: object, headers = {}) =>
      world.send("POST", `${path}/dispositions`, { body: { ...body, ...changes }, headers });
    const once = { "idempotency-key": "decide-1" };
    const decision = await answered("decideFinding", await decide({}, once), 201);
    expect(decision).toMatchObject({ disposition: "accepted", reason: "a pilot", actor: "Owner" });
    expect((await decide({}, once)).headers.get("idempotency-replayed")).toBe("true");
    expect((await decide({ reason: "other" }, once)).status).toBe(422);
    await answered("decideFinding", await decide({ disposition: "to_fix" }), 201);
    const shown = await answered("showFinding", await world.get(`${path}?baseline=${baseline}`));
    expect(shown).toMatchObject({ finding_key: key, decision: { disposition: "to_fix" } });
    const history = await answered("listDispositions", await world.get(`${path}/dispositions`));
    expect(history["dispositions"]).toMatchObject([
      { disposition: "to_fix", baseline_id: baseline },
      { disposition: "accepted" },
    ]);
    const open = await answered("listFindings", await world.get(`${list}&disposition=new`));
    expect(open["total"]).toBe(Number(all["total"]) - 1);
    expect(await actions(`target=${encodeURIComponent(key)}`)).toMatchObject([
      { action: "finding.decide", detail: { before: "accepted", disposition: "to_fix" } },
      { action: "finding.decide", detail: { before: "new" }, reason: "a pilot" },
    ]);
    const past = await refusalIn(await decide({ expires_at: "2020-01-01T00:00:00Z" }));
    expect(past).toMatchObject({ status: 422, errors: [{ pointer: "/expires_at" }] });
    expect((await decide({ baseline_id: NOBODY })).status).toBe(422);
    const unknown = `${OWN}/findings/${"0".repeat(64)}/dispositions`;
    expect((await world.send("POST", unknown, { body })).status).toBe(404);
  });

  test("are paged, each once, and a place where nothing was captured says so", async () => {
    const baseline = await released("Paged rules");
    const seen: string[] = [];
    let next: unknown = `${OWN}/findings?baseline=${baseline}&limit=1`;
    while (typeof next === "string") {
      const page = await answered("listFindings", await world.get(next));
      seen.push(...(page["findings"] as { finding_key: string }[]).map((one) => one.finding_key));
      next = page["next"];
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
    const empty = await refusalIn(await world.get(`${NORTH}/environments/fabrikam/findings`));
    expect(empty).toMatchObject({ status: 409, reason: "no_such_snapshot" });
    const absent = await refusalIn(await world.get(`${OWN}/findings?baseline=${NOBODY}`));
    expect(absent).toMatchObject({ status: 409, reason: "no_such_baseline" });
  });
});
