import type { Member } from "./use-members.ts";

/** What is being asked about a member; `add` is about nobody yet. */
export type MemberQuestion =
  | { readonly kind: "add" }
  | { readonly kind: "change" | "remove" | "invite"; readonly member: Member };
