/** How a restore may end, in words for operators. */
export const RESTORE_REASONS = {
  restore_written: {
    title: "Everything was written",
    meaning: "Every planned item was written, and was read back as wanted.",
    nextStep:
      "Nothing to do. Conditional access policies that were created may still have to be enforced.",
  },
  nothing_to_write: {
    title: "Everything stood as wanted already",
    meaning: "The environment is as the snapshot says, so nothing was written.",
    nextStep: "Nothing to do.",
  },
  partly_written: {
    title: "Written in part",
    meaning:
      "Some items were written and read back; a named rest was not. Nothing else was changed.",
    nextStep: "Open the restore to see what is missing and why; mend that, then resume it.",
  },
  partly_written_permission: {
    title: "Written in part, for lack of a right",
    meaning:
      "Some items were written; the provider refused others for lack of a right or a licence.",
    nextStep: "Grant what is missing, then resume the restore.",
  },
  partly_written_throttled: {
    title: "Written in part, because the provider put requests off",
    meaning:
      "Some items were written; then the provider kept putting requests off until the restore gave up.",
    nextStep: "Resume the restore later. What was written is not written again.",
  },
  awaiting_approval: {
    title: "Waiting for a second administrator",
    meaning:
      "The customer's tenant asks a second administrator to approve the change. What was not held back is written.",
    nextStep: "Have it approved before it expires, then resume the restore.",
  },
  permission: {
    title: "The right to write is missing",
    meaning: "The provider refused every request for lack of a right. Nothing was changed.",
    nextStep: "Grant the right, then resume the restore.",
  },
  licence: {
    title: "A licence is missing",
    meaning: "The provider refused every request for lack of a licence. Nothing was changed.",
    nextStep: "Add the licence to the tenant, then resume the restore.",
  },
  target_changed: {
    title: "Somebody changed the target after the plan was made",
    meaning:
      "At least one object is neither what the plan was made for nor what it wants. It was not overwritten.",
    nextStep:
      "Look at the named objects. If the snapshot shall win, resume the restore: it plans anew.",
  },
  duplicates_found: {
    title: "An object stands there more than once",
    meaning:
      "At least one item was created twice. Which of the objects to keep is for a person to say.",
    nextStep: "Open the restore, compare the named objects and remove the ones that are too many.",
  },
  unverified: {
    title: "Could not be verified",
    meaning: "For some items it could not be told whether they were written.",
    nextStep: "Do not repeat the restore before checking the named items in the tenant.",
  },
  not_verified_yet: {
    title: "Not verified yet",
    meaning: "The provider does not show yet whether the last requests had an effect.",
    nextStep: "Wait: it is looked at again by itself.",
  },
  scope_mismatch: {
    title: "The provider is not the one that was written to",
    meaning:
      "What the environment points to now is not proven to be what the restore wrote to, so nothing it shows was believed.",
    nextStep: "Point the environment to its own tenant or folder, then check the run again.",
  },
  plan_not_intact: {
    title: "The sealed plan was changed",
    meaning: "The stored plan is not the one that was sealed before requests were sent.",
    nextStep: "Find out who changed the store, and compare the tenant with the snapshot by hand.",
  },
  not_planned: {
    title: "Ended before its plan was made",
    meaning: "The worker ended before the plan was sealed. Nothing was sent to the provider.",
    nextStep: "It is safe to start it again.",
  },
  nothing_written: {
    title: "Nothing was written",
    meaning: "The plan was made, but none of its requests had an effect. Nothing was changed.",
    nextStep: "It is safe to start it again, or to resume it.",
  },
  nothing_could_be_written: {
    title: "Nothing could be written",
    meaning:
      "Every planned item has an obstacle, such as a group or location that is missing. Nothing was changed.",
    nextStep: "Open the restore to see each obstacle; remove them, then resume it.",
  },
  throttled: {
    title: "Nothing was written, because the provider put requests off",
    meaning:
      "The provider kept putting requests off until the restore gave up. Nothing was changed.",
    nextStep: "Resume the restore later.",
  },
  snapshot_missing: {
    title: "There is no snapshot to restore from",
    meaning: "The environment has no sealed snapshot of that id. Nothing was changed.",
    nextStep: "Check the id, or capture a snapshot.",
  },
  earlier_missing: {
    title: "There is no restore to resume",
    meaning: "The environment has no restore of that id. Nothing was changed.",
    nextStep: "Check the id in the list of restores.",
  },
  earlier_unverified: {
    title: "The earlier restore is not verified yet",
    meaning:
      "What the earlier restore wrote cannot be told yet, so going on could write it twice. Nothing was changed.",
    nextStep: "Check the items of the earlier restore in the tenant, then start a new restore.",
  },
  identity_not_pinned: {
    title: "Nobody has said which tenant this is",
    meaning:
      "The environment has no pinned identity, so what it points to cannot be proven to be the right one. Nothing was changed.",
    nextStep: "Import the folder once with its migration table or its marker file; that pins it.",
  },
  identity_not_shown: {
    title: "The provider does not say who it is",
    meaning:
      "Neither a marker nor a migration table was found where the environment points to. Nothing was changed.",
    nextStep: "Check that the environment points to its own folder and that its marker is there.",
  },
  identity_differs: {
    title: "The provider is another tenant",
    meaning:
      "What the environment points to is not the tenant that it was pinned to. Nothing was changed.",
    nextStep: "Point the environment to its own tenant or folder.",
  },
  provider_unreachable: {
    title: "The provider cannot be reached",
    meaning: "It could not be read, so no plan could be made. Nothing was changed.",
    nextStep: "Check the folder, share or network, then start again.",
  },
} as const;
