import { ChoiceField } from "settled-console/app";
import { text } from "../text.ts";
import { useEnvironmentNames } from "./use-environment-names.ts";

/** For which environments something holds: all of them, or some. Null = all, and what belongs to the whole workspace. */
export function EnvironmentChoice({
  workspace,
  value,
  isFixed = false,
  onChange,
}: {
  readonly workspace: string;
  readonly value: readonly string[] | null;
  /** An owner has every environment: there is nothing to choose. */
  readonly isFixed?: boolean;
  onChange(ids: readonly string[] | null): void;
}) {
  const { data: environments = [] } = useEnvironmentNames(workspace);
  const chosen = isFixed ? null : value;
  const turn = (id: string, isOn: boolean) =>
    onChange([...(value ?? []).filter((one) => one !== id), ...(isOn ? [id] : [])]);
  return (
    <ChoiceField
      label={text("access.environments")}
      choices={[
        { value: "all", label: text("access.everywhere") },
        {
          value: "some",
          label: text(isFixed ? "access.owner_everywhere" : "access.some"),
          isDisabled: isFixed || environments.length === 0,
        },
      ]}
      value={chosen === null ? "all" : "some"}
      onChange={(which) => onChange(which === "all" ? null : [])}
    >
      {chosen === null ? null : (
        <ul className="mt-1 ml-6 flex max-h-40 flex-col gap-1 overflow-auto">
          {environments.map(({ id, name }) => (
            <li key={id}>
              <label className="flex items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent"
                  checked={chosen.includes(id)}
                  onChange={({ currentTarget }) => turn(id, currentTarget.checked)}
                />
                <span className="min-w-0 break-words">{name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </ChoiceField>
  );
}
