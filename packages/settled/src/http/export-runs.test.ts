import { describe, expect, test } from "vitest";
import type { AccessReach } from "../ports/access-policy.ts";
import type { Initiator } from "../run/actor.ts";
import {
  API,
  CONTOSO,
  FABRIKAM,
  get,
  MARIA,
  members,
  openTestDesk,
  problemIn,
} from "./http.test-kit.ts";

const EXPORT = `${API}/runs:export`;

async function textOf(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
}

async function manyRuns(desk: ReturnType<typeof openTestDesk>, count: number) {
  for (let n = 0; n < count; n += 1) await desk.start();
  // A run that starts in the very moment of asking is not in the file.
  await desk.clock.advance(1);
}

describe("exporting runs", () => {
  test("as NDJSON it is each run of the filter once, newest first, as a list shows it", async () => {
    const desk = openTestDesk();
    await manyRuns(desk, 450);
    await desk.start({ environmentId: FABRIKAM });
    await desk.clock.advance(1);
    const answer = await desk.handler()(get(`${EXPORT}?format=ndjson&environment=contoso`));
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="runs-north-\d{4}-\d{2}-\d{2}\.ndjson"$/,
    );
    const lines = (await textOf(answer)).trimEnd().split("\n");
    const runs = lines.map((line) => JSON.parse(line) as { id: string; environment_id: string });
    expect(new Set(runs.map(({ id }) => id)).size).toBe(450);
    expect(runs.every((run) => run.environment_id === "contoso")).toBe(true);
    const listed = await desk.handler()(get(`${API}/runs?environment=contoso&limit=1`));
    expect(runs[0]).toEqual(((await listed.json()) as { runs: unknown[] }).runs[0]);
  });

  test("as CSV it has one head, and a line for each run", async () => {
    const desk = openTestDesk();
    await manyRuns(desk, 201);
    const answer = await desk.handler()(get(`${EXPORT}?format=csv`));
    expect(answer.headers.get("content-type")).toContain("text/csv");
    const lines = (await textOf(answer)).trimEnd().split("\r\n");
    expect(lines).toHaveLength(202);
    expect(lines.filter((line) => line.includes("run_id"))).toEqual([lines[0]]);
  });

  test("what starts while it is written is not in it, and nothing of the rest is missing", async () => {
    const desk = openTestDesk();
    await manyRuns(desk, 300);
    const answer = await desk.handler()(get(EXPORT));
    const late = await desk.start();
    const text = await textOf(answer);
    expect(text).not.toContain(late.id);
    expect(text.trimEnd().split("\n")).toHaveLength(300);
  });

  test("an empty one is empty, and as CSV a head alone", async () => {
    const { handler } = openTestDesk();
    expect(await textOf(await handler()(get(`${EXPORT}?outcome=failed`)))).toBe("");
    const csv = await textOf(await handler()(get(`${EXPORT}?outcome=failed&format=csv`)));
    expect(csv.trimEnd().split("\r\n")).toHaveLength(1);
  });

  test("one that is cut off at its limit says so in its last line, and where to go on", async () => {
    const desk = openTestDesk();
    await manyRuns(desk, 350);
    const handle = desk.handler({ exportRunsMax: 250 });
    const lines = (await textOf(await handle(get(EXPORT)))).trimEnd().split("\n");
    expect(lines).toHaveLength(251);
    const { cut_off: cutOff } = JSON.parse(lines.at(-1) ?? "") as {
      cut_off: { after_runs: number; cursor: string };
    };
    expect(cutOff.after_runs).toBe(250);
    const rest = await textOf(await handle(get(`${EXPORT}?cursor=${cutOff.cursor}`)));
    const ids = [...lines.slice(0, 250), ...rest.trimEnd().split("\n")].map(
      (line) => (JSON.parse(line) as { id: string }).id,
    );
    expect(new Set(ids).size).toBe(350);
    const csv = await textOf(await handle(get(`${EXPORT}?format=csv`)));
    expect(csv.trimEnd().split("\r\n").at(-1)).toContain("Cut off after 250 runs");
  });

  test.each<[string, AccessReach]>([
    ["loses access", { kind: "hidden" }],
    ["sees less", { kind: "environments", environmentIds: [CONTOSO] }],
  ])("who %s while they read is cut off, and takes no part for the whole", async (_what, later) => {
    const desk = openTestDesk();
    await manyRuns(desk, 450);
    let reach: AccessReach = { kind: "workspace" };
    const policy = { ...members(), reach: () => Promise.resolve(reach) };
    const answer = await desk.handler({ policy })(get(EXPORT));
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value).trimEnd().split("\n")).toHaveLength(200);
    reach = later;
    await expect(reader?.read()).rejects.toThrow("may not go on");
  });

  test("who is signed out while they read is cut off", async () => {
    const desk = openTestDesk();
    await manyRuns(desk, 201);
    let actor: Initiator | null = MARIA;
    const answer = await desk.handler({ resolveActor: () => Promise.resolve(actor) })(get(EXPORT));
    actor = null;
    await expect(answer.text()).rejects.toThrow("may not go on");
  });

  test("runs of environments that are not the reader's are not in it", async () => {
    const desk = openTestDesk();
    await desk.start({ environmentId: CONTOSO });
    const seen = await desk.start({ environmentId: FABRIKAM });
    await desk.clock.advance(1);
    const policy = members({ contoso: { kind: "hidden" } });
    const text = await textOf(await desk.handler({ policy })(get(EXPORT)));
    expect((JSON.parse(text) as { id: string }).id).toBe(seen.id);
    const named = await desk.handler({ policy })(get(`${EXPORT}?environment=contoso`));
    expect(named.status).toBe(404);
  });

  test("only so many are written at once, and one that its reader leaves makes room", async () => {
    const desk = openTestDesk();
    await manyRuns(desk, 1);
    const handle = desk.handler({ exportsMax: 1 });
    const first = await handle(get(EXPORT));
    const problem = await problemIn(await handle(get(EXPORT)));
    expect(problem).toMatchObject({ status: 503, body: { code: "too_many_exports" } });
    await first.body?.cancel();
    const head = await handle(new Request("https://settled.example" + EXPORT, { method: "HEAD" }));
    expect(head.status).toBe(200);
    const second = await handle(get(EXPORT));
    await textOf(second);
    expect((await handle(get(EXPORT))).status).toBe(200);
  });

  test("a reader who stops reading is cut off when its time is over, and makes room", async () => {
    const desk = openTestDesk();
    await manyRuns(desk, 1);
    const handle = desk.handler({ exportsMax: 1, clock: desk.clock });
    const stalled = await handle(get(EXPORT));
    await desk.clock.advance(600_000);
    expect((await handle(get(EXPORT))).status).toBe(200);
    await expect(stalled.text()).rejects.toThrow("too long");
  });

  test.each([["format=pdf"], ["limit=5"], ["colour=red"]])("?%s is refused", async (query) => {
    const problem = await problemIn(await openTestDesk().handler()(get(`${EXPORT}?${query}`)));
    expect(problem).toMatchObject({ status: 400, body: { code: "invalid_query" } });
  });

  test("the address takes no other method, and leaves the run's own address alone", async () => {
    const desk = openTestDesk();
    const posted = await desk.handler()(
      new Request(`https://settled.example${EXPORT}`, { method: "PUT" }),
    );
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    const run = await desk.start();
    expect((await desk.handler()(get(`${API}/runs/${run.id}`))).status).toBe(200);
    expect((await desk.handler()(get(`${API}/runsXexport`))).status).toBe(404);
  });
});
