import type { PlacesInput } from "./ask-world.test-kit.ts";
import type { ShownPage } from "./shown-page.test-kit.ts";

export type Reader = NonNullable<ShownPage["as"]>;

/** A token for each kind of reader; they may see the whole workspace. */
export async function readerTokens(input: PlacesInput): Promise<Readonly<Record<Reader, string>>> {
  const tokenOf = async (role: Reader) => {
    const answer = await fetch(`${input.url}/api/v1/workspaces/${input.workspace}/tokens`, {
      method: "POST",
      headers: { authorization: `Bearer ${input.token}`, "content-type": "application/json" },
      body: JSON.stringify({ name: `Proof of the pages, ${role}`, role }),
    });
    const { secret } = (await answer.json()) as { readonly secret?: string };
    if (secret === undefined) throw new Error(`There is no token for a ${role}: ${answer.status}`);
    return secret;
  };
  return {
    owner: input.token,
    viewer: await tokenOf("viewer"),
    customer: await tokenOf("customer"),
  };
}
