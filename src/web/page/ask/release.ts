let pinned: string | undefined;

/** The release that all questions of the page are read of: figures do not change under a reader's eyes while an import goes on. */
export function pinnedRelease(): string | undefined {
  return pinned;
}

/** undefined: the newest, whatever it is by then. */
export function pinRelease(release: string | undefined): void {
  pinned = release;
}
