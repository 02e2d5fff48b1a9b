import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answersOf, refusalIn } from "./expect-answer.test-kit.ts";
import {
  CONTOSO,
  FABRIKAM,
  openServedWorld,
  pathOf,
  request,
  type ServedWorld,
  sightOf,
} from "../served-world.test-kit.ts";
import { sending } from "../guest-handler.test-kit.ts";

const NORTH = "/api/v1/workspaces/north";
const OWN = `/api/v1${pathOf(CONTOSO)}`;
const NOBODY = "01900000-0000-7000-8000-000000000000";

let world: ServedWorld;
let answered: ReturnType<typeof answersOf>;

beforeAll(async () => {
  world = await openServedWorld();
  answered = answersOf(world.platform);
});

afterAll(async () => {
  await world.close();
});

async function lastAction(): Promise<Record<string, unknown>> {
  const answer = await world.get(`${NORTH}/audit?limit=1`);
  const { entries } = (await answer.json()) as { entries: Record<string, unknown>[] };
  return entries[0] ?? {};
}

describe("environments", () => {
  test("are listed page by page by name, with how each stands, and one is shown with its tag", async () => {
    const first = await answered(
      "listEnvironments",
      await world.get(`${NORTH}/environments?limit=1`),
    );
    expect(first["environments"]).toMatchObject([
      {
        id: "contoso",
        state: "active",
        provider: { kind: "folder" },
        review: { sequence: 2, areas: [] },
        restore: null,
      },
    ]);
    const next = await answered("listEnvironments", await world.get(String(first["next"])));
    expect(next).toMatchObject({
      environments: [{ id: "fabrikam", snapshot: null, review: null }],
      next: null,
    });
    const shown = await world.get(OWN);
    expect(shown.headers.get("etag")).toMatch(/^"[0-9a-f]+"$/);
    expect(JSON.stringify(await answered("showEnvironment", shown))).not.toContain(
      world.importRoot,
    );
  });

  test("one is made without a provider, once however often it is sent, and the log tells who did it", async () => {
    const sent = {
      body: { id: "tailspin", name: "Tailspin", reason: "new customer" },
      headers: { "idempotency-key": "make-tailspin", "x-request-id": "make-1" },
    };
    const made = await world.send("POST", `${NORTH}/environments`, sent);
    expect(made.headers.get("location")).toBe(`${NORTH}/environments/tailspin`);
    expect(await answered("createEnvironment", made, 201)).toMatchObject({
      id: "tailspin",
      provider: { kind: "none", is_pinned: false },
    });
    const again = await world.send("POST", `${NORTH}/environments`, sent);
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    const keyless = await world.send("POST", `${NORTH}/environments`, { body: sent.body });
    expect(await refusalIn(keyless)).toMatchObject({ status: 409, reason: "environment_exists" });
    expect(await lastAction()).toMatchObject({
      action: "environment.create",
      actor: { kind: "operator", name: "Owner" },
      target: { type: "environment", id: "tailspin", name: "Tailspin" },
      environment_id: "tailspin",
      reason: "new customer",
      request_id: "make-1",
    });
    const capture = await world.send(
      "POST",
      `${NORTH}/operations/environment.snapshot.capture/runs`,
      {
        body: { environment_id: "tailspin" },
      },
    );
    expect(await world.settle(capture)).toMatchObject({
      outcome: "blocked",
      context: { reason: "no_provider" },
    });
  });

  test("a folder is an owner's to name, and lies below the import root in truth", async () => {
    await mkdir(join(world.importRoot, "tailspin-export"), { recursive: true });
    await symlink("/etc", join(world.importRoot, "way-out"));
    const make = (id: string, folder: string) =>
      world.send("POST", `${NORTH}/environments`, { body: { id, name: id, folder } });
    for (const folder of ["..", "../..", "/etc", "way-out", "none", ".", "a/../../etc"]) {
      expect([folder, await refusalIn(await make("other", folder))]).toEqual([
        folder,
        {
          status: 422,
          code: "refused_value",
          reason: undefined,
          errors: [{ pointer: "/folder", detail: "There is no such folder to import from." }],
        },
      ]);
    }
    const made = await answered("createEnvironment", await make("wired", "tailspin-export"), 201);
    expect(made).toMatchObject({ provider: { kind: "folder" } });
    const body = { id: "other", name: "Other", folder: "tailspin-export" };
    const operator = await world.as("operator")(sending("POST", `${NORTH}/environments`, { body }));
    expect(await operator.json()).toMatchObject({
      status: 403,
      capability: "environments.connect",
    });
    expect((await world.get(`${NORTH}/environments/other`)).status).toBe(404);
  });

  test("name and state are changed on the state that was seen, or not at all", async () => {
    const path = `/api/v1${pathOf(FABRIKAM)}`;
    const tag = (await world.get(path)).headers.get("etag") ?? "";
    const change = (body: unknown, headers = {}) => world.send("PATCH", path, { body, headers });
    const body = { state: "suspended", reason: "contract ended" };
    const changed = await change(body, { "if-match": tag });
    expect(await answered("changeEnvironment", changed)).toMatchObject({ state: "suspended" });
    expect(changed.headers.get("etag")).not.toBe(tag);
    const stale = await refusalIn(await change({ state: "active" }, { "if-match": tag }));
    expect(stale).toMatchObject({ status: 412, code: "stale_version" });
    expect((await world.get(path)).headers.get("etag")).toBe(changed.headers.get("etag"));
    expect(await lastAction()).toMatchObject({
      action: "environment.change",
      reason: "contract ended",
      detail: { from: { state: "active" }, to: { state: "suspended" } },
    });
    for (const wrong of [{}, { state: "gone" }, { name: "" }, { name: "a\nb" }, { id: "x" }, []]) {
      const { status, code } = await refusalIn(await change(wrong));
      expect([wrong, status, code]).toEqual([wrong, 422, "invalid_body"]);
    }
  });

  test("a change that cannot be written down is not made", async () => {
    const { database } = world.platform;
    const path = `/api/v1${pathOf(FABRIKAM)}`;
    const before = await sightOf(await world.get(path));
    await database.executeSql(
      "alter table settled.audit_entries add constraint never check (action <> 'environment.change') not valid",
    );
    try {
      const answer = await world.send("PATCH", path, { body: { name: "Renamed" } });
      expect(answer.status).toBeGreaterThanOrEqual(500);
    } finally {
      await database.executeSql("alter table settled.audit_entries drop constraint never");
    }
    expect(await sightOf(await world.get(path))).toEqual(before);
  });
});

