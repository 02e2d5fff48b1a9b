import { expect } from "vitest";
import type { Platform } from "../../platform.ts";
import { resourceRoutes } from "./resource-routes.ts";

/** The body of an answer that has the status, and the shape that its route declares for it. */
export function answersOf(platform: Platform) {
  const routes = resourceRoutes(platform, { importRoot: null });
  return async (id: string, answer: Response, status = 200): Promise<Record<string, unknown>> => {
    const text = await answer.text();
    expect([answer.status, answer.status === status ? "" : text]).toEqual([status, ""]);
    const declared = routes.find(({ operation }) => operation?.id === id)?.operation?.answers[
      status
    ];
    const body: unknown = JSON.parse(text);
    if (declared === undefined) throw new Error(`${id} declares no ${status}.`);
    const read = declared.schema?.safeParse(body);
    expect(read?.error?.issues ?? []).toEqual([]);
    return body as Record<string, unknown>;
  };
}

/** The refusal of an answer. */
export async function refusalIn(answer: Response) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const body = (await answer.json()) as Record<string, unknown>;
  return {
    status: answer.status,
    code: body["code"],
    reason: body["reason"],
    errors: body["errors"],
  };
}
