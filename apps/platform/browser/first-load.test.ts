import { expect, test } from "vitest";
import { measureBundle } from "../../../bench/console/measure-bundle.ts";
import { useConsoleWorld } from "./console-world.test-kit.ts";

const here = useConsoleWorld();

test("the list of runs loads the files that its weight is counted by, and no others until it is used", async (context) => {
  const { page } = await here(context).show("/workspaces/north/runs?view=all");
  await page.locator("tbody tr").first().waitFor();
  await page.locator("[data-live=live]").waitFor();
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname.split("/").at(-1) ?? "")
      .filter((name) => /\.(?:js|css)$/.test(name)),
  );
  const { chunks } = measureBundle();
  const counted = chunks.filter(({ isFirst }) => isFirst).map(({ name }) => name);
  expect([...new Set(loaded)].toSorted()).toEqual(counted.toSorted());
});

test("what the list shows first is asked for while its file is on its way", async (context) => {
  const { page } = await here(context).show("/workspaces/north/settings");
  const { promise: isLet, resolve: arrive } = Promise.withResolvers<void>();
  await page.route("**/runs-page-*.js", async (route) => {
    await isLet;
    await route.continue();
  });
  const FIRST_PAGE = /\/runs\?limit=\d+$/;
  let times = 0;
  page.on("request", (request) => {
    if (FIRST_PAGE.test(request.url())) times += 1;
  });
  const asked = page.waitForRequest(FIRST_PAGE);
  await page.goto(new URL("/console/workspaces/north/runs?view=all", page.url()).href, {
    waitUntil: "commit",
  });
  await asked;
  expect(await page.locator("tbody tr").count()).toBe(0);
  arrive();
  await page.locator("tbody tr").first().waitFor();
  expect(times).toBe(1);
});
