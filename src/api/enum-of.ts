import { registerEnumType } from 'type-graphql';

/** Every enum of the schema with the closed list that it is made of. */
export const ENUM_LISTS = new Map<string, readonly string[]>();

/** Registers a closed list as an enum; its values are described by `notes`. */
export function enumOf<T extends string>(
  name: string,
  values: readonly T[],
  description: string,
  notes: Readonly<Partial<Record<T, string>>>,
): Readonly<Record<T, T>> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  const described = Object.entries(notes).map(([value, note]) => [value, { description: note as string }]);
  registerEnumType(members, { name, description, valuesConfig: Object.fromEntries(described) });
  ENUM_LISTS.set(name, values);
  return members;
}
