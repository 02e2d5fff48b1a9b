import type { TestWindow } from "../open-browser.test-kit.ts";

/** Everything by which a stored text would show that it was taken for more than a text. */
export interface Effects {
  seen(): readonly string[];
}

const WATCH = `
  window.hit = () => window.tellEffect("a script ran");
  for (const name of ["alert", "confirm", "prompt"]) window[name] = () => window.tellEffect(name);
  document.addEventListener("securitypolicyviolation", (event) =>
    window.tellEffect("policy " + event.effectiveDirective + " against " + event.blockedURI));
`;

/** Watches a window from before its first page; `origin` is the only server that it may ask. */
export async function watchForEffects({ page }: TestWindow, origin: string): Promise<Effects> {
  const effects: string[] = [];
  await page.exposeFunction("tellEffect", (what: string) => void effects.push(what));
  await page.addInitScript(WATCH);
  page.on("dialog", (dialog) => {
    effects.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`)) effects.push(`asked ${url}`);
  });
  page.on("popup", () => effects.push("opened a window"));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) effects.push(`framed ${frame.url()}`);
  });
  return { seen: () => [...new Set(effects)] };
}
