import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { OfferedOperation } from "settled/http";
import type { StartPlace } from "../app/console-extension.ts";
import { message } from "../messages/message.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { EnvironmentField } from "./environment-field.tsx";

const NOTHING_ASKED = { isPending: false, isError: false, error: null };

/** Asks for the environment alone, and leads to the page of the host where the operation is started. */
export function ElsewhereDialog({
  workspace,
  operation,
  pathOf,
  onClose,
}: {
  readonly workspace: string;
  readonly operation: OfferedOperation;
  pathOf(place: StartPlace): string;
  onClose(): void;
}) {
  const [environment, setEnvironment] = useState("");
  const [isMissing, setMissing] = useState(false);
  const navigate = useNavigate();
  const go = () => {
    if (environment.trim() === "") return setMissing(true);
    return void navigate({ to: pathOf({ workspace, environment: environment.trim() }) });
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={message("start.title", { label: operation.label })}
      detail={message("start.elsewhere.detail")}
      confirm={message("start.elsewhere.confirm")}
      asked={NOTHING_ASKED}
      onConfirm={go}
    >
      <EnvironmentField
        workspace={workspace}
        value={environment}
        isRequired
        fault={isMissing && environment.trim() === "" ? message("start.fault.needed") : null}
        onChange={setEnvironment}
      />
    </ConfirmDialog>
  );
}
