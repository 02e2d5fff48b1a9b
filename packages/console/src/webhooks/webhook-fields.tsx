import { message } from "../messages/message.ts";
import { FIELD, LabelledField } from "../parts/field.tsx";
import { EVENT_TYPES, type WebhookEventType, type WebhookWish } from "./webhook-words.ts";

/** What a person says of an endpoint, new or not. */
export function WebhookFields({
  wish,
  onChange,
}: {
  readonly wish: WebhookWish;
  onChange(wish: WebhookWish): void;
}) {
  const turn = (type: WebhookEventType, isOn: boolean) => {
    const eventTypes = new Set(wish.eventTypes);
    if (isOn) eventTypes.add(type);
    else eventTypes.delete(type);
    onChange({ ...wish, eventTypes });
  };
  return (
    <>
      <LabelledField label={message("webhooks.url")} hint={message("webhooks.url.hint")}>
        {(ids) => (
          <input
            {...ids}
            type="url"
            required
            autoComplete="off"
            className={FIELD}
            value={wish.url}
            onChange={({ currentTarget }) => onChange({ ...wish, url: currentTarget.value })}
          />
        )}
      </LabelledField>
      <LabelledField label={message("webhooks.description")}>
        {(ids) => (
          <input
            {...ids}
            maxLength={500}
            className={FIELD}
            value={wish.description}
            onChange={({ currentTarget }) =>
              onChange({ ...wish, description: currentTarget.value })
            }
          />
        )}
      </LabelledField>
      <fieldset>
        <legend className="mb-1 font-semibold">{message("webhooks.events")}</legend>
        <div className="grid gap-x-3 gap-y-1 sm:grid-cols-[auto_auto] sm:justify-between">
          {EVENT_TYPES.map((type) => (
            <label key={type} className="flex items-center gap-2 font-mono text-tiny">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-accent"
                checked={wish.eventTypes.has(type)}
                onChange={({ currentTarget }) => turn(type, currentTarget.checked)}
              />
              {type}
            </label>
          ))}
        </div>
      </fieldset>
      <LabelledField
        label={message("webhooks.environments")}
        hint={message("webhooks.environments.hint")}
      >
        {(ids) => (
          <input
            {...ids}
            autoComplete="off"
            className={FIELD}
            value={wish.environments}
            onChange={({ currentTarget }) =>
              onChange({ ...wish, environments: currentTarget.value })
            }
          />
        )}
      </LabelledField>
    </>
  );
}
