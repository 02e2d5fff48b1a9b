import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "../packages/settled/src/http/problem-copy.ts";
import { asProblemJson, problemOf } from "../packages/settled/src/http/problem.ts";
import { databaseNames } from "./error-leaks/database-names.ts";
import { findLeaks } from "./error-leaks/find-leaks.ts";
import { watchAnswers } from "./error-leaks/watch-answers.ts";

const names = databaseNames();

describe("what an answer must not give away", () => {
  test.each([
    ["SQLSTATE 23505"],
    ["the server said 40001"],
    ["the server said 25006"],
    ["the server said 54001"],
    ["the server said 08006"],
    ["the server said P0001"],
    ["the server said XX000"],
    ['duplicate key value violates unique constraint "x"'],
    ['relation "runs" does not exist'],
    ["null value violates not-null constraint"],
    ['syntax error at or near "select"'],
    ["deadlock detected"],
    ["canceling statement due to statement timeout"],
    ["new row violates row-level security policy"],
    ["runs_pkey"],
    ["operation_runs_one_active_per_identity"],
    ["select from settled.operation_runs"],
    ["see platform.reviews"],
    ["    at startRun (file:///srv/app/start-run.ts:12:3)"],
    ["    at /srv/app/x.js:1:1"],
    ["start-run.ts:40"],
    ["could not read /var/lib/export"],
    ["in (/opt/app/export.json)"],
    ["C:\\exports\\one"],
    ["node_modules"],
    ["connect ECONNREFUSED 127.0.0.1:5432"],
    ["Connection terminated unexpectedly"],
    ["pg_dump"],
    ["TypeError: x"],
    ["Cannot read properties of undefined"],
  ])("%s", (text) => {
    expect(findLeaks(JSON.stringify({ detail: text }), names)).not.toEqual([]);
    expect(findLeaks(text, names)).not.toEqual([]);
  });

  test.each(PROBLEM_CODES)("%s gives nothing away", (code) => {
    const json = asProblemJson(problemOf(code), crypto.randomUUID());
    expect(findLeaks(JSON.stringify(json), names)).toEqual([]);
  });

  test("the names are those of the database", () => {
    expect(names.size).toBeGreaterThan(60);
    expect(names).toContain("settled.operation_runs");
    expect(names).toContain("operation_runs_status_is_known");
    expect(names).not.toContain("reviews");
  });
});

const LEAK = 'relation "settled.operation_runs" does not exist';

describe("the watch over answers", () => {
  test("sees an error answer that is made, and no other", async () => {
    const globals = { Response, fetch };
    const watch = watchAnswers(globals, names);
    expect(new globals.Response(LEAK)).toBeInstanceOf(Response);
    expect(await watch.takeLeaks()).toEqual([]);
    const answer = new globals.Response(LEAK, { status: 500 });
    expect([answer.status, await answer.text()]).toEqual([500, LEAK]);
    expect(await watch.takeLeaks()).toHaveLength(1);
    expect(await watch.takeLeaks()).toEqual([]);
  });

  test("sees an error answer of another process, and leaves it to be read", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(503);
      response.end(LEAK);
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const globals = { Response, fetch };
    const watch = watchAnswers(globals, names);
    const { port } = server.address() as AddressInfo;
    const answer = await globals.fetch(`http://127.0.0.1:${port}`);
    expect(await answer.text()).toBe(LEAK);
    expect(await watch.takeLeaks()).toHaveLength(1);
    watch.stop();
    expect(globals).toEqual({ Response, fetch });
    await new Promise((resolve) => server.close(resolve));
  });
});
