import { useMe } from "settled-console/app";
import { RoleChoice } from "../access/role-choice.tsx";
import type { Role } from "../access/role-names.ts";
import { text } from "../text.ts";
import type { TokenOrder } from "./use-tokens.ts";

type Scope = NonNullable<TokenOrder["scopes"]>[number];

/** What a token may do: by a role, or by single rights. */
export type TokenMight =
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "scopes"; readonly scopes: readonly Scope[] };

/** Offers the rights that the person has themself: nobody makes a token that may more. */
export function TokenPower({
  workspace,
  might,
  onChange,
}: {
  readonly workspace: string;
  readonly might: TokenMight;
  onChange(might: TokenMight): void;
}) {
  const { data: me } = useMe();
  const own = (me?.workspaces.find(({ id }) => id === workspace)?.capabilities ??
    []) as readonly Scope[];
  return (
    <>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={might.kind === "scopes"}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.checked
                ? { kind: "scopes", scopes: ["runs.view"] }
                : { kind: "role", role: "viewer" },
            )
          }
        />
        {text("tokens.scopes.choose")}
      </label>
      {might.kind === "role" ? (
        <RoleChoice value={might.role} onChange={(role) => onChange({ kind: "role", role })} />
      ) : (
        <fieldset>
          <legend className="mb-1 font-semibold">{text("tokens.scopes")}</legend>
          <div className="grid max-h-44 gap-x-4 gap-y-1 overflow-auto sm:grid-cols-2">
            {own.map((scope) => (
              <label key={scope} className="flex items-center gap-2 font-mono text-tiny">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent"
                  checked={might.scopes.includes(scope)}
                  onChange={({ currentTarget }) =>
                    onChange({
                      kind: "scopes",
                      scopes: [
                        ...might.scopes.filter((one) => one !== scope),
                        ...(currentTarget.checked ? [scope] : []),
                      ],
                    })
                  }
                />
                {scope}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