describe("who sees what", () => {
  test("another workspace or environment is the same as none, byte for byte, for reading and writing", async () => {
    const guest = world.as("operator", ["contoso"]);
    const absent = await sightOf(await guest(request(`${NORTH}/environments/nobody`)));
    expect(absent.status).toBe(404);
    const fabrikam = `/api/v1${pathOf(FABRIKAM)}`;
    for (const path of [fabrikam, `${fabrikam}/findings`, `${fabrikam}/reviews?limit=x`]) {
      expect([path, await sightOf(await guest(request(path)))]).toEqual([path, absent]);
    }
    for (const base of [
      `${NORTH}/environments/nobody`,
      fabrikam,
      "/api/v1/workspaces/south/environments/contoso",
    ]) {
      for (const [method, verb] of [
        ["PATCH", ""],
        ["POST", `/reviews/${NOBODY}:withdraw`],
        ["POST", `/packs/${NOBODY}:publish`],
        ["POST", "/restores:plan"],
        ["POST", "/restores"],
        ["PUT", `/baselines/${NOBODY}/pins`],
      ] as const) {
        const answer = await guest(sending(method, `${base}${verb}`, { body: { nonsense: 1 } }));
        expect([method, base, verb, await sightOf(answer)]).toEqual([method, base, verb, absent]);
      }
    }
    const listed = (await (await guest(request(`${NORTH}/environments`))).json()) as {
      environments: { id: string }[];
    };
    expect(listed.environments.map(({ id }) => id)).toEqual(["contoso"]);
  });

  test("who may look may not act, and is told which capability is missing before anything else", async () => {
    const viewer = world.as("viewer");
    for (const [method, path, capability] of [
      ["POST", `${NORTH}/environments`, "environments.manage"],
      ["PATCH", OWN, "environments.manage"],
      ["POST", `${NORTH}/baselines`, "baselines.manage"],
      ["PUT", `${OWN}/baselines/${NOBODY}/pins`, "baselines.manage"],
      ["POST", `${OWN}/findings/${"0".repeat(64)}/dispositions`, "findings.decide"],
      ["POST", `${OWN}/reviews/${NOBODY}:withdraw`, "reviews.retract"],
      ["POST", `${OWN}/reviews/${NOBODY}:publish`, "reviews.publish"],
      ["POST", `${OWN}/packs/${NOBODY}:revoke`, "packs.revoke"],
      ["POST", `${OWN}/packs/${NOBODY}:unpublish`, "packs.publish"],
      ["POST", `${OWN}/restores:plan`, "restores.execute"],
      ["POST", `${OWN}/restores/${NOBODY}:resume`, "restores.execute"],
    ] as const) {
      const answer = await viewer(sending(method, path, { body: { nonsense: 1 } }));
      const { status, capability: missing } = (await answer.json()) as Record<string, unknown>;
      expect([method, path, status, missing]).toEqual([method, path, 403, capability]);
    }
  });
});

