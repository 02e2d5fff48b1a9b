import { lazy, Suspense, useState } from "react";
import type { OfferedOperation } from "settled/http";
import { NeedingButton } from "../access/needing-button.tsx";
import { useExtension } from "../app/extension-context.ts";
import { message } from "../messages/message.ts";

const StartDialog = lazy(async () => ({
  default: (await import("./start-dialog.tsx")).StartDialog,
}));
const ElsewhereDialog = lazy(async () => ({
  default: (await import("./elsewhere-dialog.tsx")).ElsewhereDialog,
}));

/** Starts an operation by hand: by a form made of its schema, or on the page that the host has for it. */
export function StartAction({
  workspace,
  operation,
}: {
  readonly workspace: string;
  readonly operation: OfferedOperation;
}) {
  const [isOpen, setOpen] = useState(false);
  const { startPages = {} } = useExtension();
  const pathOf = startPages[operation.type];
  const rest = { workspace, operation, onClose: () => setOpen(false) };
  return (
    <>
      <NeedingButton
        workspace={workspace}
        capability={operation.capability}
        onClick={() => setOpen(true)}
      >
        {message("start.do")} <span className="sr-only">{operation.label}</span>
      </NeedingButton>
      {isOpen ? (
        <Suspense>
          {pathOf === undefined ? (
            <StartDialog {...rest} />
          ) : (
            <ElsewhereDialog {...rest} pathOf={pathOf} />
          )}
        </Suspense>
      ) : null}
    </>
  );
}
