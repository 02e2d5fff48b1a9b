import { askWorld, type PlacesInput } from "./ask-world.test-kit.ts";
import type { ShownPage } from "./shown-page.test-kit.ts";

export type Reader = NonNullable<ShownPage["as"]>;

/** A token for each kind of reader; they may see the whole workspace. */
export async function readerTokens(input: PlacesInput): Promise<Readonly<Record<Reader, string>>> {
  const { send } = askWorld(input);
  const tokenOf = async (role: Reader) => {
    const made = await send("POST", "/tokens", { name: `Proof of the pages, ${role}`, role });
    return String(made["secret"]);
  };
  return {
    owner: input.token,
    viewer: await tokenOf("viewer"),
    customer: await tokenOf("customer"),
  };
}
