import { describe, expect, test } from "vitest";
import { expectAccessible, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";

const here = useConsoleWorld();

describe("members", () => {
  test("are added with a link that is told once, changed, and taken out", async (context) => {
    const window = await here(context).show("/workspaces/north/members");
    const { page } = window;
    await page.getByRole("heading", { name: "Nobody is a member yet" }).waitFor();
    for (const [email, role] of [
      ["ada@people.example", "Owner"],
      ["bo@people.example", "Viewer"],
    ] as const) {
      await page.getByRole("button", { name: "Add somebody" }).click();
      const form = page.getByRole("dialog");
      await form.getByLabel("E-mail address").fill(email);
      await form.getByRole("radio", { name: new RegExp(`^${role}`) }).check();
      if (role === "Viewer") await expectAccessible(window);
      await form.getByRole("button", { name: "Add them" }).click();
      const told = page.getByRole("dialog", { name: `The link for ${email}` });
      const link = await told.locator("code").innerText();
      expect(link).toMatch(/\/welcome\?token=/);
      await told.getByRole("button", { name: "I have kept it" }).click();
      await told.waitFor({ state: "hidden" });
      expect(await page.content()).not.toContain(link.split("token=")[1]);
    }
    const bo = page.getByRole("row", { name: /bo@people\.example/ });
    await bo.getByRole("button", { name: /^Change/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("radio", { name: /^Operator/ })
      .check();
    await page.getByRole("dialog").getByLabel("Only some environments").check();
    await page.getByRole("dialog").getByLabel("Fabrikam").check();
    await page.getByRole("dialog").getByRole("button", { name: "Change it" }).click();
    await bo.getByText("Operator").waitFor();
    await bo.getByText("Fabrikam").waitFor();
    await expectAccessible(window);
    await bo.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("They see nothing of it from now on.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Take them out" }).click();
    await bo.waitFor({ state: "hidden" });
    await expectCalm(window);
  });

  test("are given a role and environments by arrow keys", async (context) => {
    const { page } = await here(context).show("/workspaces/north/members");
    await page.getByRole("button", { name: "Add somebody" }).first().click();
    const form = page.getByRole("dialog");
    for (const [first, next] of [
      [/^Viewer/, /^Customer/],
      [/^Every environment/, /^Only some environments/],
    ] as const) {
      await form.getByRole("radio", { name: first }).focus();
      await page.keyboard.press("ArrowDown");
      await form
        .getByRole("radio", { name: next, checked: true })
        .and(page.locator(":focus"))
        .waitFor();
    }
  });

  test("are refused in the words of the API, and nothing that was filled in is lost", async (context) => {
    const { page } = await here(context).show("/workspaces/south/members");
    const add = async (email: string) => {
      await page.getByRole("button", { name: "Add somebody" }).click();
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Add them" }).click();
    };
    await add("cy@people.example");
    await page.getByRole("button", { name: "I have kept it" }).click();
    await add("cy@people.example");
    await page
      .getByRole("alert")
      .getByText(/member already|already/i)
      .first()
      .waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe("cy@people.example");
  });
});

describe("tokens", () => {
  test("are made with a secret that is nowhere afterwards, and revoked", async (context) => {
    const window = await here(context).show("/workspaces/north/tokens");
    const { page } = window;
    await page.getByRole("heading", { name: "No token yet" }).waitFor();
    await page.getByRole("button", { name: "Make a token" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("What it is for").fill("Nightly report");
    await form.getByLabel("Single rights in the place of a role").check();
    await form.getByLabel("audit.view").check();
    await expectAccessible(window);
    await form.getByRole("button", { name: "Make it" }).click();
    const told = page.getByRole("dialog", { name: "The secret of Nightly report" });
    const secret = await told.locator("code").innerText();
    expect(secret).toMatch(/^stl_/);
    await expectAccessible(window);
    await told.getByRole("button", { name: "I have kept it" }).click();
    const row = page.getByRole("row", { name: /Nightly report/ });
    await row.getByText("Valid").waitFor();
    const kept = await page.evaluate(
      () => `${JSON.stringify(localStorage)}${JSON.stringify(sessionStorage)}${location.href}`,
    );
    expect(kept + (await page.content())).not.toContain(secret);
    await page.reload();
    await row.getByText("audit.view").waitFor();
    expect(await page.content()).not.toContain(secret);
    await row.getByRole("button", { name: /^Revoke/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke it" }).click();
    await row.getByText("Revoked").waitFor();
    await expectCalm(window);
  });
});

describe("webhooks", () => {
  test("are added, given a new secret, disabled, pinged and removed", async (context) => {
    const window = await here(context).show("/workspaces/north/webhooks", {
      width: 360,
      colorScheme: "dark",
    });
    const { page } = window;
    await page.getByRole("heading", { name: "Nobody is told yet" }).waitFor();
    await page.getByRole("button", { name: "Add an endpoint" }).click();
    await page.getByLabel("Address").fill("https://127.0.0.1/inner");
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByRole("alert").getByText("Messages cannot be sent there").waitFor();
    await page.getByLabel("Address").fill("https://hooks.example/settled");
    await expectAccessible(window);
    await page.getByRole("button", { name: "Add it" }).click();
    const told = page.getByRole("dialog", { name: "The secret of this endpoint" });
    const secret = await told.locator("code").innerText();
    await told.getByRole("button", { name: "I have kept it" }).click();
    await page.getByRole("link", { name: "https://hooks.example/settled" }).click();
    await page.getByText("Nothing was sent yet.").waitFor();
    await expectAccessible(window);

    await page.getByRole("button", { name: "New secret" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Make a new secret" }).click();
    expect(await told.locator("code").innerText()).not.toBe(secret);
    await told.getByRole("button", { name: "I have kept it" }).click();
    await page.getByText("beside it until").waitFor();
    expect(await page.content()).not.toContain(secret);

    await page.getByRole("button", { name: "Send a ping" }).click();
    await page.getByRole("row", { name: /ping/ }).getByText("On its way").waitFor();
    await page.getByRole("button", { name: "Disable" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Disable it" }).click();
    await page.getByText("It was disabled by hand.").waitFor();
    await page.getByRole("button", { name: "Enable" }).click();
    await page.getByRole("button", { name: "Disable" }).waitFor();
    await expectAccessible(window);
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove it" }).click();
    await page.getByRole("heading", { name: "Nobody is told yet" }).waitFor();
    await expectCalm(window);
  });
});
