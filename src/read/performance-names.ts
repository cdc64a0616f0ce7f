import { rejoin } from '../domain/label.js';

/** A rate's definition and, behind it, its value: `接通率=接通数/呼入数*100%。…接通率95.20%。` */
const DEFINED = /^(\p{Script=Han}{2,20}[率度])\s*[=＝].+?\1[为是达到:：]{0,2}\s*\d/su;

/** The name that the outcome of a row without a name defines; null where it defines none. */
export function inferName(actual: string | null): string | null {
  return DEFINED.exec(rejoin(actual ?? ''))?.[1] ?? null;
}
