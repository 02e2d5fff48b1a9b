import { text } from "../text.ts";
import { useEnvironmentNames } from "./use-environment-names.ts";

/** Environments by name, a few of them; one that is not seen by its id. */
export function EnvironmentNames({
  workspace,
  ids,
}: {
  readonly workspace: string;
  readonly ids: readonly string[] | null;
}) {
  const { data = [] } = useEnvironmentNames(workspace);
  if (ids === null) return text("access.everywhere.short");
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? id).join(", ");
}
