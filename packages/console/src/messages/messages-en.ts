import { CARE_MESSAGES_EN } from "./care-messages-en.ts";
import { RUN_MESSAGES_EN } from "./run-messages-en.ts";
import { START_MESSAGES_EN } from "./start-messages-en.ts";
import { WEBHOOK_MESSAGES_EN } from "./webhook-messages-en.ts";

/**
 * Every text of the console in ICU MessageFormat. What is told about runs comes from the server, in its own words: here
 * is only what belongs to the screen.
 */
export const MESSAGES_EN = {
  "shell.skip": "To the content",
  "shell.navigation": "Main",
  "shell.workspace": "Workspace",
  "shell.workspace_wide": "Whole workspace",
  "shell.environment": "Environment {name}",
  "shell.menu": "Pages",
  "nav.operations": "Operations",
  "nav.audit": "Audit",
  "nav.webhooks": "Webhooks",
  "nav.care": "Workspace",
  "user.open": "Signed in as {name}",
  "user.keys": "Keys",
  "user.sign_out": "Sign out",
  "user.role":
    "{role, select, owner {Owner} operator {Operator} viewer {Viewer} customer {Customer} other {{role}}}",
  "line.offline": "You are offline. What you see may be old.",
  "line.server_away":
    "The server does not answer. What you see may be old; it is tried again by itself.",
  "line.try_now": "Try now",
  "line.trying": "Trying …",
  "line.signed_out": "Your session has ended. Sign in, and you come back to this page.",
  "table.actions": "Actions",
  "nav.catalog": "Catalog",
  "nav.workers": "Workers",
  "live.live": "Live",
  "live.paused": "Paused",
  "live.reconnecting": "Reconnecting",
  "live.live.hint": "Changes appear by themselves.",
  "live.paused.hint": "Paused while rows are selected or the tab is hidden.",
  "live.reconnecting.hint": "The line was lost; nothing is missed once it is back.",
  "live.new": "{count, plural, one {# new} other {# new}}",
  "live.heard":
    "{fresh, plural, =0 {No new run} one {# new run} other {# new runs}}, {changed, plural, =0 {nothing else changed} one {# change} other {# changes}}",
  "workspaces.title": "Workspaces",
  "workspaces.switch": "Workspace {name}: go to another one",
  "workspaces.environments": "{count, plural, one {# environment} other {# environments}}",
  "workspaces.none.title": "You are in no workspace",
  "workspaces.none.detail": "An owner of a workspace can add you to it.",
  "access.missing":
    "You do not have the right {capability}. An owner of the workspace can grant it.",
  "keys.title": "Keys",
  "keys.detail": "They work wherever you are not typing.",
  "keys.help": "These keys",
  "keys.search": "Search",
  "keys.down": "Next run",
  "keys.up": "Run before",
  "keys.select": "Select or unselect the run",
  "keys.open": "Open the run",
  "keys.unselect": "Select nothing",
  "keys.back": "Back to the list",
  "dialog.close": "Close",
  "state.loading": "Loading",
  "state.retry": "Try again",
  "state.sign_in": "Sign in",
  "state.unreachable.title": "The server cannot be reached",
  "state.unreachable.detail": "What you see may be old. It is tried again by itself.",
  "state.signed_out.title": "You are not signed in",
  "state.signed_out.detail": "Your session has ended, or it was ended elsewhere.",
  "state.forbidden.title": "This needs a right that you do not have",
  "state.forbidden.detail":
    "The right is called {capability}. An owner of the workspace can grant it.",
  "state.not_found.title": "There is nothing here",
  "state.not_found.detail": "It does not exist, or it is not yours to see.",
  "state.fault.title": "Something went wrong",
  "state.fault.detail": "Try again. If it happens again, give support the number of the request.",
  "state.request": "Request {id}",
  "state.broken.title": "This page could not be drawn",
  "state.broken.detail":
    "The rest of the console goes on. Try again; if it happens again, give support the number below.",
  "state.last_request": "Last request {id}",
  "state.back": "Back to the first page",
  "state.nothing_granted.title": "Nothing here is yours to see yet",
  "state.nothing_granted.detail": "An owner of the workspace can give you a role in it.",
  "time.ago.now": "just now",
  "secret.once": "This is shown once. Keep it where it belongs: nobody can look it up again.",
  "secret.done": "I have kept it",
  "dialog.cancel": "Leave it as it is",
  "copy.do": "Copy",
  "copy.done": "Copied",
  ...RUN_MESSAGES_EN,
  ...CARE_MESSAGES_EN,
  ...START_MESSAGES_EN,
  ...WEBHOOK_MESSAGES_EN,
} as const;

export type MessageKey = keyof typeof MESSAGES_EN;
