import type { chinese } from './chinese';

export type Chinese = typeof chinese;
/** The same keys, with a text for each. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
/** The words of one part of the page in another language than Chinese. */
export type Words<Part extends keyof Chinese> = Texts<Chinese[Part]>;
