import { useCapabilities } from "../../access/use-capabilities.ts";
import { message } from "../../messages/message.ts";

/** Which rights the person lacks for what is greyed out, so that it can be read without pointing at it. */
export function MissingRights({
  workspace,
  capabilities,
}: {
  readonly workspace: string;
  readonly capabilities: readonly string[];
}) {
  const rights = useCapabilities(workspace);
  const missing = [...new Set(capabilities.filter((capability) => !rights.has(capability)))];
  if (missing.length === 0) return null;
  return (
    <p className="mt-1.5 text-small text-soft">
      {message("action.missing", { count: missing.length, capabilities: missing.join(", ") })}
    </p>
  );
}
