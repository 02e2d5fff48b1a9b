import { expect, test } from "vitest";
import { fittingGroups, type PaletteItem } from "./palette-item.ts";

const item = (label: string, note = ""): PaletteItem => ({
  id: label,
  label,
  note,
  run: () => undefined,
});
const GROUPS = [
  { title: "Pages", items: [item("Operations"), item("Environments")] },
  { title: "Environments", items: [item("Contoso Ltd", "contoso"), item("Fabrikam")] },
];
const labelsFor = (typed: string) =>
  fittingGroups(GROUPS, typed).map(({ title, items }) => [title, items.map(({ label }) => label)]);

test("the palette finds by all words anywhere, and leaves out groups without any", () => {
  expect(labelsFor("")).toHaveLength(2);
  expect(labelsFor("ltd CONT")).toEqual([["Environments", ["Contoso Ltd"]]]);
  expect(labelsFor("ment")).toEqual([["Pages", ["Environments"]]]);
  expect(labelsFor("nothing like it")).toEqual([]);
});
