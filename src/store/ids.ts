/** The id of the department in which something lies, from the thing's own id; itself for a department's. */
export function departmentIdOf(id: string): string {
  return id.split('.', 1)[0] ?? id;
}
