import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Answer } from "settled/http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { consoleRoutes } from "./console-routes.ts";

const SCRIPT = "export const word = 'settled';\n".repeat(200);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "console-routes-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), '<base href="/" />');
  writeFileSync(join(folder, "assets/page-1234.js"), SCRIPT);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function fetched(acceptEncoding: string): Promise<Answer> {
  const route = consoleRoutes({ brand: "Settled", folder }).find(({ access }) => access === "open");
  const request = new Request("http://127.0.0.1/console/assets/page-1234.js", {
    headers: { "accept-encoding": acceptEncoding },
  });
  const exchange = { request, pathPart: () => "page-1234.js" };
  return (route as { answer(exchange: unknown): Promise<Answer> }).answer(exchange);
}

describe("a file of the console", () => {
  test.each(["gzip", "gzip, deflate, br", "br;q=1, GZIP;q=0.5", "gzip;q=1"])(
    "is sent compressed to who reads gzip: %s",
    async (offered) => {
      const sent = await fetched(offered);
      expect(sent).toMatchObject({
        headers: { "content-encoding": "gzip", vary: "accept-encoding" },
      });
      const { bytes } = sent as { bytes: Uint8Array };
      expect(bytes.length).toBeLessThan(SCRIPT.length / 4);
      expect(gunzipSync(bytes).toString()).toBe(SCRIPT);
    },
  );

  test.each(["", "br", "gzip;q=0", "gzip;q=0.0, br", "xgzip"])(
    "is sent as it is to who does not: %s",
    async (offered) => {
      const sent = await fetched(offered);
      expect(sent).toMatchObject({ headers: { vary: "accept-encoding" } });
      expect(Buffer.from((sent as { bytes: Uint8Array }).bytes).toString()).toBe(SCRIPT);
    },
  );
});
