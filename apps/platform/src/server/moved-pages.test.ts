import { afterAll, describe, expect, test } from "vitest";
import { openPlatform } from "../platform.ts";
import { MOVED_PAGES } from "./moved-pages.ts";
import { createPlatformHandler } from "./platform-handler.ts";
import { HOST, request, sightOf, TOKEN } from "./served-world.test-kit.ts";

/** There is none to ask: whatever leads on does so before anything is looked up. */
const platform = openPlatform({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
const handle = createPlatformHandler({ platform, token: TOKEN });
const OWNER = { authorization: `Bearer ${TOKEN}` };
const ID = "01900000-0000-7000-8000-000000000000";
const OWN = "/workspaces/north/environments/contoso";

afterAll(async () => {
  await platform.close();
});

const MOVED = [
  ["/workspaces", "/console/"],
  ["/workspaces/north", "/console/workspaces/north/environments"],
  ["/workspaces/north/runs", "/console/workspaces/north/runs"],
  [`/workspaces/north/runs/${ID}`, `/console/workspaces/north/runs/${ID}`],
  [OWN, `/console${OWN}`],
  [`${OWN}/snapshots/${ID}`, `/console${OWN}/snapshots/${ID}`],
  [`${OWN}/reviews/${ID}`, `/console${OWN}/reviews/${ID}`],
  [`${OWN}/reviews/${ID}/packs`, `/console${OWN}/packs?review=${ID}`],
  [`${OWN}/packs`, `/console${OWN}/packs`],
  [`${OWN}/packs/${ID}`, `/console${OWN}/packs/${ID}`],
  [`${OWN}/packs/sets/${ID}`, `/console${OWN}/pack-sets/${ID}`],
  [`${OWN}/restores/${ID}`, `/console${OWN}/restores/${ID}`],
] as const;

describe("the address of a page that is in the console now", () => {
  test.each(MOVED)("%s leads whoever is signed in to %s", async (from, to) => {
    const answer = await handle(request(from, OWNER));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, to]);
    expect(await answer.text()).toBe("");
    const there = await handle(request(to, OWNER));
    expect([there.status, there.headers.get("content-type")]).toEqual([
      200,
      "text/html; charset=utf-8",
    ]);
  });

  test("is known here for each, and no other leads on", () => {
    expect(MOVED_PAGES).toHaveLength(MOVED.length);
  });

  test.each(MOVED)("%s leads anybody else to the sign-in, with the way back", async (from) => {
    const answer = await handle(request(from));
    const location = `/sign-in?return_to=${encodeURIComponent(from)}`;
    expect([answer.status, answer.headers.get("location")]).toEqual([303, location]);
    expect(await answer.text()).toBe("");
  });

  test.each(MOVED)("%s answers alike for what is there and for what is not", async (from) => {
    const told = async (path: string) =>
      JSON.stringify(await sightOf(await handle(request(path, OWNER))));
    const absent = (text: string) =>
      text.replaceAll("north", "nowhere").replaceAll("contoso", "nobody").replaceAll(ID, "no-id");
    expect(await told(absent(from))).toBe(absent(await told(from)));
  });

  test.for([
    "%3Cscript%3E",
    "%0d%0aset-cookie:%20a=b",
    "..%2f..%2f..%2fsign-out",
    "%5c%5cevil.example",
    "%2f%2fevil.example",
    "%3freview=x%23y",
    "%ff",
    "漢",
  ])("keeps %s as one part of its path", async (part) => {
    for (const path of [`/workspaces/${part}`, `${OWN}/reviews/${part}`]) {
      const answer = await handle(request(path, OWNER));
      const location = answer.headers.get("location") ?? "";
      expect([answer.status, location]).toEqual([
        303,
        expect.stringMatching(/^\/console\/workspaces\/[\w.%/-]+$/),
      ]);
      const url = new URL(location, HOST);
      expect([url.origin, url.search, url.hash, url.pathname]).toEqual([HOST, "", "", location]);
      expect(location.split("/")).toHaveLength(
        path.split("/").length + (path.startsWith(OWN) ? 1 : 2),
      );
    }
  });

  test("takes nothing but a look, and what never was a page is not there", async () => {
    const posted = await handle(new Request(`${HOST}${OWN}`, { method: "POST", headers: OWNER }));
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    for (const path of [`${OWN}/restores`, `${OWN}/baselines/${ID}`, "/workspaces/north/members"]) {
      expect([path, (await handle(request(path, OWNER))).status]).toEqual([path, 404]);
    }
  });
});
