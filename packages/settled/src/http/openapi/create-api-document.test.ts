import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonAnswer } from "../answer.ts";
import type { Route } from "../route.ts";
import { ROUTES } from "../routes.ts";
import { createApiDocument } from "./create-api-document.ts";

const OPTIONS = { title: "Settled", basePath: "" };
const API_ROUTES = ROUTES.filter(({ surface }) => surface === "api");

interface Told {
  readonly operationId: string;
  readonly parameters: readonly { readonly $ref?: string; readonly name: string }[];
  readonly responses: Readonly<Record<string, object>>;
  readonly security: readonly object[];
}

type Document = ReturnType<typeof createApiDocument> & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>>;
};

function documentOf(routes: readonly Route[], options = OPTIONS): Document {
  return createApiDocument(routes, options) as Document;
}

function told(document: Document): readonly Told[] {
  return Object.values(document.paths).flatMap((path) => Object.values(path));
}

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1 by a validator that is not ours", async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(documentOf(ROUTES)));
    expect(result.errors ?? []).toEqual([]);
    expect([result.valid, validator.version]).toEqual([true, "3.1"]);
  });

  test("that is broken is found by that validator", async () => {
    const broken = { ...documentOf(ROUTES), info: { title: "no version" } };
    expect((await new Validator().validate(structuredClone(broken))).valid).toBe(false);
  });

  test("tells every route of the API, and nothing of pages", () => {
    expect(API_ROUTES.filter(({ operation }) => operation === undefined)).toEqual([]);
    expect(told(documentOf(ROUTES))).toHaveLength(API_ROUTES.length);
  });

  test("groups routes by tags that differ by more than their letter case", () => {
    const tags = documentOf(ROUTES)["tags"] as readonly { readonly name: string }[];
    const names = tags.map(({ name }) => name.toLowerCase());
    expect([...new Set(names)]).toEqual(names);
  });

  test("is the same bytes each time", () => {
    const [once, again] = [documentOf(ROUTES), documentOf(ROUTES)];
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
  });

  test("refers to nothing that is not there, and keeps nothing that nobody refers to", () => {
    const document = documentOf(ROUTES);
    const text = JSON.stringify(document);
    const refs = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref = ""]) => ref));
    const at = (path: string) =>
      path
        .split("/")
        .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document);
    expect(refs.size).toBeGreaterThan(30);
    expect([...refs].filter((ref) => at(ref) === undefined)).toEqual([]);
    const schemas = Object.keys((document["components"] as { schemas: object }).schemas);
    expect(schemas.filter((name) => !refs.has(`components/schemas/${name}`))).toEqual([]);
  });

  test("names each part of a path once", () => {
    const { paths } = documentOf(ROUTES);
    expect(Object.keys(paths)).toContain("/api/v1/workspaces/{workspace}/runs/{run}:wait");
    for (const [path, methods] of Object.entries(paths)) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        const named = parameters.filter((one) => (one as { in?: string }).in === "path");
        expect(named.map(({ name }) => name)).toEqual(parts);
      }
    }
  });

  test("shows a list as one parameter whose values are joined by commas", () => {
    const path = documentOf(ROUTES).paths["/api/v1/workspaces/{workspace}/runs"];
    expect(path?.["get"]?.parameters.find(({ name }) => name === "status")).toMatchObject({
      in: "query",
      required: false,
      style: "form",
      explode: false,
      schema: { type: "array", items: { enum: ["queued", "running", "completed"] } },
    });
  });

  test("says how to sign in, for browsers only where a host has such sessions", () => {
    const [bearer] = told(documentOf(ROUTES.filter(({ access }) => access === "actor")));
    expect(bearer?.security).toEqual([{ bearer: [] }]);
    const session = { cookie: "sid", header: "X-Own-Page" };
    const withSession = createApiDocument(ROUTES, { ...OPTIONS, session }) as Document;
    const start = withSession.paths["/api/v1/workspaces/{workspace}/operations/{type}/runs"];
    expect(start?.["post"]?.security).toEqual([{ bearer: [] }, { session: [], sessionHeader: [] }]);
    const open = withSession.paths["/health/live"];
    expect(open?.["get"]?.security).toEqual([]);
  });

  test("begins its paths at the place where the handler is mounted", () => {
    expect(documentOf(ROUTES)["servers"]).toEqual([{ url: "/" }]);
    const mounted = documentOf(ROUTES, { ...OPTIONS, basePath: "/internal/ops" });
    expect(mounted["servers"]).toEqual([{ url: "/internal/ops" }]);
  });
});

describe("what a host adds", () => {
  const route = (id: string, schema: z.ZodType): Route => ({
    method: "GET",
    path: `/api/v1/${id}/:thing`,
    surface: "api",
    access: "actor",
    answer: async () => jsonAnswer({}),
    operation: {
      id,
      summary: "Show a thing",
      tag: "Things",
      capability: null,
      answers: { 200: { description: "It.", schema } },
    },
  });

  test("is told like the library's own", async () => {
    const document = documentOf([...ROUTES, route("showThing", z.object({ at: z.json() }))]);
    expect(document.paths["/api/v1/showThing/{thing}"]?.["get"]?.operationId).toBe("showThing");
    expect((await new Validator().validate(structuredClone(document))).errors ?? []).toEqual([]);
  });

  test("is refused where two routes have one id, or two schemas one name", () => {
    const one = route("showThing", z.object({ a: z.string() }).meta({ id: "Thing" }));
    expect(() => documentOf([one, one])).toThrow('the id "showThing"');
    const other = route("showOther", z.object({ b: z.string() }).meta({ id: "Thing" }));
    expect(() => documentOf([one, other])).toThrow('the id "Thing"');
  });
});
