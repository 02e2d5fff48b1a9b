import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";
import { showAs } from "./show-as.test-kit.ts";

const here = useConsoleWorld();
const CATALOG = "/workspaces/north/operations";

/** An operation that the platform does not have, whose input needs every kind of field. */
const LETTER = {
  type: "letter.write",
  label: "Letter",
  capability: "environments.view",
  environment: "optional",
  queue: { name: "letters", retries: 0 },
  adapter: null,
  artifact: null,
  timeouts: { start_within_ms: 1, run_within_ms: 1, decide_within_ms: 1 },
  repeatable: false,
  input_schema: {
    type: "object",
    properties: {
      to: { type: "string", title: "Receiver", description: "Who gets it." },
      copies: { type: "integer", default: 1 },
      urgent: { type: "boolean" },
      copied: { type: "array", items: { type: "string" } },
      by: { type: "array", items: { enum: ["mail", "hand"] } },
      layout: { type: "object" },
    },
    required: ["to", "urgent", "layout"],
    additionalProperties: false,
  },
};

const cardOf = (page: Page, label: string) =>
  page.getByRole("main").getByRole("region", { name: label });

const hasFocus = (element: Element) => element === document.activeElement;

async function openStart(page: Page, label: string) {
  await cardOf(page, label)
    .getByRole("button", { name: `Start … ${label}` })
    .click();
  return page.getByRole("dialog", { name: `Start: ${label}` });
}

test("an operation is started for one environment, and its run is shown", async (context) => {
  const window = await here(context).show(CATALOG);
  const { page } = window;
  const dialog = await openStart(page, "Environment snapshot");
  await dialog.getByText("It takes nothing else.").waitFor();
  await dialog.getByRole("button", { name: "Start it" }).click();
  await dialog.getByText("This is needed.").waitFor();
  const environment = dialog.getByRole("combobox", { name: "Environment" });
  expect(await environment.getAttribute("aria-invalid")).toBe("true");
  await expectAccessible(window);
  await environment.selectOption({ value: "fabrikam" });
  await dialog.getByRole("button", { name: "Start it" }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { name: "Environment snapshot" }).waitFor();
  await page.getByRole("banner").getByText("fabrikam").waitFor();
  await expectCalm(window);
});

test("what asks for more than its schema says is started on its own page", async (context) => {
  for (const [label, page] of [
    ["Environment review", /\/environments\/contoso$/],
    ["Review pack", /\/environments\/contoso\/packs$/],
    ["Restore", /\/environments\/contoso\/restores\/new$/],
  ] as const) {
    const window = await here(context).show(CATALOG);
    const dialog = await openStart(window.page, label);
    await dialog.getByRole("combobox", { name: "Environment" }).selectOption({ value: "contoso" });
    expect(await dialog.getByRole("button", { name: "Start it" }).count()).toBe(0);
    await dialog.getByRole("button", { name: "Go to that page" }).click();
    await window.page.waitForURL(page);
    await expectCalm(window);
  }
});

test("a form is made of the schema, and what is wrong is told at its field", async (context) => {
  const window = await here(context).show("/workspaces/north/settings", { width: 360 });
  const { page } = window;
  const sent: unknown[] = [];
  await page.route("**/api/v1/workspaces/north/operations", (route) =>
    route.fulfill({ json: { operations: [LETTER], reasons: [] } }),
  );
  await page.route("**/operations/letter.write/runs", (route) => {
    sent.push(route.request().postDataJSON());
    const errors =
      sent.length > 1
        ? [{ pointer: "/input/by", detail: "No hand is free." }]
        : [
            { pointer: "/input/to", detail: "Nobody is called so." },
            { pointer: "/input/copied/1", detail: "Neither is she." },
            { pointer: "/input", detail: "It does not fit together." },
          ];
    return route.fulfill({
      status: 422,
      contentType: "application/problem+json",
      json: { code: "invalid_input", title: "The input is not accepted", errors },
    });
  });
  await page.goto(page.url().replace("settings", "operations"));
  const dialog = await openStart(page, "Letter");
  await dialog.getByRole("textbox", { name: "Receiver" }).fill("Ada");
  await dialog.getByRole("textbox", { name: "copies" }).fill("two");
  await dialog.getByRole("textbox", { name: "layout" }).fill("{");
  await dialog.getByRole("button", { name: "Start it" }).click();
  await dialog.getByText("This is no number.").waitFor();
  await dialog.getByText("This is no JSON.").waitFor();
  await dialog.getByText("This is needed.").waitFor();
  expect(sent).toEqual([]);
  expect(await dialog.getByRole("textbox", { name: "copies" }).evaluate(hasFocus)).toBe(true);
  await expectAccessible(window);

  await dialog.getByRole("textbox", { name: "copies" }).fill("2");
  await dialog.getByRole("textbox", { name: "copied" }).fill("Ben\nCy");
  await dialog.getByRole("textbox", { name: "layout" }).fill('{"wide":true}');
  await dialog.getByRole("combobox", { name: "urgent" }).selectOption("true");
  await dialog.getByRole("checkbox", { name: "hand" }).check();
  await dialog.getByRole("button", { name: "Start it" }).click();
  await dialog.getByText("Nobody is called so.", { exact: true }).waitFor();
  await dialog.getByText("1: Neither is she.", { exact: true }).waitFor();
  await dialog.getByRole("alert").getByText("/input: It does not fit together.").waitFor();
  expect(sent).toEqual([
    {
      environment_id: null,
      input: {
        to: "Ada",
        copies: 2,
        urgent: true,
        copied: ["Ben", "Cy"],
        by: ["hand"],
        layout: { wide: true },
      },
    },
  ]);
  await expectAccessible(window);

  await dialog.getByRole("button", { name: "Start it" }).click();
  const boxes = dialog.getByRole("group", { name: "by", description: /No hand is free\./ });
  await boxes.waitFor();
  expect(await boxes.getByRole("checkbox", { name: "mail" }).evaluate(hasFocus)).toBe(true);
  await expectAccessible(window);
});

test("who may not start an operation is told the right that is missing", async (context) => {
  const { page } = await showAs(here(context), "viewer", CATALOG);
  const button = cardOf(page, "Restore").getByRole("button", { name: /^Start/ });
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  expect(await button.getAttribute("title")).toContain("restores.execute");
});
