import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";

/** All that a person can read of a page or of each of its parts: texts, what is in fields, and what hovering tells. */
async function shownTexts(page: Page, parts: string): Promise<readonly string[]> {
  const texts = await page.evaluate((selector) => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const readable = (part: HTMLElement) =>
      [part, ...part.querySelectorAll<HTMLElement>("*")].flatMap((node) => [
        node.title,
        node.ariaLabel ?? "",
        node instanceof HTMLInputElement ? node.value : "",
      ]);
    return [...document.querySelectorAll<HTMLElement>(selector)].map((part) =>
      [part.innerText, ...readable(part)].join("\n"),
    );
  }, parts);
  return texts.map(bare);
}

/** Without what pages draw as they like: space, what has no shape, and how JSON writes it. */
export function bare(text: string): string {
  return text.normalize("NFC").replaceAll(/[\s\p{Cc}\p{Cf}\p{Cn}\p{Z}\\]/gu, "");
}

/** As many signs of the name of who started a run are shown. */
const NAME_CHARS_MAX = 80;

/** As it is, as JSON writes it, or, of a long one, its beginning with a sign that it goes on. */
function stands(text: string, shown: string): boolean {
  const cut = `${text.slice(0, NAME_CHARS_MAX - 1)}…`;
  const written = [
    text,
    JSON.stringify(text).slice(1, -1),
    ...(text.length > NAME_CHARS_MAX ? [cut] : []),
  ];
  return written.some((one) => shown.includes(bare(one)));
}

/** Those whose value is an address. */
const LEADING_ATTRIBUTES = [
  "href",
  "xlink:href",
  "src",
  "srcset",
  "srcdoc",
  "action",
  "formaction",
  "data",
  "ping",
];

/** What of a page would act if it was touched, and where its links lead away: nothing, in a page that is well. */
export async function actingNodes(page: Page): Promise<readonly string[]> {
  return page.evaluate((LEADING) => {
    const spoilt = "hit" in {} ? ["every object has got a hit"] : [];
    const acting = [...document.querySelectorAll("*")].flatMap((node) => {
      const acts = [...node.attributes].some(
        ({ name, value }) =>
          name.startsWith("on") ||
          (LEADING.includes(name) &&
            ["javascript:", "vbscript:", "data:"].includes(
              URL.parse(value, location.href)?.protocol ?? "",
            )),
      );
      const leadsAway =
        node instanceof HTMLAnchorElement && node.href !== "" && node.origin !== location.origin;
      const isForeign = node.matches(
        "iframe, object, embed, base:not([href^='/']), script:not([src])",
      );
      const said = [...node.attributes].map(({ name, value }) => `${name}=${value}`);
      return acts || leadsAway || isForeign ? [[node.localName, ...said].join(" ")] : [];
    });
    return [...spoilt, ...acting];
  }, LEADING_ATTRIBUTES);
}

/** The texts that the page does not show, and those that its title does not. */
export async function lostTexts(
  page: Page,
  texts: readonly string[],
  inTitle: readonly string[] = [],
): Promise<readonly string[]> {
  return untilNone(async () => {
    const [shown = ""] = await shownTexts(page, "body");
    const title = bare(await page.title());
    return [
      ...texts.filter((text) => !stands(text, shown)),
      ...inTitle.filter((text) => !stands(text, title)).map((text) => `Title: ${text}`),
    ];
  });
}

/** The rows of which no part of the page shows every text together. */
export async function lostRows(
  page: Page,
  parts: string,
  rows: readonly (readonly string[])[],
): Promise<readonly (readonly string[])[]> {
  return untilNone(async () => {
    const shown = await shownTexts(page, parts);
    return rows.filter((own) => !shown.some((part) => own.every((text) => stands(text, part))));
  });
}

const DRAWN_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 25;

/** What is missing still after the time that a page takes to draw what it shows. */
async function untilNone<Lost>(look: () => Promise<readonly Lost[]>): Promise<readonly Lost[]> {
  const untilMs = performance.now() + DRAWN_WITHIN_MS;
  for (;;) {
    const lost = await look();
    if (lost.length === 0 || performance.now() > untilMs) return lost;
    await sleep(LOOK_EVERY_MS);
  }
}
