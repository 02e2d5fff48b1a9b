import { expect, test } from "vitest";
import { get, openTestDesk, MARIA, members } from "../http.test-kit.ts";
import { createHttpHandler } from "../create-http-handler.ts";
import { docsRoutes } from "./docs-routes.ts";

const ASSETS = {
  script: async () => "/* ui */",
  style: async () => ".ui {}",
};

function handlerAt(basePath: string, actor: typeof MARIA | null = MARIA) {
  return createHttpHandler(
    {
      settled: openTestDesk().settled,
      resolveActor: () => Promise.resolve(actor),
      policy: members(),
      basePath,
      signInPath: "/sign-in",
      browserSession: { cookie: "sid", header: "x-own-page" },
    },
    docsRoutes(ASSETS),
  );
}

test.each(["", "/internal/ops"])(
  "below '%s' the page loads its files and the document from there alone",
  async (base) => {
    const handle = handlerAt(base);
    const answer = await handle(get(`${base}/docs`));
    expect(answer.status).toBe(200);
    const page = await answer.text();
    const asked = [...page.matchAll(/(?:src|href|data-document)="([^"]+)"/g)].map(
      ([, url = ""]) => url,
    );
    expect(asked.filter((url) => url !== "data:,")).toEqual([
      `${base}/docs/ui.css`,
      `${base}/docs/ui.js`,
      `${base}/docs/start.js`,
      `${base}/api/v1/openapi.json`,
      `${base}/api/v1/openapi.json`,
    ]);
    for (const url of asked.filter((one) => one.startsWith("/"))) {
      const file = await handle(get(url));
      expect([file.status, file.headers.get("x-content-type-options")]).toEqual([200, "nosniff"]);
    }
  },
);

test("nothing on the page runs in place, and nothing comes from elsewhere", async () => {
  const answer = await handlerAt("")(get("/docs"));
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const page = await answer.text();
  expect(page).not.toMatch(/<script(?![^>]* src=)[^>]*>|<style| on\w+=| style=|https?:\/\//);
  expect(page).toContain('data-header="x-own-page"');
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test.each(["/docs", "/docs/ui.js", "/docs/ui.css", "/docs/start.js"])(
  "%s sends whoever is not signed in to where that is done",
  async (path) => {
    const answer = await handlerAt("", null)(get(path));
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/sign-in?return_to=${encodeURIComponent(path)}`,
    ]);
  },
);

test("the document is for whoever is signed in, whatever they may do", async () => {
  expect((await handlerAt("", null)(get("/api/v1/openapi.json"))).status).toBe(401);
  const policy = { check: () => Promise.resolve({ kind: "hidden" } as const) };
  const handle = openTestDesk().handler({ policy });
  expect((await handle(get("/api/v1/openapi.json"))).status).toBe(200);
});
