import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AccessPolicy } from "../../ports/access-policy.ts";
import { openReceiver, type Receiver } from "../../webhooks/receiver.test-kit.ts";
import {
  BERLIN,
  MARIA,
  NORTH,
  openWebhookWorld,
  type WebhookWorld,
} from "../../webhooks/webhook-world.test-kit.ts";
import { createHttpHandler, type HttpHandler } from "../create-http-handler.ts";
import { HOST, problemIn } from "../http.test-kit.ts";
import { WEBHOOK_ROUTES } from "./webhook-routes.ts";

const API = "/api/v1/workspaces/north/webhooks";

let world: WebhookWorld;
let receiver: Receiver;
let handle: HttpHandler;

function handlerFor(answer: (capability: string) => "allowed" | "hidden" | "forbidden") {
  const policy: AccessPolicy = {
    check(_actor, capability, scope) {
      const isThere = scope.workspaceId === NORTH && (scope.environmentId ?? BERLIN) === BERLIN;
      const kind = isThere ? answer(capability) : "hidden";
      return Promise.resolve(kind === "forbidden" ? { kind, capability } : { kind });
    },
  };
  const { settled } = world;
  return createHttpHandler({ settled, resolveActor: () => Promise.resolve(MARIA), policy });
}

beforeAll(async () => {
  [world, receiver] = await Promise.all([openWebhookWorld(), openReceiver()]);
  handle = handlerFor(() => "allowed");
});
afterAll(async () => {
  await receiver.close();
  await world.close();
});

interface Json {
  readonly [member: string]: never;
}

