import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli.test-kit.ts";

let world: CliWorld;

beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.sql("alter table settled.operation_run_events disable trigger user");
  await world.sql("delete from settled.operation_run_events");
  await world.sql("delete from settled.operation_runs");
});

describe("runs list", () => {
  test("shows runs newest first, with a glyph and a word for each state, in 120 columns", async () => {
    const failed = await world.end(await world.begin(await world.start()), "failed");
    const queued = await world.start();
    const { code, out } = await world.say(["runs", "list"]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^RUN +STATE +OPERATION +ENVIRONMENT +AGE$/);
    expect(lines[1]).toMatch(
      new RegExp(`^${queued.id}  ○ Waiting +review.compose  berlin +\\d+s$`),
    );
    expect(lines[2]).toContain(`${failed.id}  ✗ Failed`);
    expect(lines.every((line) => line.length <= 120)).toBe(true);
  });

  test("filters by status, outcome, type and environment", async () => {
    const failed = await world.end(await world.begin(await world.start()), "failed");
    const blocked = await world.end(await world.begin(await world.start()), "blocked");
    const other = await world.start("restore.execute");
    const ids = async (...filters: string[]) => {
      const { out } = await world.say(["runs", "list", "-o", "ndjson", ...filters]);
      const lines = out.split("\n").filter((line) => line !== "");
      return lines.map((line) => (JSON.parse(line) as { id: string }).id);
    };
    expect(await ids("--status", "queued")).toEqual([other.id]);
    expect(await ids("--outcome", "failed", "--outcome", "blocked")).toEqual([
      blocked.id,
      failed.id,
    ]);
    expect(await ids("--type", "restore.execute")).toEqual([other.id]);
    expect(await ids("--environment", "paris")).toEqual([]);
    expect(await ids("--workspace", "another")).toEqual([]);
  });

  test("names the artifact that a run recorded, and says that it was not looked for", async () => {
    await world.end(await world.begin(await world.start()), "succeeded");
    const { out } = await world.say(["runs", "list", "-o", "ndjson"], world.config);
    expect(JSON.parse(out)).toMatchObject({
      artifact: { type: "review", href: expect.stringContaining("/reviews/") as string },
      artifact_checked_at: null,
      reconciliation: null,
    });
  });

  test("pages by a cursor, and the pages join without a gap", async () => {
    const runs = [await world.start(), await world.start(), await world.start()];
    type Page = { runs: { id: string }[]; next_cursor: string | null };
    const page = async (...more: string[]): Promise<Page> => {
      const { out } = await world.say(["runs", "list", "-o", "json", "--limit", "2", ...more]);
      return JSON.parse(out) as Page;
    };
    const first = await page();
    const second = await page("--cursor", first.next_cursor ?? "");
    expect(second.next_cursor).toBeNull();
    const seen = [...first.runs, ...second.runs].map(({ id }) => id);
    expect(seen).toEqual(runs.map(({ id }) => id).toReversed());
  });

  test("says that there are none", async () => {
    const none = "No runs in the workspace acme.\n";
    expect(await world.say(["runs", "list"])).toEqual({ code: 0, out: none, err: "" });
    const { out } = await world.say(["runs", "list", "--outcome", "failed"]);
    expect(out).toBe("No run of the workspace acme fits what was asked for.\n");
  });

  test("a type that the configuration does not know is named, with those that it knows", async () => {
    const answer = await world.say(["runs", "list", "--type", "review.composed"], world.config);
    expect(answer.code).toBe(0);
    expect(answer.err).toContain("Unknown operation: review.composed. Known are: ");
  });

  test("never lets stored text speak to the terminal", async () => {
    const run = await world.start("evil.\u001b[31mred\u0007");
    const table = await world.say(["runs", "list"]);
    const json = await world.say(["runs", "list", "-o", "json"]);
    expect(table.out.replaceAll("\n", "") + json.out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    const { runs } = JSON.parse(json.out) as { runs: { operation: { type: string } }[] };
    expect(runs[0]?.operation.type).toBe(run.operationType);
  });
});

describe("runs show", () => {
  test("ends with 0 for a run under way or succeeded, 4 for failed and cancelled, 5 for a person", async () => {
    const codeOf = async (id: string) => (await world.say(["runs", "show", id])).code;
    expect(await codeOf((await world.start()).id)).toBe(0);
    const ended = {
      succeeded: 0,
      partially_succeeded: 0,
      failed: 4,
      blocked: 5,
      attention_required: 5,
    } as const;
    for (const [outcome, code] of Object.entries(ended)) {
      const run = await world.begin(await world.start());
      await world.end(run, outcome as keyof typeof ended);
      expect([outcome, await codeOf(run.id)]).toEqual([outcome, code]);
    }
    const cancelled = await world.start();
    await world.reconcile(cancelled, "cancelled");
    expect(await codeOf(cancelled.id)).toBe(4);
  });

  test("tells what happened, why it is believed and the timeline", async () => {
    const run = await world.end(await world.begin(await world.start()), "succeeded");
    const { out } = await world.say(["runs", "show", run.id], world.config);
    expect(out).toContain("✓ Review: succeeded");
    expect(out).toMatch(
      /Result +Review of May \(current, complete\),\s+\/workspaces\/acme\/reviews\/review-/,
    );
    expect(out).toMatch(/Believed +The worker reported this outcome itself/);
    expect(out).toContain("Anna asked for: review.");
    expect(out.split("\n").every((line) => Array.from(line).length <= 100)).toBe(true);
  });

  test("without a configuration the operation is unknown and the rest is there", async () => {
    const run = await world.end(await world.begin(await world.start()), "failed");
    const { code, out } = await world.say(["runs", "show", run.id]);
    expect(code).toBe(4);
    expect(out).toContain("✗ Unknown operation: failed");
    expect(out).toContain("review.compose");
  });

  test("as JSON it is the run of the HTTP API", async () => {
    const run = await world.end(await world.begin(await world.start()), "succeeded");
    const { out } = await world.say(["runs", "show", run.id, "-o", "json"], world.config);
    expect(JSON.parse(out)).toMatchObject({
      id: run.id,
      outcome: "succeeded",
      artifact: { type: "review", href: expect.stringContaining("/reviews/") as string },
      links: { self: `/api/v1/workspaces/acme/runs/${run.id}` },
    });
  });

  test("a run of another workspace does not exist: 3", async () => {
    const run = await world.start();
    const { code, out, err } = await world.say(["runs", "show", run.id, "--workspace", "another"]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(`There is no run ${run.id} in the workspace another.`);
    expect(err.trimEnd().split("\n")).toHaveLength(2);
  });
});

describe("runs watch", () => {
  test("prints each new event once and ends with the run", async () => {
    const run = await world.begin(await world.start());
    const watching = world.say(["runs", "watch", run.id]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await world.end(run, "attention_required");
    const { code, out } = await watching;
    expect(code).toBe(5);
    const lines = out.trimEnd().split("\n");
    expect(lines.filter((line) => line.includes("began it"))).toHaveLength(1);
    expect(lines.some((line) => line.includes("reported that it ended as"))).toBe(true);
    expect(out).toContain("! Unknown operation: needs attention");
  });

  test("as ndjson it is one event a line and the run last; as json one document", async () => {
    const run = await world.end(await world.begin(await world.start()), "failed");
    const lines = (await world.say(["runs", "watch", run.id, "-o", "ndjson"])).out
      .trimEnd()
      .split("\n");
    const parsed = lines.map((line) => JSON.parse(line) as { kind?: string; id?: string });
    expect(parsed.map(({ kind }) => kind)).toEqual([
      "created",
      "dispatched",
      "begun",
      "finished",
      undefined,
    ]);
    expect(parsed.at(-1)?.id).toBe(run.id);
    const { code, out } = await world.say(["runs", "watch", run.id, "-o", "json"]);
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ events: [{}, {}, {}, {}], run: { id: run.id } });
  });

  test("a run that does not exist: 3", async () => {
    const { code } = await world.say(["runs", "watch", "01970000-0000-7000-8000-000000000000"]);
    expect(code).toBe(3);
  });
});
