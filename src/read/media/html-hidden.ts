const NEVER_SHOWN = new Set(
  'script style template noscript svg math iframe object noembed noframes select textarea datalist audio video canvas xml'.split(
    ' ',
  ),
);
const DISPLAY_NONE = /(?:^|;)\s*display\s*:\s*none/i;

/** Elements whose end tags may be left out: 0 holds 1, 1 holds 2, 2 holds 3. */
const TABLE_RANKS: Readonly<Record<string, number>> = { table: 0, thead: 1, tbody: 1, tfoot: 1, tr: 2, td: 3, th: 3 };
const INLINE_RANK = 4;
const UNCLOSED = /^(?:p|li|dd|dt|option)$/;
const CLOSES_PARAGRAPH = /^(?:p|div|table|ul|ol|dl|h[1-6]|pre|form|section|article|li|dd|dt)$/;

/**
 * The part of a page that a browser doesn't show, tag by tag, in constant memory: scripts, hidden elements and all inside.
 * An element that is never closed ends where the table's structure around it goes on.
 */
export class HiddenPart {
  private name: string | null = null;
  /** Elements of the same name, and tables, that are open inside. */
  private depth = 0;
  private tables = 0;

  get isOpen(): boolean {
    return this.name !== null;
  }

  /** Whether the element that begins is hidden. */
  opens(name: string, attributes: ReadonlyMap<string, string>, isVoid: boolean): boolean {
    if (this.name !== null && this.endsAt(name, this.name)) this.name = null;
    if (this.name === null) {
      const hidden = NEVER_SHOWN.has(name) || attributes.has('hidden') || DISPLAY_NONE.test(attributes.get('style') ?? '');
      if (hidden && !isVoid) [this.name, this.depth, this.tables] = [name, 1, 0];
      return hidden;
    }
    if (name === this.name) this.depth++;
    else if (name === 'table') this.tables++;
    return true;
  } // prettier-ignore

  /** Whether the element that ends is hidden. */
  closes(name: string): boolean {
    if (this.name === null) return false;
    if (name === this.name) {
      if (--this.depth === 0) this.name = null;
      return true;
    }
    const outside = this.tables === 0 && rankOf(name) < rankOf(this.name);
    if (name === 'table' && this.tables > 0) this.tables--;
    if (outside || name === 'body') this.name = null;
    return !outside;
  }

  private endsAt(opened: string, hidden: string): boolean {
    if (this.tables > 0 || hidden === 'table') return false;
    const rank = rankOf(opened);
    if (rank > 0 && rank < INLINE_RANK && rank <= rankOf(hidden)) return true;
    return UNCLOSED.test(hidden) && (opened === hidden || (hidden === 'p' && CLOSES_PARAGRAPH.test(opened)));
  }
}

function rankOf(name: string): number {
  return TABLE_RANKS[name] ?? INLINE_RANK;
}
