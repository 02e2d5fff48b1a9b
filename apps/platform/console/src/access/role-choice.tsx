import { ChoiceField } from "settled-console/app";
import { text } from "../text.ts";
import { ROLES, type Role } from "./role-names.ts";

/** A role, each with what it means. */
export function RoleChoice({
  value,
  onChange,
}: {
  readonly value: Role;
  onChange(role: Role): void;
}) {
  return (
    <ChoiceField
      label={text("access.role")}
      choices={ROLES.map((role) => ({
        value: role,
        label: (
          <>
            <span className="font-semibold">{text("access.role.name", { role })}</span>{" "}
            <span className="text-small text-soft">{text(`access.role.${role}`)}</span>
          </>
        ),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
