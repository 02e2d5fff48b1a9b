import { expect, test } from "vitest";
import { createMessage } from "./create-message.ts";

const message = createMessage({
  plain: "Nothing needs to be done: 100 % of it is there # as it was.",
  counted: "{count, plural, one {# run} other {# runs}} of {name}",
  quoted: "It''s '{'not'}' a value.",
});

test("a text without syntax says what it says", () => {
  expect(message("plain")).toBe("Nothing needs to be done: 100 % of it is there # as it was.");
});

test("values are filled in, each time anew", () => {
  expect(message("counted", { count: 1, name: "Ada" })).toBe("1 run of Ada");
  expect(message("counted", { count: 1_200, name: "<b>" })).toBe("1,200 runs of <b>");
});

test("what is quoted is no syntax", () => {
  expect(message("quoted")).toBe("It's {not} a value.");
});
