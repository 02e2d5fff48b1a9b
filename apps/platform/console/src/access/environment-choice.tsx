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
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-semibold">{text("access.environments")}</legend>
      <label className="flex items-center gap-2">
        <input
          type="radio"
          className="size-4 accent-accent"
          checked={chosen === null}
          onChange={() => onChange(null)}
        />
        {text("access.everywhere")}
      </label>
      <label className="flex items-center gap-2">
        <input
          type="radio"
          className="size-4 accent-accent"
          disabled={isFixed || environments.length === 0}
          checked={chosen !== null}
          onChange={() => onChange([])}
        />
        {text(isFixed ? "access.owner_everywhere" : "access.some")}
      </label>
      {chosen === null ? null : (
        <ul className="ml-6 flex max-h-40 flex-col gap-1 overflow-auto">
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
    </fieldset>
  );
}