async function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const answer = await handle(
    new Request(`${HOST}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        "settled-request": "1",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
    }),
  );
  const { status } = answer;
  return { status, headers: answer.headers, body: (await answer.json()) as Json };
}

async function make(): Promise<{ readonly id: string; readonly secret: string }> {
  const made = await send("POST", API, { url: receiver.url });
  expect(made.status).toBe(201);
  return made.body as unknown as { id: string; secret: string };
}

test("a webhook is made, seen, changed, switched and removed, and its secret is told once", async () => {
  const made = await send("POST", API, {
    url: `${receiver.url}?a=b`,
    description: "The ticket system",
    event_types: ["operation_run.failed", "operation_run.failed"],
    environments: ["berlin"],
  });
  expect(made).toMatchObject({ status: 201, body: { enabled: true, version: 1 } });
  expect(made.body).toMatchObject({ event_types: ["operation_run.failed"], failing: null });
  const { id, secret } = made.body as unknown as { id: string; secret: string };
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(made.headers.get("location")).toBe(`${API}/${id}`);
  const seen: string[] = [];
  const note = async (method: string, path: string, body?: unknown) => {
    const answer = await send(method, path, body);
    seen.push(JSON.stringify(answer.body));
    return answer;
  };
  expect(await note("GET", `${API}/${id}`)).toMatchObject({
    status: 200,
    body: { id, secrets: [{ prefix: secret.slice(0, 12), expires_at: null }] },
  });
  expect((await note("GET", API)).body).toMatchObject({ webhooks: [{ id }] });
  expect(
    await note("PATCH", `${API}/${id}`, { description: "", environments: null }),
  ).toMatchObject({
    status: 200,
    body: { description: "", environments: null, url: `${receiver.url}?a=b`, version: 2 },
  });
  expect((await note("POST", `${API}/${id}:disable`)).body).toMatchObject({
    enabled: false,
    disabled: { because: "asked", words: "It was disabled by hand." },
  });
  expect((await note("POST", `${API}/${id}:enable`, {})).body).toMatchObject({ enabled: true });
  expect(await note("POST", `${API}/${id}:test`)).toMatchObject({
    status: 202,
    body: { event_type: "ping", status: "pending", tries: 0, sequence: null },
  });
  const rotated = await send("POST", `${API}/${id}:rotate`, { overlap_hours: 2 });
  expect(rotated.body).toMatchObject({ secrets: [{ expires_at: null }, {}] });
  expect(rotated.body["secret"]).not.toBe(secret);
  await note("GET", `${API}/${id}`);
  expect(await note("DELETE", `${API}/${id}`)).toMatchObject({ status: 200, body: { id } });
  expect((await send("GET", `${API}/${id}`)).status).toBe(404);
  const { secrets } = rotated.body as unknown as { secrets: { prefix: string }[] };
  expect(secrets[1]?.prefix).toBe(secret.slice(0, 12));
  for (const text of seen) {
    expect(text).not.toContain(secret.slice(12, 24));
    expect(text).not.toContain(String(rotated.body["secret"]).slice(12, 24));
  }
});

test("every act is written down by whom and by which request, without the secret and the path", async () => {
  const before = await audited();
  const { id } = await make();
  await send("PATCH", `${API}/${id}`, { description: "x" });
  await send("POST", `${API}/${id}:rotate`);
  await send("POST", `${API}/${id}:disable`);
  await send("POST", `${API}/${id}:disable`);
  await send("POST", `${API}/${id}:enable`);
  await send("POST", `${API}/${id}:test`);
  await send("DELETE", `${API}/${id}`);
  const entries = (await audited()).slice(before.length);
  expect(entries.map(({ action }) => action)).toEqual([
    "webhook.create",
    "webhook.change",
    "webhook.rotate",
    "webhook.disable",
    "webhook.enable",
    "webhook.test",
    "webhook.remove",
  ]);
  for (const entry of entries) {
    const actor = { ...MARIA, via: "api", requestId: expect.any(String) as string };
    expect(entry).toMatchObject({ actor, target: { type: "webhook", id } });
    expect(JSON.stringify(entry)).not.toMatch(/hooks|secret/);
  }
});

async function audited() {
  const { rows } = await world.settled.database.executeSql(
    "select action, actor, target, detail from settled.audit_entries order by sequence",
  );
  return rows as { readonly action: string }[];
}

test("a stale If-Match is refused, whatever it would have done", async () => {
  const { id } = await make();
  await send("PATCH", `${API}/${id}`, { description: "seen by nobody" });
  for (const [method, path, body] of [
    ["PATCH", `${API}/${id}`, { description: "x" }],
    ["POST", `${API}/${id}:rotate`, {}],
    ["POST", `${API}/${id}:disable`, {}],
    ["DELETE", `${API}/${id}`, undefined],
  ] as const) {
    const answer = await send(method, path, body, { "if-match": '"1"' });
    expect(answer).toMatchObject({ status: 412, body: { code: "stale_version" } });
  }
  const fresh = await send("DELETE", `${API}/${id}`, undefined, { "if-match": '"2"' });
  expect(fresh.status).toBe(200);
});

const SOMEWHERE = "https://example.com/";

test.each([
  ["invalid_body", {}, ["/url"]],
  ["invalid_body", { url: 5 }, ["/url"]],
  ["invalid_body", { url: SOMEWHERE, secret: "mine" }, ["/secret"]],
  ["invalid_body", { url: SOMEWHERE, event_types: [] }, ["/event_types"]],
  ["invalid_body", { url: SOMEWHERE, event_types: ["ping"] }, ["/event_types/0"]],
  ["invalid_body", { url: SOMEWHERE, description: "a\nb" }, ["/description"]],
  ["invalid_body", { url: SOMEWHERE, environments: ["../x"] }, ["/environments/0"]],
  ["unknown_environment", { url: SOMEWHERE, environments: ["berlin", "x"] }, ["/environments/1"]],
  ["url_not_allowed", { url: "https://user:x@example.com/" }, ["/url"]],
  ["url_not_allowed", { url: "gopher://example.com/" }, ["/url"]],
])("what cannot be made is refused at its place: %s %j", async (code, body, pointers) => {
  const answer = await send("POST", API, body);
  expect(answer).toMatchObject({ status: 422, body: { code } });
  const { errors } = answer.body as unknown as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
});

test("the log is paged, newest first, each delivery once", async () => {
  const { id } = await make();
  for (let n = 0; n < 5; n += 1) await send("POST", `${API}/${id}:test`);
  const seen: string[] = [];
  let path: string | null = `${API}/${id}/deliveries?limit=2`;
  while (path !== null) {
    const page = await send("GET", path);
    const body = page.body as unknown as { deliveries: { id: string }[]; next: string | null };
    seen.push(...body.deliveries.map((delivery) => delivery.id));
    expect(page.headers.get("link")).toBe(body.next && `<${body.next}>; rel="next"`);
    path = body.next;
  }
  expect(new Set(seen).size).toBe(5);
  expect(seen).toEqual(seen.toSorted().toReversed());
  const again = await send("POST", `${API}/${id}/deliveries/${seen[0]}:redeliver`);
  expect(again).toMatchObject({ status: 409, body: { code: "delivery_under_way" } });
  const other = await send("POST", `${API}/${id}/deliveries/${id}:redeliver`);
  expect(other.status).toBe(404);
});

test("there is an end to the webhooks of a workspace, also for many who make one at once", async () => {
  const count = async () => Array.from((await send("GET", API)).body["webhooks"] ?? []).length;
  const left = 20 - (await count());
  const made = await Promise.all(
    Array.from({ length: 30 }, () => send("POST", API, { url: receiver.url })),
  );
  const statuses = made.map(({ status }) => status).toSorted((one, other) => one - other);
  expect(statuses).toEqual([...Array(left).fill(201), ...Array(30 - left).fill(409)]);
  expect(await count()).toBe(20);
});

describe("access", () => {
  const id = "00000000-0000-7000-8000-000000000000";
  const requests = WEBHOOK_ROUTES.map(({ method, path }) => {
    const place = path
      .replace(":workspace", "north")
      .replace(/:webhook\b/, id)
      .replace(/:delivery\b/, id);
    return [method, place] as const;
  });

  async function answered(handler: HttpHandler, method: string, path: string) {
    // Neither query nor body is looked at before access.
    const answer = await handler(
      new Request(`${HOST}${path}?nonsense=1`, { method, headers: { "settled-request": "1" } }),
    );
    return problemIn(answer);
  }

  test.each(requests)(
    "%s %s says 404 to strangers and names the capability to members",
    async (method, path) => {
      const hidden = await answered(
        handlerFor(() => "hidden"),
        method,
        path,
      );
      const elsewhere = await answered(handle, method, path.replace("north", "south"));
      expect(hidden).toMatchObject({ status: 404, body: { code: "not_found" } });
      expect(hidden.body).toEqual(elsewhere.body);
      const forbidden = await answered(
        handlerFor(() => "forbidden"),
        method,
        path,
      );
      expect(forbidden).toMatchObject({
        status: 403,
        body: { code: "forbidden", capability: "webhooks.manage" },
      });
    },
  );

  test("where webhooks are off there is no such address", async () => {
    const { settled } = world;
    const off = createHttpHandler({
      settled: { ...settled, webhooks: null },
      resolveActor: () => Promise.resolve(MARIA),
      policy: { check: () => Promise.resolve({ kind: "allowed" }) },
    });
    expect((await problemIn(await off(new Request(`${HOST}${API}`)))).body).toMatchObject({
      code: "unknown_route",
    });
  });
});
