// `npm run screenshots`: every page of the console in every state, light and dark, wide and narrow, in `screenshots/`.
// SCREENSHOTS_ONLY=run writes the pages whose name begins so, SCREENSHOTS_LOOKS=light.wide,dark.narrow those looks alone;
// SCREENSHOTS_URL and SCREENSHOTS_TOKEN name a server, in whose workspace demo people and endpoints are then made.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Look, openBrowser } from "./open-browser.test-kit.ts";
import { furnishWorld } from "./pages/furnish-world.test-kit.ts";
import { openDemoServer } from "./pages/open-demo-server.test-kit.ts";
import { type PageStop, walkPages } from "./pages/walk-pages.test-kit.ts";

const FOLDER = join(import.meta.dirname, "../../../screenshots");
const LOOKS: readonly Required<Look>[] = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 360 },
];
const WIDE_FROM = 600;
const looks = process.env["SCREENSHOTS_LOOKS"]?.split(",");
const only = process.env["SCREENSHOTS_ONLY"] ?? "";
const named = { url: process.env["SCREENSHOTS_URL"], token: process.env["SCREENSHOTS_TOKEN"] };

const browser = await openBrowser();
if (browser === null) throw new Error("Chromium could not be had.");
const { url, token, close } =
  named.url === undefined || named.token === undefined
    ? await openDemoServer()
    : { url: named.url, token: named.token, close: () => Promise.resolve() };
const wrong: string[] = [];
let written = 0;
try {
  if (only === "") await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const asked = { url, token, workspace: "demo" };
  await furnishWorld(asked);
  const lacking = await walkPages({
    ...asked,
    browser,
    looks: LOOKS.filter((look) => looks?.includes(nameOf(look)) ?? true),
    everyState: true,
    only,
    stop: take,
  });
  for (const name of lacking) console.log(`${name}: the demo data has none`);
} finally {
  await browser.close();
  await close();
}
console.log(`${written} screenshots in screenshots/`);
for (const line of wrong) console.error(`WRONG ${line}`);
process.exitCode = wrong.length === 0 && written > 0 ? 0 : 1;

function nameOf({ colorScheme, width }: Required<Look>): string {
  return `${colorScheme}.${width < WIDE_FROM ? "narrow" : "wide"}`;
}

async function take({ shown, state, look, window, problems }: PageStop): Promise<void> {
  const what = state === "shown" ? shown.name : `${shown.name}.${state}`;
  const name = `${what}.${nameOf(look)}.png`;
  await window.page.screenshot({ path: join(FOLDER, name), fullPage: true });
  written += 1;
  console.log(problems.length === 0 ? name : `${name}: ${problems.join("; ")}`);
  wrong.push(...problems.map((problem) => `${name}: ${problem}`));
}
