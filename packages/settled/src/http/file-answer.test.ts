import { describe, expect, test } from "vitest";
import { fileAnswer } from "./answer.ts";
import { asResponse } from "./as-response.ts";
import { openDesk } from "./exchange.ts";
import type { Exchange } from "./exchange.ts";

const request = new Request("https://host.example/file");
const exchange: Exchange = {
  desk: openDesk({} as Parameters<typeof openDesk>[0]),
  request,
  url: new URL(request.url),
  requestId: "abc-1",
  pathPart: () => "",
};

async function answered(name: string): Promise<Response> {
  const bytes = new TextEncoder().encode("<script>alert(1)</script>");
  const file = { name, mediaType: "text/html; charset=utf-8", bytes, headers: { etag: '"x"' } };
  return asResponse(fileAnswer(file), "api", exchange);
}

describe("a file as an answer", () => {
  test("is kept and not shown, with its length, and without rights of this site", async () => {
    const { status, headers } = await answered("review.html");
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-disposition": 'attachment; filename="review.html"',
      "content-length": "25",
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      etag: '"x"',
    });
  });

  test.each([
    ['a"; filename="b.exe', "a-filename-b.exe"],
    ["../../etc/passwd", "etc-passwd"],
    ["line\r\nset-cookie: x", "line-set-cookie-x"],
    ["漢字", "file"],
    [".htaccess", "htaccess"],
  ])("bears a name that breaks out of nothing: %j", async (name, kept) => {
    const { headers } = await answered(name);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${kept}"`);
  });
});
