import { expect, test } from "vitest";
import { inServerRole } from "./in-server-role.ts";

test("the role of servers is taken beside whatever else a connection string asks for", () => {
  const options = (text: string) => new URL(inServerRole(text)).searchParams.get("options");
  expect(options("postgres://a@h/d")).toBe("-c role=settled_server");
  expect(options("postgres://a@h/d?options=-c%20search_path%3Dx")).toBe(
    "-c search_path=x -c role=settled_server",
  );
  const whole = inServerRole("postgres://a:p%40ss@h:1/d?sslmode=require");
  expect(whole).toContain("postgres://a:p%40ss@h:1/d?sslmode=require&options=");
});

test("a connection string that is no URL is refused, and not repeated", () => {
  expect(() => inServerRole("host=h password=secret")).toThrow(
    expect.objectContaining({
      code: "invalid_configuration",
      message: expect.not.stringContaining("secret"),
    }),
  );
});
