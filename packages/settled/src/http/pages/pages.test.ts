import { describe, expect, test } from "vitest";
import { CONTOSO, get, NORTH, openTestDesk } from "../http.test-kit.ts";

const XSS = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg/onload=alert(3)>`;
const RUNS = "/workspaces/north/runs";

async function textAt(handler: (request: Request) => Promise<Response>, path: string) {
  const answer = await handler(get(path));
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Markup that only our own templates may write. */
function expectHarmless(text: string): void {
  expect(text).not.toMatch(/<script|<img|<svg|<iframe/i);
  expect(text.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i);
  expect(text).not.toMatch(/(?:href|src|action)="(?!\/|#)/i);
}

describe("a page", () => {
  test("leads back to the host's first page, also where there is nothing", async () => {
    const { handler } = openTestDesk();
    const branded = handler({ brand: { name: "Platform", href: "/workspaces" } });
    const { status, text } = await textAt(branded, `${RUNS}/nothing`);
    expect(status).toBe(404);
    expect(text).toContain(`<a class="brand" href="/workspaces">Platform</a>`);
    expect(text).toContain(`<a class="button" href="/workspaces">To the first page</a>`);
    const foreign = handler({ brand: { name: "Platform", href: "//evil.example" } });
    expect((await textAt(foreign, `${RUNS}/nothing`)).text).not.toContain("evil.example");
  });

  test("escapes whatever came from outside, wherever it is shown", async () => {
    const desk = openTestDesk({ label: `Review ${XSS}` });
    desk.shelf.set("r1", { title: XSS, state: XSS });
    const run = await desk.start({
      input: { month: XSS },
      initiator: { kind: "user", id: XSS, name: XSS },
    });
    const finished = await desk.finish(run, {
      outcome: "partially_succeeded",
      reason: XSS,
      related: { type: "environment_review", id: "r1" },
      summary: { [XSS]: 3 },
    });
    await desk.lifecycle.reconcile(
      finished,
      {
        adapter: XSS,
        decision: "attention_required",
        reason: XSS,
        trigger: "operator",
        related: { type: "environment_review", id: "r1" },
        checks: [{ check: XSS, passed: false, detail: XSS }],
        decidedBy: XSS,
      },
      {
        summary: null,
        detail: { because: XSS },
        dueAfterMs: null,
        actor: { kind: "operator", id: XSS, name: XSS },
      },
    );
    const failing = await desk.start();
    await desk.fail(failing, { name: XSS, message: XSS, stack: XSS, attempt: 1 });
    const handle = desk.handler({
      brand: { name: XSS },
      linksFor: () => [
        { label: XSS, href: "javascript:alert(1)" },
        { label: XSS, href: "//evil.example" },
        { label: XSS, href: `/ok?"><script>` },
      ],
    });
    for (const path of [
      RUNS,
      `${RUNS}?type=${encodeURIComponent("restore.execute")}`,
      `${RUNS}?environment=${encodeURIComponent(XSS)}`,
      `${RUNS}?initiator=${encodeURIComponent(XSS)}`,
      `${RUNS}/${run.id}`,
      `${RUNS}/${failing.id}`,
      `/workspaces/${encodeURIComponent(XSS)}/runs`,
    ]) {
      const { text } = await textAt(handle, path);
      expectHarmless(text);
    }
    const { text } = await textAt(handle, `${RUNS}/${run.id}`);
    expect(text).toContain("&lt;script&gt;");
    expect(text).not.toContain("evil.example");
  });

  test("runs no script and loads nothing: its policy names its one style by hash", async () => {
    const { handler, start } = openTestDesk();
    const run = await start();
    const { headers, text } = await textAt(handler(), `${RUNS}/${run.id}`);
    const policy = headers.get("content-security-policy") ?? "";
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${Buffer.from(digest).toString("base64")}'; ` +
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    );
    expect(text).not.toMatch(/\sstyle="/);
  });
});

