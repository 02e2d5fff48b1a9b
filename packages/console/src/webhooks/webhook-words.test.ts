import { expect, test } from "vitest";
import { bodyOfWish, NEW_WISH } from "./webhook-words.ts";

test("a new endpoint hears everything unless something was taken away", () => {
  const body = bodyOfWish({ ...NEW_WISH, url: " https://hooks.example/settled " });
  expect(body).toMatchObject({ url: "https://hooks.example/settled", environments: null });
  expect(body.event_types).toHaveLength(9);
});

test("environments are ids with commas or spaces between, and events keep the order of the list", () => {
  const body = bodyOfWish({
    ...NEW_WISH,
    environments: "contoso, fabrikam  tailwind",
    eventTypes: new Set(["operation_run.failed", "operation_run.created"]),
  });
  expect(body.environments).toEqual(["contoso", "fabrikam", "tailwind"]);
  expect(body.event_types).toEqual(["operation_run.created", "operation_run.failed"]);
});
