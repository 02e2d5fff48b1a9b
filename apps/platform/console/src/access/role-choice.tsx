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
    <fieldset>
      <legend className="mb-1 font-semibold">{text("access.role")}</legend>
      <div className="flex flex-col gap-1">
        {ROLES.map((role) => (
          <label key={role} className="flex items-baseline gap-2">
            <input
              type="radio"
              className="size-4 shrink-0 translate-y-0.5 accent-accent"
              checked={role === value}
              onChange={() => onChange(role)}
            />
            <span>
              <span className="font-semibold">{text("access.role.name", { role })}</span>{" "}
              <span className="text-small text-soft">{text(`access.role.${role}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
