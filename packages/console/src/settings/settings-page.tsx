import { useMe } from "../access/use-me.ts";
import { usePathPart } from "../app/use-path-part.ts";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";
import { FactList } from "../parts/fact-list.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { SETTING_NAMES, SettingChoices } from "./setting-choices.tsx";
import { WorkspaceCard } from "./workspace-card.tsx";

/** What a person sees and chooses about themself: their screen, who they are here, and where they are signed in. */
export function SettingsPage() {
  return (
    <>
      <PageHead title={message("settings.title")} />
      <div className="grid max-w-5xl items-start gap-3 lg:grid-cols-2">
        <Card title={message("settings.display")}>
          <p className="mb-2 text-small text-soft">{message("settings.display.hint")}</p>
          <div className="-mx-2 grid gap-x-4 gap-y-3 sm:grid-cols-[auto_auto_minmax(0,1fr)]">
            {SETTING_NAMES.map((name) => (
              <SettingChoices key={name} name={name} />
            ))}
          </div>
        </Card>
        <div className="flex flex-col gap-3">
          <WhoCard />
          <WorkspaceCard />
        </div>
        <div className="lg:col-span-2">
          <SessionsCard />
        </div>
      </div>
    </>
  );
}

/** Who is signed in, and what they may do in this workspace. */
function WhoCard() {
  const { data: me, isPending, error } = useMe();
  const workspace = usePathPart("workspace");
  const here = me?.workspaces.find(({ id }) => id === workspace);
  if (me === undefined) {
    return (
      <Card title={message("settings.who")}>
        {isPending ? <LoadingState rows={3} /> : <ProblemNote isOfReading error={error} />}
      </Card>
    );
  }
  return (
    <Card title={message("settings.who")}>
      <FactList
        facts={[
          { name: message("settings.who.name"), value: me.actor.name },
          me.email === null ? null : { name: message("settings.who.email"), value: me.email },
          here === undefined ? null : { name: message("shell.workspace"), value: here.name },
          here?.role === undefined || here.role === null
            ? null
            : {
                name: message("settings.who.role"),
                value: message("user.role", { role: here.role }),
              },
          here === undefined
            ? null
            : {
                name: message("settings.who.environments"),
                value: here.environment_ids?.join(", ") ?? message("settings.who.everywhere"),
              },
        ]}
      />
      {here === undefined ? null : (
        <details className="mt-2 text-small">
          <summary className="text-soft">
            {message("settings.who.rights", { count: here.capabilities.length })}
          </summary>
          <ul className="mt-1 columns-2 font-mono text-tiny">
            {here.capabilities.map((capability) => (
              <li key={capability}>{capability}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
