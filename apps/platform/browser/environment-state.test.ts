import { expect, test } from "vitest";
import { expectAccessible, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";

const here = useConsoleWorld();

test("an environment is suspended once another state was chosen, and the reason stands in the audit", async (context) => {
  const window = await here(context).show("/workspaces/north/environments/fabrikam");
  const { page } = window;
  await page.getByRole("button", { name: "Change state" }).click();
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Change", exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("combobox").selectOption("suspended");
  await dialog.getByRole("textbox").fill("They move to another provider.");
  await expectAccessible(window);
  await confirm.click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("main").getByText("Suspended", { exact: true }).first().waitFor();
  await page.getByRole("link", { name: "Audit" }).click();
  await page.getByText("They move to another provider.").waitFor();
  await expectCalm(window);
});
