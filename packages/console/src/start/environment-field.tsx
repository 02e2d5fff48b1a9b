import { message } from "../messages/message.ts";
import { FIELD, LabelledField } from "../parts/field.tsx";
import { ENVIRONMENTS_ASKED_MAX, useEnvironments } from "../search/use-environments.ts";

/** Which environment it is about; by its name where the host tells all of them, else by its id. */
export function EnvironmentField({
  workspace,
  value,
  isRequired,
  fault,
  onChange,
}: {
  readonly workspace: string;
  /** Empty = none. */
  readonly value: string;
  readonly isRequired: boolean;
  readonly fault: string | null;
  onChange(environment: string): void;
}) {
  const environments = useEnvironments(workspace, true);
  const isListed = environments.length > 0 && environments.length < ENVIRONMENTS_ASKED_MAX;
  return (
    <LabelledField
      label={message("start.environment")}
      fault={fault}
      {...(isListed ? {} : { hint: message("start.environment.id") })}
    >
      {(ids) =>
        isListed ? (
          <select
            {...ids}
            className={FIELD}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          >
            <option value="">
              {message(isRequired ? "start.choose" : "start.environment.whole")}
            </option>
            {environments.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...ids}
            className={FIELD}
            autoComplete="off"
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )
      }
    </LabelledField>
  );
}
