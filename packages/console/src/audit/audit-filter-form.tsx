import { useId } from "react";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { FIELD } from "../parts/field.tsx";
import { AUDIT_FILTERS, type AuditView, readAuditView } from "./audit-view.ts";

/** By what the log is narrowed. It counts when it is sent, so that half a word asks for nothing. */
export function AuditFilterForm({
  view,
  onShow,
}: {
  readonly view: AuditView;
  onShow(view: AuditView): void;
}) {
  const id = useId();
  return (
    <search aria-label={message("audit.filter")}>
      <form
        className="mb-3 grid grid-cols-2 items-end gap-2 sm:grid-cols-3 xl:flex xl:flex-wrap"
        onSubmit={(event) => {
          event.preventDefault();
          onShow(readAuditView(Object.fromEntries(new FormData(event.currentTarget))));
        }}
      >
        {AUDIT_FILTERS.map((name) => (
          <div key={name} className="flex min-w-0 flex-col gap-0.5 xl:w-36">
            <label htmlFor={`${id}${name}`} className="text-small font-semibold">
              {message(`audit.filter.${name}`)}
            </label>
            <input
              id={`${id}${name}`}
              name={name}
              type={isDay(name, view[name]) ? "date" : "text"}
              defaultValue={view[name] ?? ""}
              autoComplete="off"
              spellCheck={false}
              {...(name === "action" ? { placeholder: "run.cancel" } : {})}
              className={FIELD}
            />
          </div>
        ))}
        <div className="flex gap-2">
          <Button type="submit">{message("audit.filter.do")}</Button>
          {Object.keys(view).length === 0 ? null : (
            <Button look="quiet" onClick={() => onShow({})}>
              {message("audit.filter.clear")}
            </Button>
          )}
        </div>
      </form>
    </search>
  );
}

/** A moment in the address stays as it is: a field for days would drop it. */
function isDay(name: string, value: string | undefined): boolean {
  const isTime = name === "since" || name === "until";
  return isTime && (value === undefined || /^\d{4}-\d{2}-\d{2}$/.test(value));
}
