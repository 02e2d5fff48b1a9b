import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Button, DialogClose, DialogFrame, ProblemNote, ReasonField } from "settled-console/app";
import { text } from "../text.ts";
import { confirmationOf } from "./confirms-name.ts";

/** What a person has said before something is written to a tenant. */
export interface Confirmed {
  readonly confirm_environment: string;
  readonly reason?: string;
}

interface ConfirmEnvironmentProps {
  readonly isOpen: boolean;
  onClose(): void;
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  readonly label: string;
  take(confirmed: Confirmed): Promise<void>;
}

/** Asks for the environment's name, letter by letter: until it stands there nothing can be started. */
export function ConfirmEnvironment(props: ConfirmEnvironmentProps) {
  const { isOpen, onClose, name, title, detail, label, take } = props;
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const ids = { field: useId(), hint: useId() };
  const taking = useMutation({ mutationFn: take });
  const confirmation = confirmationOf(typed, name);
  const close = () => {
    setTyped("");
    setReason("");
    taking.reset();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (confirmation !== "exact" || taking.isPending) return;
    const said = reason.trim();
    const confirmed = { confirm_environment: typed, ...(said === "" ? {} : { reason: said }) };
    taking.mutate(confirmed, { onSuccess: close });
  };
  return (
    <DialogFrame isOpen={isOpen} onClose={close} title={title} detail={detail}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <div className="flex flex-col gap-1">
          <label htmlFor={ids.field} className="font-semibold">
            {text("restores.confirm.name")}
          </label>
          <p>
            <code className="rounded bg-sunken px-1.5 py-0.5 font-mono text-small break-all">
              {name}
            </code>
          </p>
          <input
            id={ids.field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={ids.hint}
            className="min-h-9 rounded-md border border-strong-line bg-card px-2.5 py-1 font-mono"
          />
          <p id={ids.hint} className="min-h-5 text-small text-soft" aria-live="polite">
            {text(`restores.confirm.${confirmation}`)}
          </p>
        </div>
        <ReasonField value={reason} isRequired={false} onChange={setReason} />
        {taking.isError ? <ProblemNote error={taking.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button type="submit" look="main" disabled={confirmation !== "exact" || taking.isPending}>
            {label}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
