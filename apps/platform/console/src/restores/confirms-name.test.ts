import { expect, test } from "vitest";
import { confirmationOf } from "./confirms-name.ts";

test("only the exact name confirms a restore", () => {
  expect(confirmationOf("Contoso AG", "Contoso AG")).toBe("exact");
  for (const typed of ["contoso ag", "Contoso AG ", "Contoso  AG"]) {
    expect([typed, confirmationOf(typed, "Contoso AG")]).toEqual([typed, "nearly"]);
  }
  for (const typed of ["Contoso", "Contoso AG 2", "Fabrikam"]) {
    expect([typed, confirmationOf(typed, "Contoso AG")]).toEqual([typed, "differs"]);
  }
  expect(confirmationOf("", "Contoso AG")).toBe("empty");
});

test("an environment with an odd name is confirmed by that very name", () => {
  const name = `Contoso <script>alert(1)</script>"'`;
  expect(confirmationOf(name, name)).toBe("exact");
});
