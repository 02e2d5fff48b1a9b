import { expect, test } from "vitest";
import { z } from "zod";
import { defineOperation } from "../catalog/define-operation.ts";
import { createSettled } from "../create-settled.ts";
import { createPgBossEngine } from "../engines/pg-boss/pg-boss-engine.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { startTestDatabase } from "../testing/test-database.ts";
import { createHttpHandler } from "./create-http-handler.ts";
import { API, get, MARIA, members, post } from "./http.test-kit.ts";

const TRACE_PARENT = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;

test("a trace that comes with a start reaches the handler by its job, and is shown on the run", async () => {
  const database = await startTestDatabase();
  const { url: connectionString } = database;
  await migrateDatabase({ connectionString });
  const traces = new Map<string, unknown>();
  const operation = defineOperation({
    type: "letter.write",
    label: "Letter",
    input: z.object({ to: z.string() }),
    identity: (input) => input,
    capability: "letters.write",
    queue: { name: "letters" },
    handler: async ({ input, trace }) => {
      traces.set(input.to, trace);
      return { outcome: "succeeded" };
    },
    copy: { doing: "The letter is being written", reasons: {} },
  });
  const engine = createPgBossEngine({ connectionString });
  const settled = createSettled({
    postgres: { connectionString },
    engine,
    operations: [operation],
  });
  await settled.prepare();
  const worker = await settled.work();
  try {
    const handle = createHttpHandler({
      settled,
      resolveActor: () => Promise.resolve(MARIA),
      policy: members(),
    });
    const start = async (to: string, headers: Record<string, string>) => {
      const path = `${API}/operations/letter.write/runs`;
      const answer = await handle(post(path, { input: { to } }, headers));
      const { id } = (await answer.json()) as { readonly id: string };
      const ended = await handle(get(`${API}/runs/${id}:wait`));
      return (await ended.json()) as {
        readonly id: string;
        readonly outcome: string;
        trace: unknown;
      };
    };
    const headers = { traceparent: TRACE_PARENT, tracestate: "vendor=1" };
    const traced = await start("Ada", headers);
    const untraced = await start("Ben", { traceparent: "00-zz" });
    expect([traced.outcome, untraced.outcome]).toEqual(["succeeded", "succeeded"]);
    expect(traces).toEqual(
      new Map<string, unknown>([
        ["Ada", headers],
        ["Ben", null],
      ]),
    );
    expect([traced.trace, untraced.trace]).toEqual([{ traceparent: TRACE_PARENT }, null]);
    const page = await handle(get(`/workspaces/north/runs/${traced.id}`));
    expect(await page.text()).toContain(TRACE_PARENT);
    const listed = await (await handle(get(`${API}/runs`))).text();
    expect(listed).toContain(TRACE_PARENT);
    expect(listed).not.toContain("vendor=1");
  } finally {
    await worker.stop();
    await settled.close();
    await database.close();
  }
});