describe("snapshots", () => {
  test("are paged, shown, and their items listed by type and state", async () => {
    const first = await answered("listSnapshots", await world.get(`${OWN}/snapshots?limit=1`));
    const second = await answered("listSnapshots", await world.get(String(first["next"])));
    expect(second).toMatchObject({
      snapshots: [{ state: "sealed", coverage: { types: 2, complete: 0 } }],
      next: null,
    });
    const id = await world.newestSnapshot(CONTOSO);
    expect(await answered("showSnapshot", await world.get(`${OWN}/snapshots/${id}`))).toMatchObject(
      {
        id,
        intact: true,
        coverage: expect.arrayContaining([
          expect.objectContaining({ label: "Conditional access", status: "unlicensed" }),
        ]),
      },
    );
    const items = `${OWN}/snapshots/${id}/items`;
    const seen: unknown[] = [];
    let next: unknown = `${items}?limit=3`;
    while (typeof next === "string") {
      const page = await answered("listSnapshotItems", await world.get(next));
      seen.push(...(page["items"] as unknown[]));
      next = page["next"];
    }
    expect(new Set(seen.map((item) => JSON.stringify(item))).size).toBe(4);
    const unread = await answered(
      "listSnapshotItems",
      await world.get(`${items}?state=unreadable`),
    );
    expect(unread["items"]).toMatchObject([
      { label: "Settings catalog", meaning: expect.stringMatching(/\.$/) },
    ]);
    for (const query of ["state=gone", "limit=999", "cursor=%00", "who=me"]) {
      const { status, code } = await refusalIn(await world.get(`${items}?${query}`));
      expect([query, status, code]).toEqual([query, 400, "invalid_query"]);
    }
  });

  test("one that was changed after it was sealed is a line, and nothing of it is told", async () => {
    const id = await world.newestSnapshot(CONTOSO);
    const set = (from: string, to: string) =>
      world.platform.database.executeSql(
        "update platform.snapshot_items set content_hash = replace(content_hash, $2, $3) where snapshot_id = $1",
        [id, from, to],
      );
    await set(":", ":x");
    try {
      const told = await answered("showSnapshot", await world.get(`${OWN}/snapshots/${id}`));
      expect(told).toMatchObject({ id, intact: false, coverage: null, ignored: null });
    } finally {
      await set(":x", ":");
    }
    const again = await answered("showSnapshot", await world.get(`${OWN}/snapshots/${id}`));
    expect(again).toMatchObject({ intact: true });
  });
});
