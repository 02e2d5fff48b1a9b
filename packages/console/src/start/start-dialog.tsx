import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { OfferedOperation } from "settled/http";
import { faultAt } from "../api/api-problem.ts";
import { message } from "../messages/message.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { EnvironmentField } from "./environment-field.tsx";
import { FieldControl } from "./field-control.tsx";
import { fieldsOf } from "./fields-of.ts";
import { pointerOf } from "./input-field.ts";
import { readTyped, type TypedFault, untyped } from "./read-typed.ts";
import { useStartOperation } from "./use-start-operation.ts";

const ENVIRONMENT = "/environment_id";

/** Asks for what an operation takes, starts it, and leads to its run. What is wrong with a field is told at it. */
export function StartDialog({
  workspace,
  operation,
  onClose,
}: {
  readonly workspace: string;
  readonly operation: OfferedOperation;
  onClose(): void;
}) {
  const [fields] = useState(() => fieldsOf(operation.input_schema));
  const [environment, setEnvironment] = useState("");
  const [typed, setTyped] = useState(() => untyped(fields));
  const [faults, setFaults] = useState<Readonly<Record<string, TypedFault>>>({});
  const start = useStartOperation({ workspace, type: operation.type });
  const navigate = useNavigate();
  useEffect(() => {
    if (Object.keys(faults).length === 0 && start.error === null) return;
    // In a long form the field that stands in the way may be out of sight.
    document.querySelector<HTMLElement>("[role=dialog] [aria-invalid]")?.focus();
  }, [faults, start.error]);
  const isRequired = operation.environment === "required";
  const faultOf = (pointer: string) => {
    const own = faults[pointer];
    return own === undefined ? faultAt(start.error, pointer) : message(`start.fault.${own}`);
  };
  const take = () => {
    const read = readTyped(fields, typed);
    const missing = isRequired && environment.trim() === "" ? { [ENVIRONMENT]: "needed" } : {};
    const found = { ...missing, ...(read.kind === "faults" ? read.faults : {}) };
    setFaults(found as typeof faults);
    start.reset();
    if (read.kind === "faults" || Object.keys(found).length > 0) return;
    const place = environment.trim() === "" ? null : environment.trim();
    start.mutate(
      { environment: place, input: read.input },
      { onSuccess: ({ id }) => void navigate({ to: `/workspaces/${workspace}/runs/${id}` }) },
    );
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={message("start.title", { label: operation.label })}
      detail={message("start.detail")}
      confirm={message("start.confirm")}
      asked={start}
      fields={[ENVIRONMENT, ...fields.map(pointerOf)]}
      onConfirm={take}
    >
      <EnvironmentField
        workspace={workspace}
        value={environment}
        isRequired={isRequired}
        fault={faultOf(ENVIRONMENT)}
        onChange={setEnvironment}
      />
      {fields.length === 0 ? <p className="text-soft">{message("start.nothing")}</p> : null}
      {fields.map((field) => {
        const pointer = pointerOf(field);
        return (
          <FieldControl
            key={pointer}
            field={field}
            value={typed[pointer] ?? ""}
            fault={faultOf(pointer)}
            onChange={(value) => setTyped((before) => ({ ...before, [pointer]: value }))}
          />
        );
      })}
    </ConfirmDialog>
  );
}
