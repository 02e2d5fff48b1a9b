import { describe, expect, test } from "vitest";
import { CONTOSO, get, members, openTestDesk, post, problemIn } from "./http.test-kit.ts";
import { PAGE_ROUTES } from "./pages/page-routes.ts";
import { ROUTES } from "./routes.ts";

const CLOSED = [...ROUTES, ...PAGE_ROUTES].filter(
  ({ access, path }) => access === "actor" && path.includes(":workspace"),
);
const FORBIDDEN = { kind: "forbidden", capability: "runs.view" } as const;

function requestFor(route: (typeof CLOSED)[number], workspace: string, run: string): Request {
  const path = route.path
    .replace(":workspace", workspace)
    .replace(":type", "restore.execute")
    .replace(":run", run);
  const headers = { "x-request-id": "one-and-the-same" };
  return route.method === "GET" ? get(path, headers) : post(path, {}, headers);
}

async function bytesOf(response: Response) {
  return {
    status: response.status,
    headers: [...response.headers],
    body: Buffer.from(await response.arrayBuffer()).toString("base64"),
  };
}

describe.each(CLOSED.map((route) => [`${route.method} ${route.path}`, route] as const))(
  "%s",
  (_name, route) => {
    test("is closed to nobody in particular", async () => {
      const { handler, start } = openTestDesk();
      const run = await start();
      const nobody = { resolveActor: () => Promise.resolve(null) };
      const answer = await handler(nobody)(requestFor(route, "north", run.id));
      expect(answer.status).toBe(401);
      const absent = await handler(nobody)(requestFor(route, "nowhere", run.id));
      expect(await absent.text()).toBe(await answer.text());
    });

    test("answers for hidden, absent and malformed things with the same bytes", async () => {
      const { handler, start } = openTestDesk();
      const foreign = await start({ workspaceId: "south" as never, environmentId: null });
      const own = await start();
      const absent = crypto.randomUUID();
      const places: [string, string][] = [
        ["south", foreign.id],
        ["south", absent],
        ["nowhere", own.id],
        ["-malformed", own.id],
        ["%00", own.id],
        ["%2e%2e%2fnorth", own.id],
        ["x".repeat(200), own.id],
      ];
      const runPlaces: [string, string][] = [
        ["north", foreign.id],
        ["north", absent],
        ["north", "malformed"],
        ["north", own.id.toUpperCase()],
      ];
      const asked = route.path.includes(":run") ? [...places, ...runPlaces] : places;
      const answers = await Promise.all(
        asked.map(async ([workspace, run]) =>
          bytesOf(await handler()(requestFor(route, workspace, run))),
        ),
      );
      expect(answers[0]?.status).toBe(404);
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    });
  },
);

test("a body tells hidden from absent by nothing, also for requests of different ids", async () => {
  const { handler, start } = openTestDesk();
  const foreign = await start({ workspaceId: "south" as never, environmentId: null });
  const paths = [`north/runs/${foreign.id}`, `north/runs/${crypto.randomUUID()}`];
  const [hidden, absent] = await Promise.all(
    paths.map(async (path) => (await handler()(get(`/api/v1/workspaces/${path}`))).text()),
  );
  expect(hidden).toBe(absent);
});

describe("what a member may see", () => {
  test("without the capability the answer names it, for runs that are there and that are not", async () => {
    const { handler, start } = openTestDesk();
    const run = await start();
    const policy = members({ "runs.view": FORBIDDEN, contoso: FORBIDDEN });
    for (const id of [run.id, crypto.randomUUID()]) {
      const answer = await handler({ policy })(get(`/api/v1/workspaces/north/runs/${id}`));
      const problem = await problemIn(answer);
      expect(problem).toMatchObject({ status: 403, body: { capability: "runs.view" } });
      expect(problem.body["detail"]).toContain("runs.view");
    }
  });

  test("a run of a hidden environment reads as one that does not exist, whatever the member may else", async () => {
    const { handler, start } = openTestDesk();
    const run = await start({ environmentId: CONTOSO });
    const headers = { "x-request-id": "same" };
    for (const answers of [
      { contoso: { kind: "hidden" } },
      { contoso: { kind: "hidden" }, "runs.view": FORBIDDEN },
    ] as const) {
      const handle = handler({ policy: members(answers) });
      const [hidden, absent] = await Promise.all(
        [run.id, crypto.randomUUID()].map(async (id) =>
          bytesOf(await handle(get(`/api/v1/workspaces/north/runs/${id}`, headers))),
        ),
      );
      expect(hidden).toEqual(absent);
    }
  });

  test("a policy that answers something else allows nothing", async () => {
    const { handler, start } = openTestDesk();
    const run = await start();
    for (const answer of [undefined, null, {}, { kind: "yes" }, true]) {
      const policy = { check: () => Promise.resolve(answer as never) };
      const response = await handler({ policy })(get(`/api/v1/workspaces/north/runs/${run.id}`));
      expect(response.status).toBe(404);
    }
  });

  test("a page sends a reader who is not signed in to the place where that is done", async () => {
    const { handler } = openTestDesk();
    const nobody = { resolveActor: () => Promise.resolve(null), signInPath: "/sign-in" };
    const answer = await handler(nobody)(get("/workspaces/north/runs?outcome=failed"));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(
      "/sign-in?return_to=%2Fworkspaces%2Fnorth%2Fruns%3Foutcome%3Dfailed",
    );
    expect((await handler(nobody)(get("/api/v1/workspaces/north/runs"))).status).toBe(401);
  });
});