describe("the list", () => {
  test("nothing yet reads otherwise than nothing for this filter", async () => {
    const { handler, start } = openTestDesk();
    expect((await textAt(handler(), RUNS)).text).toContain("Nothing yet");
    await start();
    const filtered = (await textAt(handler(), `${RUNS}?outcome=failed&type=&environment=`)).text;
    expect(filtered).toContain("Nothing for this filter");
    expect(filtered).not.toContain("Nothing yet");
  });

  test("a run is shown with outcome, artifact, who and when; the next page is linked", async () => {
    const { handler, start, finish, shelf, clock } = openTestDesk();
    shelf.set("r1", { title: "Review of May" });
    await finish(await start(), {
      outcome: "succeeded",
      related: { type: "environment_review", id: "r1" },
    });
    for (let n = 0; n < 25; n += 1) await start({ environmentId: CONTOSO });
    await clock.advance(180_000);
    const first = (await textAt(handler(), `${RUNS}?environment=contoso&outcome=`)).text;
    const next = /href="([^"]*)" rel="next"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(next).toContain("environment=contoso");
    const { text } = await textAt(handler(), next);
    expect(text).toContain("← Newest");
    const whole = first + text;
    expect(whole).toContain('<a href="/workspaces/north/reviews/r1">Review of May</a>');
    expect(whole).toMatch(/✓<\/i\s*>Succeeded/);
    expect(whole).toContain("Maria Lang");
    expect(whole).toMatch(/<time datetime="2026-05-01T10:00:00.000Z"[^>]*>\s*3 minutes ago/);
  });

  test("a filter that cannot be used is told on a page", async () => {
    const answer = await textAt(openTestDesk().handler(), `${RUNS}?limit=10000000`);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("the maximum is 200");
  });
});

describe("the page of a run", () => {
  test("says what happened, what to do next and why that is believed", async () => {
    const { handler, start, begin, lifecycle, shelf } = openTestDesk();
    shelf.set("r1", { title: "Review of May" });
    const { run } = await begin(await start());
    await lifecycle.reconcile(
      run,
      {
        adapter: "environment-review",
        decision: "succeeded",
        reason: "artifact_complete",
        trigger: "went_silent",
        related: { type: "environment_review", id: "r1" },
        checks: [{ check: "artifact_is_complete", passed: true, detail: "The content was read." }],
        decidedBy: "Settled",
      },
      {
        summary: null,
        detail: {},
        dueAfterMs: null,
        actor: { kind: "sweeper", id: "s", name: "Settled" },
      },
    );
    const { text } = await textAt(handler(), `${RUNS}/${run.id}`);
    for (const words of [
      "Next step:",
      "Why do you believe this?",
      "Went silent",
      "Artifact is complete",
      "The content was read.",
      "Recorded before",
      "by the adapter environment-review",
      "Checked at",
      "Maria Lang asked for: environment review.",
      run.id,
      "reviews",
    ]) {
      expect(text).toContain(words);
    }
  });

  test("of a running run shows how far it is", async () => {
    const { handler, start, begin, lifecycle } = openTestDesk();
    const { run, attempt } = await begin(await start());
    await lifecycle.progress(attempt, { done: 3, total: 10, message: XSS });
    const { text } = await textAt(handler(), `${RUNS}/${run.id}`);
    expect(text).toMatch(/<progress max="10" value="3"/);
    expectHarmless(text);
  });

  test("of a type that this process does not know is still shown", async () => {
    const { handler, start, settled } = openTestDesk();
    const run = await start({ workspaceId: NORTH });
    const catalog = { ...settled.catalog, find: () => null, findArtifact: () => null };
    const handle = handler({ settled: { ...settled, catalog } });
    expect((await textAt(handle, `${RUNS}/${run.id}`)).text).toContain("Unknown operation");
    expect((await textAt(handle, RUNS)).text).toContain("Unknown operation");
  });
});
