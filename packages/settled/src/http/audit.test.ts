import { describe, expect, test } from "vitest";
import type { AccessPolicy, AccessReach } from "../ports/access-policy.ts";
import type { Initiator } from "../run/actor.ts";
import { safeText } from "../run/safe-text.ts";
import {
  act,
  API,
  CONTOSO,
  FABRIKAM,
  get,
  MARIA,
  members,
  NORTH,
  openTestDesk,
  post,
  problemIn,
  START,
} from "./http.test-kit.ts";

const AUDIT = `${API}/audit`;

/** Members of `north` who see what was done in one environment alone. */
function ofContoso(): AccessPolicy {
  return {
    async check(_actor, _capability, { workspaceId, environmentId }) {
      return {
        kind: workspaceId === "north" && environmentId === "contoso" ? "allowed" : "hidden",
      };
    },
    async reach(_actor, _capability, workspaceId) {
      return workspaceId === "north"
        ? { kind: "environments", environmentIds: [CONTOSO] }
        : { kind: "hidden" };
    },
  };
}

async function entriesOf(response: Response): Promise<readonly Record<string, unknown>[]> {
  expect(response.status).toBe(200);
  return ((await response.json()) as { entries: Record<string, unknown>[] }).entries;
}

describe("GET /audit", () => {
  test("a start and a cancel are found by the ids of their requests, with who did it and why", async () => {
    const desk = openTestDesk();
    const handle = desk.handler();
    const started = await handle(
      post(START, { environment_id: "contoso", input: {} }, { "x-request-id": "start-1" }),
    );
    const run = (await started.json()) as { id: string; initiator: unknown };
    expect(run.initiator).toEqual({ kind: "user", id: "u1", name: "Maria Lang" });
    const place = { workspaceId: NORTH, id: run.id } as Parameters<typeof act>[0];
    await desk.clock.advance(10);
    await handle(
      act(
        place,
        "cancel",
        { reason: "asked twice" },
        {
          "x-request-id": "cancel-1",
          "sec-fetch-site": "same-origin",
        },
      ),
    );
    const entries = await entriesOf(await handle(get(AUDIT)));
    expect(entries).toMatchObject([
      {
        action: "run.cancel",
        actor: { kind: "user", id: "u1", name: "Maria Lang" },
        via: "console",
        request_id: "cancel-1",
        reason: "asked twice",
        environment_id: "contoso",
        target: {
          type: "operation_run",
          id: run.id,
          name: "Environment review",
          href: `/workspaces/north/runs/${run.id}`,
        },
        detail: { status: "completed", outcome: "cancelled" },
      },
      { action: "run.start", via: "api", request_id: "start-1", reason: null },
    ]);
    const events = (await (await handle(get(`${API}/runs/${run.id}/events`))).json()) as {
      events: Record<string, unknown>[];
    };
    expect(events.events.map(({ request_id }) => request_id)).toEqual([
      "start-1",
      "start-1",
      "cancel-1",
    ]);
    expect(events.events[0]?.["actor"]).toEqual({ kind: "user", id: "u1", name: "Maria Lang" });
  });

  test("pages follow each other by the Link header, each entry once", async () => {
    const desk = openTestDesk();
    for (let made = 0; made < 5; made += 1) await desk.start();
    const handle = desk.handler();
    const seen: unknown[] = [];
    let next: string | null = `${AUDIT}?limit=2`;
    while (next !== null) {
      const response = await handle(get(next));
      const page = (await response.clone().json()) as { next: string | null };
      seen.push(...(await entriesOf(response)).map(({ sequence }) => sequence));
      expect(response.headers.get("link")).toBe(
        page.next === null ? null : `<${page.next}>; rel="next"`,
      );
      ({ next } = page);
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  test("who reaches one environment sees that one's alone, and the others are as if absent", async () => {
    const desk = openTestDesk();
    await desk.start({ environmentId: CONTOSO });
    await desk.start({ environmentId: FABRIKAM });
    await desk.start({ environmentId: null });
    const handle = desk.handler({ policy: ofContoso() });
    const entries = await entriesOf(await handle(get(AUDIT)));
    expect(entries.map(({ environment_id }) => environment_id)).toEqual(["contoso"]);
    const absent = await problemIn(await handle(get(`${AUDIT}?environment=nobody`)));
    expect(absent.status).toBe(404);
    expect(await problemIn(await handle(get(`${AUDIT}?environment=fabrikam`)))).toEqual(absent);
    expect(await problemIn(await handle(get("/api/v1/workspaces/south/audit")))).toEqual(absent);
    const file = await handle(get(`${AUDIT}:export?format=ndjson`));
    expect((await file.text()).trim().split("\n")).toHaveLength(1);
  });

  test("without the capability it is forbidden, whatever the query holds", async () => {
    const desk = openTestDesk();
    const policy = members({ "audit.view": { kind: "forbidden", capability: "audit.view" } });
    const handle = desk.handler({ policy });
    for (const path of [
      AUDIT,
      `${AUDIT}?nonsense=1`,
      `${AUDIT}:export`,
      `${AUDIT}:export?format=x`,
    ]) {
      const { status, body } = await problemIn(await handle(get(path)));
      expect([path, status, body["capability"]]).toEqual([path, 403, "audit.view"]);
    }
  });

  test("a parameter that is unknown, doubled or malformed is named", async () => {
    const handle = openTestDesk().handler();
    for (const [query, parameter] of [
      ["who=maria", "who"],
      ["limit=0", "limit"],
      ["limit=201", "limit"],
      ["limit=1&limit=2", "limit"],
      ["since=2026-02-30", "since"],
      ["until=yesterday", "until"],
      ["action=Drop%20Table", "action"],
      ["cursor=AAAA", "cursor"],
      ["cursor=%27", "cursor"],
      [`environment=${encodeURIComponent("a b\u0000")}`, "environment"],
    ]) {
      const { status, body } = await problemIn(await handle(get(`${AUDIT}?${query}`)));
      expect([query, status, body["code"]]).toEqual([query, 400, "invalid_query"]);
      expect(body["errors"]).toMatchObject([{ parameter }]);
    }
  });
});

describe("GET /audit:export", () => {
  test("no cell of the CSV is a formula, and the file is to be kept, not shown", async () => {
    const desk = openTestDesk();
    const run = await desk.start({
      initiator: { kind: "user", id: "=1+1", name: '=HYPERLINK("http://evil.example")' },
    });
    await desk.settled.cancel(
      { workspaceId: NORTH, id: run.id, because: safeText('@SUM(1,2) "quoted"\nsecond line') },
      { kind: "user", id: "+1", name: "-1" },
    );
    const response = await desk.handler()(get(`${AUDIT}:export?format=csv`));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="audit.csv"');
    const text = await response.text();
    const [head] = text.split("\r\n");
    expect(head).toContain('"sequence","at","actor_kind"');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text).toContain(`"'@SUM(1,2) ""quoted""`);
    for (const sign of ["=", "+", "-", "@"]) expect(text).not.toContain(`"${sign}`);
  });

  test("everything is in it, however many pages it takes", async () => {
    const desk = openTestDesk();
    for (let made = 0; made < 450; made += 1) await desk.start();
    const response = await desk.handler()(get(`${AUDIT}:export?format=ndjson&action=run.start`));
    const lines = (await response.text()).trim().split("\n");
    const sequences = lines.map((line) => (JSON.parse(line) as { sequence: string }).sequence);
    expect(new Set(sequences).size).toBe(450);
  });

  test.each<[string, (access: { actor: Initiator | null; policy: AccessPolicy }) => void]>([
    ["is signed out", (access) => (access.actor = null)],
    ["loses access", (access) => (access.policy = members({ "audit.view": { kind: "hidden" } }))],
  ])("who %s while they read is cut off, and makes room", async (_what, change) => {
    const desk = openTestDesk();
    for (let made = 0; made < 450; made += 1) await desk.start();
    const access = { actor: MARIA as Initiator | null, policy: members() };
    const handle = desk.handler({
      exportsMax: 1,
      resolveActor: () => Promise.resolve(access.actor),
      policy: { check: (...asked) => access.policy.check(...asked) },
    });
    const answer = await handle(get(`${AUDIT}:export`));
    const before = { ...access };
    change(access);
    await expect(answer.text()).rejects.toThrow("may not go on");
    Object.assign(access, before);
    expect((await handle(get(`${AUDIT}:export`))).status).toBe(200);
  });

  test("who sees less while they read is cut off, and takes no part for the whole", async () => {
    const desk = openTestDesk();
    for (let made = 0; made < 450; made += 1) await desk.start();
    let reach: AccessReach = { kind: "workspace" };
    const policy = { ...members(), reach: () => Promise.resolve(reach) };
    const answer = await desk.handler({ policy })(get(`${AUDIT}:export`));
    reach = { kind: "environments", environmentIds: [CONTOSO] };
    await expect(answer.text()).rejects.toThrow("may not go on");
  });

  test("an address that only begins alike is none", async () => {
    const handle = openTestDesk().handler();
    for (const path of [`${AUDIT}x`, `${AUDIT}:`, `${AUDIT}:exports`, `${AUDIT}:export/x`]) {
      const { status, body } = await problemIn(await handle(get(path)));
      expect([path, status, body["code"]]).toEqual([path, 404, "unknown_route"]);
    }
  });
});
